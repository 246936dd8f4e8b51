"""`kiosk scan`, as it is typed and as the screen runs it."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from kiosk.__main__ import main
from kiosk.base.clock import BUILD_DATE
from kiosk.delivery import scan
from kiosk.sources.pack_listing import MAX_PACKS, list_packs
from tests.library_kit import LibraryKit, sample_publisher

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    kit = LibraryKit(tmp_path, sample_publisher(at=BUILD_DATE))
    kit.install(1)
    return kit


@pytest.fixture
def stick(tmp_path: Path, kit: LibraryKit) -> Path:
    """A stick with a newer pack, the shown one, and half a pack."""
    folder = tmp_path / "stick"
    folder.mkdir()
    for version in (1, 2):
        kit.pack(version).replace(folder / f"{version}.kpack")
    (folder / "half.kpack").write_bytes((folder / "2.kpack").read_bytes()[:-30])
    return folder


@pytest.fixture
def run(kit: LibraryKit, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*words: object) -> tuple[int, str, str]:
        code = main(["scan", *map(str, words), "--library", str(kit.folder)])
        return code, *capsys.readouterr()

    return run


def test_one_line_for_each_pack(run: Run, stick: Path) -> None:
    code, output, err = run(stick)
    first, second, third, last = output.splitlines()
    assert (code, err) == (0, "")
    assert first.startswith("1.kpack: “25 Years e”, pack No. 1, id ")
    assert first.endswith("from Test Publisher. It is showing already.")
    assert second.endswith("It is newer than what is showing.")
    assert third.startswith("half.kpack: The copy of ")
    assert last == "To be installed: 2.kpack"


def test_empty_folder_and_too_many_packs_are_reported(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run(empty) == (0, f"There is no programme pack in {empty}.\n", "")
    for number in range(MAX_PACKS + 2):
        (empty / f"{number}.kpack").touch()
    assert run(empty)[1].endswith(
        "\nThere are more than 50 packs; the 2 oldest were not looked at."
        " Remove those that are no longer needed.\n"
    )


def test_j22_a_folder_that_was_read_in_part_is_told(
    run: Run, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan, "list_packs", partial(list_packs, seconds=0))
    code, output, _ = run(stick, "--json")
    (note,) = json.loads(output)["notes"]
    assert (code, note["code"]) == (0, "sources.too_many_files")
    assert "more than 0 files; only 0 were looked at" in run(stick)[1]


def test_j23_a_pack_in_another_folder_is_told(run: Run, stick: Path) -> None:
    (stick / "New folder").mkdir()
    (stick / "2.kpack").rename(stick / "New folder/2.kpack")
    assert run(stick)[1].splitlines()[-1] == (
        "2.kpack: This pack lies in the folder “New folder”, where it is not read. Move it out of the folder,"
        " onto the stick itself, and plug the stick in again."
    )
    found = json.loads(run(stick, "--json")[1])
    assert (found["best"], found["files"][-1]["standing"]) == (None, "misplaced")


@pytest.mark.parametrize("unfinished", [b"", b"PK", bytes(50_000), b"PK\3\4" + bytes(50_000)])
@pytest.mark.parametrize("name", ["new.kpack", "new.kpack.part"])
def test_j23_a_copy_that_is_not_finished_is_told(run: Run, stick: Path, name: str, unfinished: bytes) -> None:
    (stick / name).write_bytes(unfinished)
    line = run(stick)[1].splitlines()[-2]
    assert line.startswith(f"{name}: The copy of ") and "wait until it is done" in line


def test_j23_zeros_before_the_end_of_a_pack_are_an_unfinished_copy(run: Run, stick: Path) -> None:
    data = (stick / "2.kpack").read_bytes()
    (stick / "new.kpack").write_bytes(bytes(len(data) // 2) + data[len(data) // 2 :])
    assert run(stick)[1].splitlines()[-2].startswith("new.kpack: The copy of ")


def test_json_has_all_facts(run: Run, stick: Path) -> None:
    code, output, _ = run(stick, "--json")
    found: dict[str, Any] = json.loads(output)
    assert (code, found["best"], found["left_out"]) == (0, 1, 0)
    one, two, half = found["files"]
    assert (one["name"], one["standing"], one["publisher"]) == ("1.kpack", "already", "Test Publisher")
    assert (two["file"], two["size"]) == (str(stick / "2.kpack"), (stick / "2.kpack").stat().st_size)
    assert (two["standing"], two["pack"]["version"], "error" in two) == ("newer", 2, False)
    assert (half["standing"], half["publisher"], "pack" in half) == ("refused", "", False)
    assert half["error"]["code"] == "packs.unfinished"
    assert set(half["error"]["text"]) == {"kk", "ru", "en"}


def test_missing_stick_is_an_error(run: Run, tmp_path: Path) -> None:
    code, output, err = run(tmp_path / "gone", "--json")
    assert (code, json.loads(output)["error"]["code"]) == (1, "sources.stick_gone")
    assert err.startswith(str(tmp_path / "gone"))
