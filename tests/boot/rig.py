"""What the scenes of `make boot` share: the computer, the window beside it, the packs, the folder."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.boot.disk_image import build_image
from tests.boot.machine import Machine
from tests.boot.programme import build_programme
from tests.boot.twin import Twin, open_twin
from tests.screen_kit import run_cli

SETTINGS = """\
corner = "american-corner-almaty"
opening_hours = "Mo-Su 00:00-23:59"
technician = "+7 701 234 56 78"
sticks = ["{media}"]
"""
VERSIONS = 5


@dataclass(frozen=True)
class Rig:
    """The computer and the window beside it; of the versions in `packs` the first is installed.

    So many `rounds` of faults, `cuts` of the power and `starts` after one, at instants from `seed`.
    """

    machine: Machine
    twin: Twin
    packs: list[Path]
    folder: Path
    rounds: int
    cuts: int
    starts: int
    seed: int

    def version(self) -> int:
        """Which version of the programme the computer shows."""
        return int(self.machine.shell.run("kiosk status --json | python3 -c '" + VERSION + "'"))

    def wait_until_idle(self) -> None:
        """Wait until the screen has done what it does after a start; until then taps are taken late."""
        self.machine.shell.run(IDLE, 200)

    def save_picture(self, name: str) -> None:
        """Keep what the screen shows as a picture of that name."""
        self.machine.picture().save(str(self.folder / f"{name}.png"))


IDLE = """
used() { systemctl show --value -p CPUUsageNSec corner-kiosk; }
before=$(used); while sleep 2; now=$(used); [ $((now - before)) -gt 500000000 ]; do before=$now; done
"""
"""Returns after two seconds in which at most half a second was computed."""
VERSION = 'import json, sys; print(json.load(sys.stdin)["packs"][0]["version"])'


@contextmanager
def open_rig(folder: Path, **numbers: int) -> Iterator[Rig]:
    """Build packs and image, unless they are there already, and open the window."""
    packs = build_programme(folder, VERSIONS)
    image = build_image(folder, folder / "keys", packs[0])
    library, settings, media = folder / "library", folder / "kiosk.toml", folder / "media"
    if library.exists():
        shutil.rmtree(library)
    media.mkdir(exist_ok=True)
    settings.write_text(SETTINGS.format(media=media), "utf-8")
    run_cli("trust", "add", folder / "keys/root.json", "--library", library)
    run_cli("install", packs[0], "--library", library)
    machine = Machine(image, folder)
    with open_twin(machine, library, settings) as twin:
        try:
            yield Rig(machine, twin, packs, folder, **numbers)
        finally:
            machine.cut_power()
