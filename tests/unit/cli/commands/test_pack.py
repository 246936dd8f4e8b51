"""`kiosk pack build`, `check` and `show`, as they are typed."""

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.__main__ import main
from tests.source_builder import PACK_TOML, TALK_TOML, write_source

AT = "2016-04-01T08:40:00Z"


@pytest.fixture
def pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    write_source(tmp_path / "source")
    main(["keys", "new", str(tmp_path / "keys"), "--host", "kz.usembassy.gov", "--name", "The Mission"])
    capsys.readouterr()
    return tmp_path / "small.kpack"


def build(pack: Path, *more: str) -> int:
    folder = pack.parent
    places = [str(folder / "source"), "-o", str(pack), "--keys", str(folder / "keys")]
    return main(["pack", "build", *places, "--signed-at", AT, *more])


def answer(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_build_prints_one_line(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(pack) == 0
    output = capsys.readouterr()
    assert output.err == "" and output.out.count("\n") == 1
    assert all(part in output.out for part in (str(pack), "No. 3", "events: 2", " KB"))


def test_build_check_and_show_agree(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(pack, "--json", "--version", "5") == 0
    built = answer(capsys)
    assert main(["pack", "show", str(pack), "--json"]) == 0
    shown = answer(capsys)
    assert main(["pack", "check", str(pack), "--json"]) == 0
    checked = answer(capsys)
    assert built == {**shown, "file": str(pack)} and shown == checked
    facts = {name: shown[name] for name in ("id", "version", "events", "themes", "signed_at", "problems")}
    assert facts == {
        "id": "small",
        "version": 5,
        "events": 2,
        "themes": {"innovation": 2},
        "signed_at": AT,
        "problems": [],
    }


def test_places_of_one_cause_are_listed_together(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    talks = {f"events/talk-{n}.toml": TALK_TOML.replace("code", "coda") for n in range(5)}
    source = str(write_source(pack.parent / "source", talks))
    assert main(["pack", "check", source, "--at", AT]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("5 places: There is no icon called “coda”. -> ")
    assert lines[1] == "    events/talk-0.toml:2  icon “coda”"
    assert lines[4] == "    … and 2 more; --all lists them."
    assert main(["pack", "check", source, "--at", AT, "--all"]) == 1
    assert "    events/talk-4.toml:2  icon “coda”" in capsys.readouterr().err.splitlines()
    assert main(["pack", "check", source, "--at", AT, "--json"]) == 1
    groups = answer(capsys)["groups"]
    assert [(one["code"], len(one["problems"])) for one in groups] == [("icon", 5), ("event_duplicate", 5)]


@pytest.mark.parametrize("option", [("--matrix",), ("--page", "page.pdf")])
def test_matrix_and_page_are_refused_for_a_pack(
    option: tuple[str, ...], pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(pack) == 0
    capsys.readouterr()
    assert main(["pack", "check", str(pack), *option]) == 1
    output = capsys.readouterr()
    assert output.out == "" and "is no source: --matrix and --page" in output.err


def test_the_matrix_says_which_texts_are_missing(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    talk = TALK_TOML.replace('ru = "Приходите послушать."\n', "")
    source = str(write_source(pack.parent / "source", {"events/talk.toml": talk, "events/full.toml": None}))
    (pack.parent / "source/events/full.toml").unlink()
    assert main(["pack", "check", source, "--at", AT, "--matrix"]) == 0
    output = capsys.readouterr()
    assert output.out.splitlines()[:2] == [
        "         en     kk     ru",
        "talk    3/3    3/3    2/3  ru: body",
    ]
    assert "(note) The text is missing in: ru." in output.err
    assert main(["pack", "check", source, "--at", AT, "--matrix", "--json"]) == 0
    (row,) = answer(capsys)["matrix"]
    assert row["event"] == "talk" and row["texts"]["body"] == {"en": True, "kk": True, "ru": False}


@pytest.mark.parametrize(("name", "begins"), [("page.pdf", b"%PDF-"), ("page.html", b"<!doctype html>")])
def test_the_findings_can_be_printed(
    name: str, begins: bytes, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, source = pack.parent / name, str(pack.parent / "source")
    assert main(["pack", "check", source, "--at", AT, "--page", str(page), "--language", "kk"]) == 0
    assert page.read_bytes().startswith(begins)
    assert main(["pack", "check", source, "--page", str(pack.parent / "page.txt")]) == 1
    assert "page.txt" in capsys.readouterr().err


def test_a_check_asks_the_keys(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wider = PACK_TOML.replace('"kz.usembassy.gov"]', '"kz.usembassy.gov", "example.org"]')
    source = str(write_source(pack.parent / "source", {"pack.toml": wider}))
    assert main(["pack", "check", source, "--at", AT]) == 0
    assert main(["pack", "check", source, "--keys", str(pack.parent / "nothing")]) == 1
    capsys.readouterr()
    assert main(["pack", "check", source, "--at", AT, "--keys", str(pack.parent / "keys")]) == 1
    assert capsys.readouterr().err.startswith(
        "pack.toml:7  hosts[2]: The publisher’s keys do not allow links to example.org. -> "
    )


def test_a_programme_that_is_over_is_told_of_once(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = str(pack.parent / "source")
    assert main(["pack", "check", source, "--at", "2016-04-20", "--json"]) == 0
    assert [(one["file"], one["code"]) for one in answer(capsys)["problems"]] == [
        ("events/talk.toml", "event_past")
    ]
    assert main(["pack", "check", source, "--json"]) == 0
    assert [one["code"] for one in answer(capsys)["problems"]] == ["events_past"]


@pytest.mark.parametrize(("language", "title"), [("en_GB", "Small"), ("kk_KZ", "Шағын"), ("ru_KZ", "Малая")])
def test_show_and_check_use_the_users_language(
    language: str, title: str, pack: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build(pack)
    monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
    capsys.readouterr()
    assert main(["pack", "show", str(pack)]) == main(["pack", "check", str(pack)]) == 0
    output = capsys.readouterr().out
    assert output.startswith(f"{title}\n") and output.count(title) == 2


@pytest.mark.parametrize("verb", ["build", "check"])
def test_all_problems_are_printed_and_nothing_is_written(
    verb: str, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = pack.parent / "source"
    write_source(source, {"events/talk.toml": TALK_TOML.replace("2016", "MMXVI").replace("code", "coda")})
    assert (build(pack) if verb == "build" else main(["pack", "check", str(source)])) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert [line.partition("  ")[0] for line in output.err.splitlines()[:2]] == [
        "events/talk.toml:2",
        "events/talk.toml:3",
    ]
    assert not pack.exists()


def test_problems_as_json(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write_source(pack.parent / "source", {"events/talk.toml": TALK_TOML.replace("code", "coda")})
    assert main(["pack", "check", str(source), "--json"]) == 1
    found = answer(capsys)
    assert found["error"]["code"] == "authoring.problems"
    problem = found["problems"][0]
    assert (problem["file"], problem["line"], problem["field"]) == ("events/talk.toml", 2, "icon")
    assert problem["what"] and problem["remedy"] and problem["severity"] == "error"


def test_warnings_do_not_stop_a_build(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pack.parent / "source/events/notes.txt").write_text("later")
    assert build(pack) == 0
    assert "events/notes.txt" in capsys.readouterr().err
    assert main(["pack", "check", str(pack.parent / "source"), "--json", "--at", AT]) == 0
    found = answer(capsys)
    assert [one["severity"] for one in found["problems"]] == ["warning"] and found["events"] == 2


def test_default_keys_folder_is_in_the_users_data_folder(
    pack: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(pack.parent / "data"))
    command = ["pack", "build", str(pack.parent / "source"), "-o", str(pack), "--signed-at", AT]
    assert main(command) == 1
    assert str(pack.parent / "data/corner-kiosk/keys") in capsys.readouterr().err
    (pack.parent / "data/corner-kiosk").mkdir(parents=True)
    (pack.parent / "keys").rename(pack.parent / "data/corner-kiosk/keys")
    assert main(command) == 0


@pytest.mark.parametrize("verb", ["check", "show"])
def test_file_that_is_no_pack_is_an_error(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.kpack").write_bytes(b"hello")
    assert main(["pack", verb, str(tmp_path / "x.kpack"), "--json"]) == 1
    output = capsys.readouterr()
    assert json.loads(output.out)["error"]["code"] == "packs.not_a_pack" and output.err
    assert main(["pack", verb, str(tmp_path / "missing.kpack")]) == 1


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5"])
def test_pack_version_starts_at_one(number: str, pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        build(pack, f"--version={number}")
    assert ended.value.code == 2
    assert "--version" in capsys.readouterr().err
