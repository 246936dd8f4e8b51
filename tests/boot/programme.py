"""The programme for a computer in QEMU: the made month of a Corner, moved to the present."""

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

from tests.screen_kit import run_cli

SOURCE = Path(__file__).parents[2] / "data/corner-month"
MIDDLE = date(2016, 4, 6)
"""The day of the made month that becomes a day of this week."""
DATE = re.compile(r"\b2016-\d\d-\d\d")


def build_programme(folder: Path, versions: int = 2) -> list[Path]:
    """Build so many versions of the programme in `folder`, beside `keys`; the packs, oldest first."""
    keys = folder / "keys"
    if not keys.exists():
        run_cli(
            "keys",
            "new",
            keys,
            "--publisher",
            "corner",
            "--host",
            "corner.example.org",
            "--rank",
            "0",
            "--plain",
        )
    packs = [folder / f"month-{version}.kpack" for version in range(1, versions + 1)]
    for version, pack in enumerate(packs, 1):
        if pack.exists():
            continue
        source = folder / f"source-{version}"
        _move_to_present(source)
        file = source / "pack.toml"
        file.write_text(file.read_text("utf-8").replace("version = 1\n", f"version = {version}\n"), "utf-8")
        if version > 1:
            _rename_an_event(source, version)
        run_cli("pack", "build", source, "-o", pack, "--keys", keys)
    return packs


def _move_to_present(source: Path) -> None:
    weeks = (date.today() - MIDDLE).days // 7
    shutil.copytree(SOURCE, source)
    for file in source.rglob("*.toml"):
        text = DATE.sub(
            lambda found: str(date.fromisoformat(found[0]) + timedelta(weeks=weeks)), file.read_text("utf-8")
        )
        file.write_text(text, "utf-8")


def _rename_an_event(source: Path, version: int) -> None:
    file = source / "events/chess-club.toml"
    file.write_text(file.read_text("utf-8").replace('"Chess Club"', f'"Chess Club {version}"'), "utf-8")
