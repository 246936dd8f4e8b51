"""What may come of opening a programme at the desk: no programme, one that vanishes, edits, a full disk."""

import shutil
from pathlib import Path

import pytest

from tests.flows.desk.author import copy_source, desk
from tests.mounts import fill, mounted_tmpfs
from tests.screen_kit import run_cli, wait_until


def test_what_is_no_programme_is_refused_with_a_sentence(tmp_path: Path) -> None:
    letter = tmp_path / "letter.doc"
    letter.write_text("Dear all", "utf-8")
    with desk(tmp_path / "library") as author:
        author.drop(letter)
        author.wait_for_check()
        assert author.says("No programme can be read from “letter.doc”.")
        author.open_step("stick")
        assert not author.desk.stick_page.canMake


def test_a_programme_that_vanishes_is_told_and_found_again(checkout: Path, tmp_path: Path) -> None:
    source = copy_source(checkout, tmp_path)
    away = tmp_path / "away"
    with desk(tmp_path / "library") as author:
        author.drop(source)
        author.wait_for_check()
        source.rename(away)
        wait_until(lambda: author.says("“corner-month” is not there."), author.texts)
        away.rename(source)
        wait_until(lambda: author.desk.checker.is_ready, author.texts)


def test_a_check_that_is_overtaken_counts_for_nothing(checkout: Path, tmp_path: Path) -> None:
    source = copy_source(checkout, tmp_path)
    other = Path(shutil.copytree(checkout / "data/25-years-together", tmp_path / "other"))
    with desk(tmp_path / "library") as author:
        author.drop(source)
        author.drop(other)
        author.drop(other)
        author.wait_for_check()
        assert author.desk.checker.report["programme"]["events"] == 18


def test_a_full_disk_is_told(checkout: Path, tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "full", "size=2m") as full, desk(full / "library") as author:
        fill(full)
        author.drop(checkout / "data/corner-month")
        author.wait_for_check()
        assert author.says("There is too little room")


def test_a_wrong_clock_is_doubted_before_anything_is_signed(checkout: Path, tmp_path: Path) -> None:
    source, later, stick = copy_source(checkout, tmp_path), tmp_path / "later.kpack", tmp_path / "stick"
    stick.mkdir()
    keys = tmp_path / "library/keys"
    run_cli("keys", "new", keys, "--publisher", "corner", "--host", "corner.example.org")
    run_cli("pack", "build", source, "-o", later, "--keys", keys, "--signed-at", "2030-01-01")
    with desk(tmp_path / "library") as author:
        author.drop(source)
        author.wait_for_check()
        author.desk.check_page.packChosen.emit(str(later))
        author.wait_for_check()
        author.open_step("stick")
        author.choose_folder(stick)
        assert author.says("2030-01-01")
        assert not author.desk.stick_page.canMake
        author.tap("clock-right")
        assert author.make() == "done"


def test_a_pack_that_cannot_be_read_is_compared_with_nothing(checkout: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.kpack"
    broken.write_bytes(b"PK")
    with desk(tmp_path / "library") as author:
        author.drop(checkout / "data/corner-month")
        author.wait_for_check()
        for pack in (broken, tmp_path / "gone.kpack"):
            author.desk.check_page.packChosen.emit(str(pack))
            author.wait_for_check()
            author.open_step("check")
            author.tap("tab-changes")
            assert author.says("No earlier pack is known here.")


def test_a_second_window_says_where_to_go_on(tmp_path: Path) -> None:
    with desk(tmp_path / "library") as first:
        first.texts()
        with desk(tmp_path / "library") as second:
            assert second.says("The desk is open in another window.")
            second.drop(tmp_path)
            assert not second.desk.checker.subject


@pytest.mark.parametrize("name", ["with space", "мәтін"])
def test_any_folder_name_will_do(name: str, checkout: Path, tmp_path: Path) -> None:
    source = Path(shutil.copytree(checkout / "data/corner-month", tmp_path / name))
    with desk(tmp_path / "library") as author:
        author.drop(source)
        author.wait_for_check()
        assert author.says(name)
        assert author.desk.checker.is_ready
