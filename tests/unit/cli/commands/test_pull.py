"""`kiosk pull`, as it is typed and as the screen runs it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.base.clock import BUILD_DATE
from tests.library_kit import LibraryKit, sample_publisher

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    kit = LibraryKit(tmp_path, sample_publisher(at=BUILD_DATE))
    kit.install(1)
    (tmp_path / "share").mkdir()
    kit.pack(2).replace(tmp_path / "share/2.kpack")
    return kit


@pytest.fixture
def run(kit: LibraryKit, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    settings = tmp_path / "kiosk.toml"
    settings.write_text(f"share = '{tmp_path / 'share'}'\n")

    def run(*words: object) -> tuple[int, str, str]:
        code = main(["pull", *map(str, words), "--library", str(kit.folder), "--settings", str(settings)])
        return code, *capsys.readouterr()

    return run


def test_pull_lists_packs_and_installs_them(run: Run) -> None:
    code, output, _ = run("--dry-run")
    assert (code, len(output.splitlines())) == (0, 2)
    assert output.startswith("2.kpack: “25 Years e”, pack No. 2, id ")
    assert output.endswith("newer than what is showing.\nTo be installed: 2.kpack\n")
    code, output, _ = run()
    assert (code, output.splitlines()[-1].startswith("“25 Years e” is installed: pack No. 2")) == (0, True)
    assert run()[1].endswith("It is showing already.\n")


def test_json_has_all_facts(run: Run) -> None:
    found = json.loads(run("--json", "--dry-run")[1])
    assert (found["best"], found["wanted"], found["installed"], found["failed"]) == (0, [0], [], [])
    assert (found["files"][0]["standing"], found["files"][0]["accepted"]) == ("newer", False)
    done = json.loads(run("--json")[1])
    assert [one["pack"]["version"] for one in done["installed"]] == [2]
    later = json.loads(run("--json")[1])
    assert (later["best"], later["wanted"], later["files"][0]["accepted"]) == (None, [], True)


def test_without_a_share_the_error_explains_the_setting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "kiosk.toml"
    settings.write_text("")
    assert main(["pull", "--settings", str(settings), "--json"]) == 1
    output = capsys.readouterr()
    assert json.loads(output.out)["error"]["code"] == "sources.no_share"
    assert 'share = "/mnt/…"' in output.err


def test_missing_share_is_an_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "share").rename(tmp_path / "elsewhere")
    code, output, _ = run("--json")
    assert (code, json.loads(output)["error"]["code"]) == (1, "sources.share_gone")
