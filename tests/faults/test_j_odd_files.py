"""Fault catalogue, J5: pipes, devices and folders in place of files block no command and are not replaced."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.authoring.building.build_pack import build_pack
from kiosk.base.export.export_file import export_file
from kiosk.base.safe_open import read_regular_file
from kiosk.programme.shown_programme import open_library
from tests.mounts import mounted_tmpfs
from tests.packs_builder import refused
from tests.rights_kit import TwoPublishers
from tests.screen_kit import run_cli

PATIENCE = 120
"""Seconds after which a command counts as hanging, also on a busy machine."""


def run_command(*arguments: object, **options: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "kiosk", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, **options)  # type: ignore[call-overload]


@pytest.fixture
def two(tmp_path: Path) -> TwoPublishers:
    return TwoPublishers(tmp_path)


@pytest.mark.parametrize(
    "words",
    [
        ("trust", "add"), ("sheets", "print"), ("install",), ("preview",), ("pack", "show"),
        ("receipts", "read"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_j05_what_is_no_file_is_refused_at_once(
    two: TwoPublishers, words: tuple[str, ...], kind: str
) -> None:
    odd = two.folder / "odd"
    os.mkfifo(odd) if kind == "pipe" else odd.symlink_to("/dev/zero")
    library = () if words[0] in ("pack", "receipts") else ("--library", two.library)
    answer = run_command(*words, odd, *library)
    assert (answer.returncode, answer.stderr.count("\n")) == (1, 1), answer


def test_j05_a_pipe_in_place_of_a_publishers_keys_blocks_nothing(two: TwoPublishers) -> None:
    (root,) = (two.library / "trust").glob("mission*root.json")
    pack = two.build("mission", 2)
    root.unlink()
    os.mkfifo(root)
    for words in (("doctor",), ("trust", "list"), ("install", pack), ("status",)):
        answer = run_command(*words, "--library", two.library)
        assert answer.returncode in (0, 1) and "Traceback" not in answer.stderr, (words, answer)


@pytest.mark.parametrize("kind", ["pipe", "garbage", "large"])
def test_j05_damaged_keys_of_one_publisher_hinder_no_other(two: TwoPublishers, kind: str) -> None:
    (root,) = (two.library / "trust").glob("a-corner*root.json")
    pack = two.build("mission", 2)
    root.unlink()
    if kind == "pipe":
        os.mkfifo(root)
    else:
        root.write_bytes(b"{" if kind == "garbage" else bytes(1 << 20))
    run_cli("install", pack, "--library", two.library)
    assert [(one.publisher, one.version) for one in open_library(two.library).packs] == [("mission", 2)]
    for words in (("trust", "list"), ("doctor",)):
        answer = run_command(*words, "--library", two.library)
        assert (
            "The keys of the publisher “a-corner” on this kiosk are damaged." in answer.stdout + answer.stderr
        )
    run_cli("trust", "remove", "a-corner", "--library", two.library)
    assert run_command("trust", "list", "--library", two.library).returncode == 0


def test_j05_a_key_that_is_a_pipe_is_refused(two: TwoPublishers) -> None:
    key = two.folder / "key.pem"
    os.mkfifo(key)
    answer = run_command("keys", "rotate", two.folder / "mission", "--role", "packs", "--root-key", key)
    assert answer.returncode == 1 and "Traceback" not in answer.stderr, answer


def test_j05_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(bytes(10))
    assert len(read_regular_file(file, 10)) == 10
    with pytest.raises(OSError, match="too large"):
        read_regular_file(file, 9)


def test_j05_nothing_is_written_in_place_of_a_pipe_or_a_folder(two: TwoPublishers) -> None:
    pipe, folder = two.folder / "pipe", two.folder / "folder"
    os.mkfifo(pipe)
    folder.mkdir()
    for target in (pipe, folder):
        with refused("save.not_written"):
            export_file(target, b"data")
        with refused("authoring.not_written"):
            build_pack(two.folder / "mission-1", target, two.folder / "mission", 1_459_671_600)
    assert pipe.is_fifo() and folder.is_dir()
    assert not list(two.folder.glob("*.part"))


def test_j05_keys_that_find_no_room_leave_nothing(tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "disk", "size=8k") as disk:
        new = ("keys", "new", str(disk / "k"), "--publisher", "x", "--name", "Xyz", "--host", "a.example")
        assert main([*new, "--rank", "10"]) == 1
        assert list(disk.iterdir()) == []


def test_j05_a_command_in_a_deleted_folder_says_so(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = f"import os, sys; from kiosk.__main__ import main; os.rmdir({str(gone)!r}); "
    script += "sys.exit(main(['status']))"
    env = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    answer = subprocess.run(
        [sys.executable, "-c", script], cwd=gone, env=env, capture_output=True, text=True, timeout=PATIENCE
    )
    assert (answer.returncode, answer.stderr.count("\n")) == (1, 1), answer


@pytest.mark.parametrize(
    "typed", ["garbage", "[[5, null, {}, 1]]", '[["2026-01-01","x","y",1e400]]', "[" * 99_999]
)
def test_j05_counts_of_another_form_are_refused(tmp_path: Path, typed: str) -> None:
    answer = run_command("visits", "add", "--library", tmp_path, input=typed)
    assert (answer.returncode, answer.stderr.count("\n")) == (1, 1), answer


def test_j05_a_gallery_in_place_of_a_file_is_refused(two: TwoPublishers) -> None:
    file = two.folder / "plain.txt"
    file.write_text("mine")
    answer = run_command("gallery", file, "--library", two.library)
    assert answer.returncode == 1 and "Traceback" not in answer.stderr, answer
    assert file.read_text() == "mine"


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no /dev/full")
@pytest.mark.parametrize(
    "words", [("--help",), ("--version",), ("status", "--json"), ("status",), ("clock", "--help")]
)
def test_j05_an_answer_that_finds_no_room_is_told(tmp_path: Path, words: tuple[str, ...]) -> None:
    library = () if "--help" in words or "--version" in words else ("--library", tmp_path)
    command = [sys.executable, "-m", "kiosk", *words, *map(str, library)]
    with Path("/dev/full").open("w") as full:
        answer = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=PATIENCE)
    said = "The answer could not be written (no room is left). Choose another place for it.\n"
    assert (answer.returncode, answer.stderr) == (1, said)
