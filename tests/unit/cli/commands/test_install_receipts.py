"""`kiosk install --receipts` and `rollback --receipts`: every try is told of, none is different for it."""

import json
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.__main__ import main
from kiosk.authoring.keys.key_folder import build_root_metadata
from kiosk.base.clock import BUILD_DATE
from kiosk.sandbox import bubblewrap
from tests.cups import add_printer, cups, needs_cups
from tests.library_kit import Kit, sample_publisher
from tests.packs_builder import LOCAL

__all__ = ["cups"]


class Desk:
    """A kiosk of today, a stick, and two packs."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        publisher, now = sample_publisher(), int(time.time())
        publisher.describe(signed_at=now, fresh_until=now)
        publisher.roots = [
            build_root_metadata(LOCAL, publisher.root_keys, publisher.publisher_keys, datetime.now(UTC))
        ]
        self.kit = Kit(folder, publisher)
        self.stick = folder / "stick"
        self.stick.mkdir()
        self.settings = folder / "kiosk.toml"
        self.settings.write_text('corner = "almaty"\nlanguage = "ru"\n', "utf-8")
        self._capsys = capsys

    def install(self, pack: Path, *options: object) -> tuple[int, str, str]:
        """The exit code and output of installing it."""
        places = ("--library", self.kit.folder, "--settings", self.settings)
        code = main(["install", *map(str, (pack, *places, *options))])
        out, err = self._capsys.readouterr()
        return code, out, err

    def roll_back(self, *options: object) -> int:
        """The exit code of going back."""
        places = ("--library", self.kit.folder, "--settings", self.settings)
        code = main(["rollback", *map(str, (*places, *options))])
        self._capsys.readouterr()
        return code

    def told(self) -> list[dict[str, Any]]:
        """What the receipts on the stick say, in the order of their numbers."""
        files = self.stick.glob("receipts/almaty/*.json")
        return sorted((json.loads(file.read_bytes()) for file in files), key=lambda told: told["number"])


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def test_every_try_leaves_a_receipt(desk: Desk) -> None:
    old, new = desk.kit.pack(1), desk.kit.pack(2)
    for pack in (new, new, old, desk.stick / "none.kpack"):
        desk.install(pack, "--receipts", desk.stick)
    told = desk.told()
    assert [(one["result"], one["code"], one["file"]) for one in told] == [
        ("installed", "", "2.kpack"),
        ("already", "", "2.kpack"),
        ("refused", "packs.older", "1.kpack"),
        ("failed", "packs.no_file", "none.kpack"),
    ]
    assert all((one["corner"], one["language"]) == ("almaty", "ru") for one in told)
    assert {one["kiosk"] for one in told} == {told[0]["kiosk"]}
    assert main(["receipts", "read", str(desk.stick)]) == 0


@pytest.mark.parametrize("version", [1, 2])
def test_where_none_can_be_written_nothing_is_any_different(desk: Desk, version: int) -> None:
    desk.install(desk.kit.pack(2))
    pack = desk.kit.pack(version)
    plain = desk.install(pack)
    assert desk.install(pack, "--receipts", desk.stick / "gone") == plain
    assert desk.install(pack, "--receipts", desk.settings) == plain
    assert desk.install(pack, "--receipts", desk.stick) == plain
    assert len(desk.told()) == 1


def test_today_is_after_this_program_was_made(desk: Desk) -> None:
    desk.install(desk.kit.pack(1), "--receipts", desk.stick)
    (told,) = desk.told()
    assert told["floor"] >= BUILD_DATE
    assert datetime.fromtimestamp(told["effective"], UTC).year >= 2026


def test_the_way_back_leaves_a_receipt_too(desk: Desk) -> None:
    for version in (1, 2):
        desk.install(desk.kit.pack(version))
    assert desk.roll_back("--receipts", desk.stick, "--screen", "1080x1920") == 0
    assert desk.roll_back("--receipts", desk.stick) == 1
    back, failed = desk.told()
    assert (back["result"], back["file"], back["pack"], back["screen"]) == (
        "rolled_back",
        "",
        None,
        "1080x1920",
    )
    assert [pack["version"] for pack in back["shown"]] == [1]
    assert (failed["result"], failed["code"], failed["screen"]) == ("failed", "library.nothing_before", "")
    assert main(["receipts", "read", str(desk.stick)]) == 0


def test_the_way_back_is_open_whatever_the_settings_are(desk: Desk) -> None:
    for version in (1, 2):
        desk.install(desk.kit.pack(version))
    desk.settings.write_text("corner = 7", "utf-8")
    assert desk.roll_back() == 0


def test_the_screen_is_told_and_no_nonsense_for_it(desk: Desk) -> None:
    desk.install(desk.kit.pack(1), "--receipts", desk.stick, "--screen", "3840x2160")
    assert [one["screen"] for one in desk.told()] == ["3840x2160"]
    for wrong in ("large", "1x1\n", "1234567x1"):
        with pytest.raises(SystemExit):
            desk.install(desk.kit.pack(1), "--screen", wrong)


@needs_cups
def test_the_printer_is_told_of(desk: Desk, cups: None) -> None:
    pack = desk.kit.pack(1)
    desk.install(pack, "--receipts", desk.stick)
    add_printer("HP")
    desk.install(pack, "--receipts", desk.stick)
    subprocess.run(["cupsdisable", "HP"], check=True)
    desk.roll_back("--receipts", desk.stick)
    assert [one["printer"] for one in desk.told()] == ["none", "ready", "attention"]


@needs_cups
@pytest.mark.skipif(not bubblewrap.is_available(), reason="bubblewrap is not installed, or may not work here")
def test_the_printer_is_asked_outside_of_the_confinement(desk: Desk, cups: None) -> None:
    """Inside there is no way to CUPS; a receipt that told 'attention' would be of that."""
    add_printer("HP")
    words = ["install", desk.kit.pack(1), "--library", desk.kit.folder, "--settings", desk.settings]
    command = [sys.executable, "-m", "kiosk", *words, "--receipts", desk.stick, "--progress"]
    subprocess.run(command, check=True, capture_output=True)
    assert [(one["result"], one["printer"]) for one in desk.told()] == [("installed", "ready")]
