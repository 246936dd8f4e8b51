"""`kiosk install --receipts` and `rollback --receipts`: every attempt has a receipt and the same outcome."""

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
from tests.library_kit import LibraryKit, sample_publisher
from tests.packs_builder import LOCAL

__all__ = ["cups"]


class CommandLine:
    """A kiosk with the real clock, a stick, and two packs."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        publisher, now = sample_publisher(), int(time.time())
        publisher.change_manifest(signed_at=now, fresh_until=now)
        publisher.roots = [
            build_root_metadata(LOCAL, publisher.root_keys, publisher.publisher_keys, datetime.now(UTC))
        ]
        self.kit = LibraryKit(folder, publisher)
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
        """The exit code of a rollback."""
        places = ("--library", self.kit.folder, "--settings", self.settings)
        code = main(["rollback", *map(str, (*places, *options))])
        self._capsys.readouterr()
        return code

    def receipts(self) -> list[dict[str, Any]]:
        """The receipts on the stick, sorted by number."""
        files = self.stick.glob("receipts/almaty/*.json")
        return sorted(
            (json.loads(file.read_bytes()) for file in files), key=lambda receipt: receipt["number"]
        )


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(tmp_path, capsys)


def test_every_attempt_writes_a_receipt(cli: CommandLine) -> None:
    old, new = cli.kit.pack(1), cli.kit.pack(2)
    for pack in (new, new, old, cli.stick / "none.kpack"):
        cli.install(pack, "--receipts", cli.stick)
    receipts = cli.receipts()
    assert [(one["result"], one["code"], one["file"]) for one in receipts] == [
        ("installed", "", "2.kpack"),
        ("already", "", "2.kpack"),
        ("refused", "packs.older", "1.kpack"),
        ("failed", "packs.no_file", "none.kpack"),
    ]
    assert all((one["corner"], one["language"]) == ("almaty", "ru") for one in receipts)
    assert {one["kiosk"] for one in receipts} == {receipts[0]["kiosk"]}
    assert main(["receipts", "read", str(cli.stick)]) == 0


@pytest.mark.parametrize("version", [1, 2])
def test_unwritable_receipt_changes_nothing(cli: CommandLine, version: int) -> None:
    cli.install(cli.kit.pack(2))
    pack = cli.kit.pack(version)
    plain = cli.install(pack)
    assert cli.install(pack, "--receipts", cli.stick / "gone") == plain
    assert cli.install(pack, "--receipts", cli.settings) == plain
    assert cli.install(pack, "--receipts", cli.stick) == plain
    assert len(cli.receipts()) == 1


def test_today_is_after_the_build_date(cli: CommandLine) -> None:
    cli.install(cli.kit.pack(1), "--receipts", cli.stick)
    (receipt,) = cli.receipts()
    assert receipt["floor"] >= BUILD_DATE
    assert datetime.fromtimestamp(receipt["effective"], UTC).year >= 2026


def test_rollback_writes_a_receipt(cli: CommandLine) -> None:
    for version in (1, 2):
        cli.install(cli.kit.pack(version))
    assert cli.roll_back("--receipts", cli.stick, "--screen", "1080x1920") == 0
    assert cli.roll_back("--receipts", cli.stick) == 1
    back, failed = cli.receipts()
    assert (back["result"], back["file"], back["pack"], back["screen"]) == (
        "rolled_back",
        "",
        None,
        "1080x1920",
    )
    assert [pack["version"] for pack in back["shown"]] == [1]
    assert (failed["result"], failed["code"], failed["screen"]) == ("failed", "library.nothing_before", "")
    assert main(["receipts", "read", str(cli.stick)]) == 0


def test_rollback_works_with_invalid_settings(cli: CommandLine) -> None:
    for version in (1, 2):
        cli.install(cli.kit.pack(version))
    cli.settings.write_text("corner = 7", "utf-8")
    assert cli.roll_back() == 0


def test_screen_size_is_in_the_receipt_and_is_validated(cli: CommandLine) -> None:
    cli.install(cli.kit.pack(1), "--receipts", cli.stick, "--screen", "3840x2160")
    assert [one["screen"] for one in cli.receipts()] == ["3840x2160"]
    for wrong in ("large", "1x1\n", "1234567x1"):
        with pytest.raises(SystemExit):
            cli.install(cli.kit.pack(1), "--screen", wrong)


@needs_cups
def test_printer_state_is_in_the_receipt(cli: CommandLine, cups: None) -> None:
    pack = cli.kit.pack(1)
    cli.install(pack, "--receipts", cli.stick)
    add_printer("HP")
    cli.install(pack, "--receipts", cli.stick)
    subprocess.run(["cupsdisable", "HP"], check=True)
    cli.roll_back("--receipts", cli.stick)
    assert [one["printer"] for one in cli.receipts()] == ["none", "ready", "attention"]


@needs_cups
@pytest.mark.skipif(not bubblewrap.is_available(), reason="bubblewrap is not installed, or may not work here")
def test_printer_is_queried_outside_the_sandbox(cli: CommandLine, cups: None) -> None:
    """The sandbox cannot reach CUPS; a query from inside would report 'attention'."""
    add_printer("HP")
    words = ["install", cli.kit.pack(1), "--library", cli.kit.folder, "--settings", cli.settings]
    command = [sys.executable, "-m", "kiosk", *words, "--receipts", cli.stick, "--progress"]
    subprocess.run(command, check=True, capture_output=True)
    assert [(one["result"], one["printer"]) for one in cli.receipts()] == [("installed", "ready")]
