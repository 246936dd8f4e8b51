"""`kiosk preview` with the demo programme and its April update, as they are typed."""

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.__main__ import main


class CommandLine:
    """The command line, the demo's two packs, and a library that trusts their publisher."""

    def __init__(self, folder: Path, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.library = folder / "library"
        keys = folder / "keys"
        main(["keys", "new", str(keys), "--name", "The Mission", "--host", "kz.usembassy.gov"])
        for name in ("25-years-together", "april-update"):
            where = ("-o", str(folder / f"{name}.kpack"), "--keys", str(keys))
            main(["pack", "build", str(checkout / "data" / name), *where])
        self.first, self.update = folder / "25-years-together.kpack", folder / "april-update.kpack"
        self.run("trust", "add", keys / "root.json")

    def run(self, *words: object) -> tuple[int, str, str]:
        code = main([*map(str, words), "--library", str(self.library)])
        out, err = self._capsys.readouterr()
        return code, out, err

    def json(self, file: Path) -> dict[str, Any]:
        code, out, err = self.run("preview", file, "--json")
        assert (code, err) == (0, "")
        found = json.loads(out)
        assert isinstance(found, dict)
        return found


@pytest.fixture
def cli(tmp_path: Path, checkout: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    made = CommandLine(tmp_path, checkout, capsys)
    capsys.readouterr()
    return made


def test_the_april_update_moves_one_cancels_one_adds_one_and_corrects_one(cli: CommandLine) -> None:
    cli.run("install", cli.first)
    found = cli.json(cli.update)
    assert (found["standing"], found["shown"]["version"], found["pack"]["version"]) == ("newer", 1, 2)
    changes = found["changes"]
    assert {one["id"]: one["kind"] for one in changes["events"]} == {
        "techforum": "moved",
        "creating-a-relationship": "cancelled",
        "exercise-open-evening": "new",
        "global-health": "corrected",
    }
    assert (changes["campaign"], changes["themes"], changes["venues"]) == ([], [], [])
    assert found["untranslated"] == []
    (moved,) = (one for one in changes["events"] if one["id"] == "techforum")
    (time,) = (field for field in moved["fields"] if field["name"] == "time")
    assert (time["before"]["edtf"], time["after"]["edtf"]) == ("2016-06", "2016-09")


def test_preview_as_sentences(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    cli.run("install", cli.first)
    code, output, err = cli.run("preview", cli.update)
    assert (code, err) == (0, "")
    headings = [line for line in output.splitlines()[4:] if not line.startswith(" ")]
    assert headings == ["New (1):", "Cancelled (1):", "Moved (1):", "Text corrected (1):"]
    assert "      Time: June 2016 → September 2016\n" in output
    assert "  – Exercise: Open Saturday · 9 April 2016, 11:00–14:00\n" in output
    monkeypatch.setenv("LANGUAGE", "ru")
    assert "      Время: июнь 2016 → сентябрь 2016\n" in cli.run("preview", cli.update)[1]
    monkeypatch.setenv("LANGUAGE", "kk")
    assert "      Уақыты: 2016 жылғы маусым → 2016 жылғы қыркүйек\n" in cli.run("preview", cli.update)[1]


def test_preview_changes_nothing_and_reports_same_and_older_packs(cli: CommandLine) -> None:
    assert cli.json(cli.first)["standing"] == "first"
    assert [path.name for path in cli.library.iterdir()] == ["trust"]
    cli.run("install", cli.first)
    cli.run("preview", cli.update)
    assert "pack No. 1" in cli.run("status")[1]
    cli.run("install", cli.update)
    assert cli.json(cli.update)["standing"] == "already"
    assert "is showing already" in cli.run("preview", cli.update)[1]
    code, out, err = cli.run("preview", cli.first, "--json")
    assert (code, json.loads(out)["error"]["code"]) == (1, "packs.older")
    assert "older than number 2" in err
