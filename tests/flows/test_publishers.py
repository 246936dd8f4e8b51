"""The packs of the mission and of a Corner form one programme; built and installed by the commands."""

import json
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.app.window import KioskWindow
from tests.screen_kit import run_cli, tap, texts, window
from tests.source_builder import (
    PACK_TOML,
    TALK_TOML,
    TALK_WITH_PICTURE_TOML,
    THEMES_TOML,
    png_picture,
    write_source,
)

HOST = "almaty.example.org"
REGISTER = f"""
[registration]
url = "https://{HOST}/talk"
"""
CLUBS = """
[clubs]
colour = "#5A2D82"
icon = "book-open"
title = { en = "Our clubs", kk = "Үйірмелер", ru = "Наши клубы" }
tagline = { en = "Every week", kk = "Апта сайын", ru = "Каждую неделю" }
"""
CLUB_EVENT = (
    TALK_TOML.replace('theme = "innovation"', 'theme = "clubs"')
    .replace('"A talk"', '"Chess club"')
    .replace("corner-almaty", "american-corner-almaty")
)
SOURCE = {
    "pack.toml": PACK_TOML.replace('"small"', '"almaty-corner"').replace("kz.usembassy.gov", HOST),
    "themes.toml": THEMES_TOML.replace('"Innovation"', '"Our innovation"') + CLUBS,
    "venues.toml": """\
[almaty]
kind = "city"
name = { en = "Alma-Ata", kk = "Алматы", ru = "Алматы" }

[american-corner-almaty]
kind = "corner"
city = "almaty"
name = { en = "Corner", kk = "Бұрыш", ru = "Уголок" }
""",
    "events/full.toml": None,
    "events/talk.toml": TALK_WITH_PICTURE_TOML.replace("corner-almaty", "american-corner-almaty") + REGISTER,
    "events/chess.toml": CLUB_EVENT,
    "events/techforum.toml": CLUB_EVENT.replace("Chess club", "Not the forum"),
    "media/hall.png": png_picture(),
}
RIGHTS = ("--venue", "american-corner-almaty", "--theme", "innovation", "--theme", "clubs", "--rank", "10")


@pytest.fixture
def two_publishers(tmp_path: Path, demo: Path) -> Path:
    """A library with the packs of the mission (the demo) and of the Corner."""
    library, mission = tmp_path / "library", demo.parent
    run_cli("trust", "add", mission / "keys/root.json", "--library", library)
    run_cli("install", mission / "25-years-together.kpack", "--library", library)
    run_cli("keys", "new", tmp_path / "keys", "--publisher", "almaty", "--host", HOST, *RIGHTS)
    source, pack = write_source(tmp_path / "source", SOURCE), tmp_path / "corner.kpack"
    run_cli("pack", "build", source, "-o", pack, "--keys", tmp_path / "keys")
    run_cli("trust", "add", tmp_path / "keys/root.json", "--library", library)
    run_cli("install", pack, "--library", library)
    return library


def code_payloads(shown: KioskWindow) -> dict[str, str]:
    """The payloads of the codes on the event page, by kind."""
    return {code.kind: code.payload for code in shown.shell.pages.event.code_viewer.codes}


def test_a_visitor_sees_one_programme(two_publishers: Path) -> None:
    with window(two_publishers) as shown:
        tap(shown, "attract")
        assert "Our innovation" not in texts(shown)
        themes = [row.target for row in shown.shell.pages.home.doors.rows if row.kind == "theme"]
        assert themes == ["innovation", "friendship", "partnership", "clubs"]
        tap(shown, "theme-clubs")
        assert {"Our clubs", "Chess club"} <= set(texts(shown))
        assert "Not the forum" not in texts(shown)
        assert "Alma-Ata" not in texts(shown)
        tap(shown, "back")
        tap(shown, "theme-innovation")
        tap(shown, "event-talk")
        assert {"A talk", "Innovation"} <= set(texts(shown))
        tap(shown, "Русский")
        assert "Беседа" in texts(shown)


def test_each_pack_has_its_own_hosts_and_pictures(two_publishers: Path) -> None:
    with window(two_publishers) as shown:
        tap(shown, "attract")
        shown.shell.openEvent("talk")
        assert code_payloads(shown)["register"] == f"https://{HOST}/talk"
        picture = shown.shell.pages.event.picture
        assert shown.shell.session.programme
        assert picture.startswith("2/almaty/media/")
        assert shown.shell.session.programme.media_path(picture).is_file()
        shown.shell.openEvent("love-to-code")
        assert code_payloads(shown)["register"] == "https://kz.usembassy.gov/25-years/love-to-code"
        may_link = shown.shell.session.programme.may_link
        assert not may_link("talk", "https://kz.usembassy.gov/")
        assert not may_link("love-to-code", f"https://{HOST}/")


def test_of_two_events_with_one_id_the_missions_is_shown(two_publishers: Path) -> None:
    with window(two_publishers) as shown:
        shown.shell.openEvent("techforum")
        assert shown.shell.pages.event.title not in ("", "Not the forum")
        assert shown.shell.pages.event.theme == "Innovation"


def test_installing_names_events_that_another_publisher_has_too(
    two_publishers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_cli("trust", "remove", "almaty", "--library", two_publishers)
    run_cli("trust", "add", two_publishers.parent / "keys/root.json", "--library", two_publishers)
    capsys.readouterr()
    run_cli("install", two_publishers.parent / "corner.kpack", "--library", two_publishers)
    output = capsys.readouterr().out
    assert "Another publisher's programme has these events too: techforum." in output


@pytest.mark.parametrize("method", ["rollback", "removal"])
def test_removing_the_corners_programme_keeps_the_missions(two_publishers: Path, method: str) -> None:
    run_cli(
        *({"rollback": ["rollback"], "removal": ["trust", "remove", "almaty"]}[method]),
        "--library",
        two_publishers,
    )
    with window(two_publishers) as shown:
        tap(shown, "attract")
        themes = [row.target for row in shown.shell.pages.home.doors.rows if row.kind == "theme"]
        assert themes == ["innovation", "friendship", "partnership"]


def test_pack_build_refuses_a_theme_that_the_publisher_has_no_right_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_cli(
        "keys", "new", tmp_path / "keys", "--publisher", "almaty", "--host", HOST, "--theme", "innovation"
    )
    source, pack = write_source(tmp_path / "source", SOURCE), tmp_path / "corner.kpack"
    capsys.readouterr()
    command = ["pack", "build", source, "-o", pack, "--keys", tmp_path / "keys", "--json"]
    assert main([str(argument) for argument in command]) == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert {one["code"] for one in problems if one["severity"] == "error"} == {"rights_theme"}
    problem = next(one for one in problems if one["file"] == "events/chess.toml")
    assert "“clubs”" in problem["what"] and "innovation" in problem["remedy"]
    assert not pack.exists()
