"""`kiosk scan`, as it is typed and as the screen runs it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.__main__ import main
from kiosk.base.clock import BUILD_DATE
from kiosk.sources.pack_listing import MAX_PACKS
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
        "\n2 more packs were not looked at. Remove those that are no longer needed.\n"
    )


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
