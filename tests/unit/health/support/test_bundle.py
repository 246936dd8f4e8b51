"""A support bundle is whole, bounded and without secrets, whatever is broken, or it is refused."""

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.base.settings import STAFF_CHOICES_FILE
from kiosk.health.support import bundle
from kiosk.i18n.translator import LANGUAGES, translator
from kiosk.library.crash_log import FILE_NAME
from kiosk.library.library_paths import LibraryPaths
from kiosk.receipts.kiosk_key import KEY_FILE, load_or_make_key
from tests.library_kit import LibraryKit, sample_publisher
from tests.mounts import fill, mounted_tmpfs
from tests.stick import MOUNT_OPTIONS, Stick

MAX_BYTES = 2 << 20
FILES = {
    "README.txt", "health.txt", "health.json", "settings.json", "library.json", "crashes.json", "system.json",
    "log.txt",
}  # fmt: skip
SETTINGS = """corner = "american-corner-almaty"
technician = "+7 701 234 56 78"
share = "//kiosk:s3cret@server.invalid/packs"
share_password = "s3cret"
"""


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1)
    return kit


def run(kit: LibraryKit, folder: Path, settings: str = SETTINGS) -> int:
    file = kit.folder.parent / "kiosk.toml"
    file.write_text(settings)
    options = (
        "--library",
        str(kit.folder),
        "--settings",
        str(file),
        "--size",
        "1920x1080",
        "--language",
        "ru",
    )
    return main(["support-bundle", str(folder), *options])


def read(folder: Path) -> dict[str, str]:
    """The files of the one bundle in the folder."""
    (file,) = folder.glob("*.zip")
    assert file.stat().st_size < MAX_BYTES
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}


def provide_journal(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a `journalctl` that runs this shell script before the system's."""
    folder.mkdir()
    program = folder / "journalctl"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_it_has_everything_and_no_secret(
    kit: LibraryKit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = LibraryPaths(kit.folder)
    load_or_make_key(paths)
    assert main(["pin", "new", "--library", str(kit.folder)]) == 0
    said = capsys.readouterr().out.splitlines()[0]
    begin, _, spaced = said.partition(" is ")
    pin = "".join(filter(str.isdigit, spaced))
    assert len(pin) == 6
    provide_journal(tmp_path / "bin", monkeypatch, f"echo '{said}, password=s3cret'; echo last")
    target = tmp_path / "stick"
    target.mkdir()
    assert run(kit, target) == 0
    files = read(target)
    assert files.keys() == FILES
    everything = "\n".join(files.values())
    for secret in (pin, spaced, "s3cret", "701 234 56 78", "77012345678", "PRIVATE KEY", "scrypt"):
        assert secret not in everything
    key = (paths.receipts / KEY_FILE).read_text().splitlines()[1]
    assert key not in everything
    assert files["log.txt"].splitlines() == [f"{begin} is …, password=…", "last"]
    assert json.loads(files["settings.json"])["settings"]["technician"] == "set"
    assert json.loads(files["library.json"])["current"]["generation"] == 1
    assert json.loads(files["library.json"])["publishers"]
    assert json.loads(files["system.json"])["screen"] == "1920x1080"
    assert {check["id"] for check in json.loads(files["health.json"])["checks"]} >= {
        "content",
        "disk",
        "settings",
    }
    assert "Программа" in files["health.txt"]
    for language in LANGUAGES:
        assert translator(language).text("support.without") in files["README.txt"]
    assert all(f"{name}: " in files["README.txt"] for name in FILES - {"README.txt"})


def test_it_changes_nothing_in_the_library(kit: LibraryKit, tmp_path: Path) -> None:
    before = {file: file.read_bytes() for file in kit.folder.rglob("*") if file.is_file()}
    (tmp_path / "stick").mkdir()
    assert run(kit, tmp_path / "stick", "") == 0
    assert {file: file.read_bytes() for file in kit.folder.rglob("*") if file.is_file()} == before


def test_a_long_log_loses_its_beginning(
    kit: LibraryKit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "head -c 3000000 /dev/urandom | od -An -tx1 -w64 -v; echo the last line"
    provide_journal(tmp_path / "bin", monkeypatch, lines)
    (tmp_path / "stick").mkdir()
    assert run(kit, tmp_path / "stick") == 0
    log = read(tmp_path / "stick")["log.txt"]
    assert log.endswith("the last line\n")
    assert len(log) == bundle.MAX_LOG


def test_a_part_that_is_too_long_is_left_out(
    kit: LibraryKit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "MAX_PART", 500)
    (tmp_path / "stick").mkdir()
    assert run(kit, tmp_path / "stick") == 0
    files = read(tmp_path / "stick")
    assert json.loads(files["health.json"])["left_out_bytes"] > 500
    assert len(files["health.txt"].encode()) <= 500


@pytest.mark.parametrize("script", ["exit 1", "exit 0", "echo 'No journal files were opened' >&2; exit 1"])
def test_without_a_log_a_sentence_says_so(
    kit: LibraryKit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    provide_journal(tmp_path / "bin", monkeypatch, script)
    (tmp_path / "stick").mkdir()
    assert run(kit, tmp_path / "stick") == 0
    assert read(tmp_path / "stick")["log.txt"] == translator("ru").text("support.no_log") + "\n"


@pytest.mark.parametrize("broken", ["library", "state", "choices", "crashes", "settings", "nothing there"])
def test_it_is_made_of_a_broken_kiosk_too(kit: LibraryKit, tmp_path: Path, broken: str) -> None:
    for name, file in {
        "state": LibraryPaths(kit.folder).state,
        "choices": kit.folder / STAFF_CHOICES_FILE,
        "crashes": kit.folder / FILE_NAME,
    }.items():
        if broken == name:
            file.write_bytes(b"\xff\x00 broken")
    if broken == "library":
        for database in kit.folder.rglob("events.sqlite"):
            database.chmod(0o600)
            database.write_bytes(b"broken")
    if broken == "nothing there":
        kit.folder = tmp_path / "none"
    (tmp_path / "stick").mkdir()
    assert run(kit, tmp_path / "stick", "library = 5\nx" if broken == "settings" else SETTINGS) == 0
    files = read(tmp_path / "stick")
    assert files.keys() == FILES
    for name, text in files.items():
        assert not name.endswith(".json") or json.loads(text) is not None
    assert not (tmp_path / "none").exists()


def test_a_stick_that_is_full_locked_or_gone_is_told(
    kit: LibraryKit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with mounted_tmpfs(tmp_path / "full", "size=1m") as full:
        fill(full)
        assert run(kit, full) == 1
        assert "too little room" in capsys.readouterr().err
        assert [file.name for file in full.iterdir()] == ["filler"]
    with mounted_tmpfs(tmp_path / "locked", "ro") as locked:
        assert run(kit, locked) == 1
        assert "write-protected" in capsys.readouterr().err
    for gone in (tmp_path / "gone", kit.folder.parent / "kiosk.toml"):
        assert run(kit, gone) == 1
        assert "is not there" in capsys.readouterr().err


def test_it_is_written_on_a_real_stick(kit: LibraryKit, tmp_path: Path) -> None:
    with Stick(tmp_path, "STICK") as stick:
        stick.plug_in(MOUNT_OPTIONS)
        assert run(kit, stick.path) == 0
        (file,) = stick.path.glob("*.zip")
        assert file.name.startswith("kiosk-support-american-corner-almaty-20")
        assert zipfile.ZipFile(io.BytesIO(file.read_bytes())).testzip() is None
        assert not list(stick.path.glob("*.part"))
