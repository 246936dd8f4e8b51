"""What may come of making a stick: one or two of them, locked, full, pulled out, stopped, or a late edit."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tests.flows.desk.author import Author, copy_source, desk
from tests.mounts import fill, mounted_tmpfs
from tests.screen_kit import centre, click, find, run_cli, wait_until
from tests.stick import Stick

HOST = "corner.example.org"


@contextmanager
def author_with_keys(checkout: Path, tmp_path: Path) -> Iterator[tuple[Author, Path]]:
    """A press officer at the step Stick, with keys and a checked programme; sticks are in `media`."""
    source = copy_source(checkout, tmp_path)
    run_cli("keys", "new", tmp_path / "library/keys", "--publisher", "corner", "--host", HOST)
    with desk(tmp_path / "library", sticks=tmp_path / "media") as author:
        author.drop(source)
        author.wait_for_check()
        author.open_step("stick")
        yield author, source


def halt_while_signing(author: Author, does: Callable[[], object]) -> str:
    """Make the stick, but do something after signing has begun and before anything is written."""
    author.tap("make")
    child = author.desk.stick_page._child
    process = child._process.processId()
    wait_until(lambda: author.desk.stick_page._progress, author.texts)
    os.kill(process, signal.SIGSTOP)
    assert author.desk.stick_page._progress["step"] == "check"
    does()
    os.kill(process, signal.SIGCONT)
    return author.wait_for_outcome()


def test_the_only_stick_is_chosen(checkout: Path, tmp_path: Path) -> None:
    stick = Stick(tmp_path, "BLUE")
    with author_with_keys(checkout, tmp_path) as (author, _):
        assert author.says("Plug in a USB stick")
        stick.plug_in()
        with stick:
            wait_until(lambda: author.says(str(stick.path)), author.texts)
            assert author.make() == "done"
            assert [path.name for path in stick.path.glob("*.kpack*")] == ["corner-month-1.kpack"]
        author.tap("again")
        wait_until(lambda: author.says("Plug in a USB stick"), author.texts)


def test_a_write_protected_stick_cannot_be_chosen(checkout: Path, tmp_path: Path) -> None:
    locked, other = Stick(tmp_path, "LOCKED"), Stick(tmp_path, "OTHER")
    with author_with_keys(checkout, tmp_path) as (author, _):
        locked.plug_in("ro,nosuid,nodev")
        with locked:
            wait_until(lambda: author.says("write-protected"), author.texts)
            assert not author.desk.stick_page.canMake
            other.plug_in()
            with other:
                wait_until(lambda: author.desk.stick_page.canMake, author.texts)
                author.choose_folder(locked.path)
                assert author.make() == "failed"
                assert author.says("is write-protected, so nothing was saved")


def test_a_stick_that_is_pulled_out_half_way(checkout: Path, tmp_path: Path) -> None:
    stick = Stick(tmp_path, "BLUE")
    with author_with_keys(checkout, tmp_path) as (author, _):
        stick.plug_in()
        wait_until(lambda: author.desk.stick_page.canMake, author.texts)
        assert halt_while_signing(author, stick.unplug) == "failed"
        assert author.says("is not there, so nothing was saved")
        assert list(stick.path.iterdir()) == []
        author.tap("again")
        stick.plug_in()
        with stick:
            wait_until(lambda: author.desk.stick_page.canMake, author.texts)
            assert author.make() == "done"


def test_stopped_half_way_nothing_is_left(checkout: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with author_with_keys(checkout, tmp_path) as (author, _):
        author.choose_folder(folder)
        assert halt_while_signing(author, lambda: author.tap("cancel")) == "failed"
        assert author.says("You have stopped it.")
        assert list(folder.iterdir()) == []


def test_a_programme_that_was_changed_meanwhile_is_not_signed(checkout: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with author_with_keys(checkout, tmp_path) as (author, source):
        author.choose_folder(folder)
        event = source / "events/film-night.toml"
        event.write_text(event.read_text("utf-8").replace("Film Night", "Movie Evening"), "utf-8")
        author.desk.stick_page.make("")  # before the desk has noticed
        assert author.wait_for_outcome() == "failed"
        assert author.says("The programme was changed after it had been checked")
        assert list(folder.iterdir()) == []
        author.tap("again")
        wait_until(lambda: author.desk.stick_page.canMake, author.texts)
        assert author.make() == "done"


def test_a_double_tap_makes_one_stick(checkout: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with author_with_keys(checkout, tmp_path) as (author, _):
        author.choose_folder(folder)
        button = centre(find(author.shown, "make"))
        click(author.shown, button)
        click(author.shown, button)
        author.desk.stick_page.make("")
        assert author.wait_for_outcome() == "done"
        assert [path.name for path in folder.iterdir()] == ["corner-month-1.kpack"]


def test_a_full_stick_is_told_and_nothing_is_left(checkout: Path, tmp_path: Path) -> None:
    with (
        mounted_tmpfs(tmp_path / "full", "size=1m") as full,
        author_with_keys(checkout, tmp_path) as (author, _),
    ):
        fill(full)
        author.choose_folder(full)
        assert author.make() == "failed"
        assert author.says("There is too little room")
        assert [path.name for path in full.iterdir()] == ["filler"]


def test_a_stick_with_a_later_pack_gets_a_higher_number(checkout: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with author_with_keys(checkout, tmp_path) as (author, source):
        later = ("pack", "build", source, "-o", folder / "old.kpack", "--version", "7")
        run_cli(*later, "--keys", tmp_path / "library/keys")
        author.choose_folder(folder)
        assert author.make() == "done"
        assert author.says("Pack No. 8")


def resume_when_terminated(process: int) -> None:
    """Let a halted process go on as soon as it has been asked to end; return when it is gone."""
    status = Path(f"/proc/{process}/status")
    while status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text("utf-8").splitlines())
        if int(lines["ShdPnd"], 16) & 1 << signal.SIGTERM - 1:
            os.kill(process, signal.SIGCONT)
            return
        time.sleep(0.01)


def halt_while_writing(author: Author, folder: Path) -> int:
    """Make sticks until one is halted with its unfinished file in the folder; the process."""
    while True:
        author.tap("make")
        process = int(author.desk.stick_page._child._process.processId())
        while author.desk.stick_page._child and not list(folder.glob("*.part")):
            QGuiApplication.processEvents()
        if author.desk.stick_page._child:
            os.kill(process, signal.SIGSTOP)
            if list(folder.glob("*.part")):
                return process
            os.kill(process, signal.SIGCONT)
        author.wait_for_outcome()
        author.tap("again")
        author.wait_for_check()


def test_a_window_that_is_closed_while_it_writes_leaves_nothing(checkout: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with author_with_keys(checkout, tmp_path) as (author, _):
        author.choose_folder(folder)
        process = halt_while_writing(author, folder)
        resume = threading.Thread(target=resume_when_terminated, args=(process,))
        resume.start()
    resume.join()
    assert list(folder.glob("*.part")) == []
    assert not Path(f"/proc/{process}").exists()


def test_unfinished_files_of_the_desk_are_removed_and_no_others(checkout: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    left = {f"corner-month-{number}.kpack.part" for number in (1, 7, 8)}
    others = {"corner-month-9.kpack.part", "corner-month-x.kpack.part", "film.part", "may-1.kpack.part"}
    with author_with_keys(checkout, tmp_path) as (author, source):
        later = ("pack", "build", source, "-o", folder / "old.kpack", "--version", "7")
        run_cli(*later, "--keys", tmp_path / "library/keys")
        for name in left | others:
            (folder / name).write_bytes(b"PK")
        author.choose_folder(folder)
        assert author.make() == "done"
    assert {path.name for path in folder.iterdir()} == others | {"old.kpack", "corner-month-8.kpack"}
