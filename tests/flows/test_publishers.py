"""The mission's programme and a Corner's own on one screen, made and installed by the real commands."""

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
OWN = (
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
    "events/chess.toml": OWN,
    "events/techforum.toml": OWN.replace("Chess club", "Not the forum"),
    "media/hall.png": png_picture(),
}
RIGHTS = ("--venue", "american-corner-almaty", "--theme", "innovation", "--theme", "clubs", "--rank", "10")


@pytest.fixture
def both(tmp_path: Path, demo: Path) -> Path:
    """A library of its own with the demo programme and the Corner's."""
    library, mission = tmp_path / "library", demo.parent
    run_cli("trust", "add", mission / "keys/root.json", "--library", library)
    run_cli("install", mission / "25-years-together.kpack", "--library", library)
    run_cli("keys", "new", tmp_path / "keys", "--publisher", "almaty", "--host", HOST, *RIGHTS)
    source, pack = write_source(tmp_path / "source", SOURCE), tmp_path / "corner.kpack"
    run_cli("pack", "build", source, "-o", pack, "--keys", tmp_path / "keys")
    run_cli("trust", "add", tmp_path / "keys/root.json", "--library", library)
    run_cli("install", pack, "--library", library)
    return library


def codes(shown: KioskWindow) -> dict[str, str]:
    """What the codes on the page say, by kind."""
    return {row.kind: row.payload for row in shown.shell.event_page.code_rows.rows}


def test_a_visitor_sees_one_programme(both: Path) -> None:
    with window(both) as shown:
        tap(shown, "attract")
        assert shown.shell.home_page.title == "25 Years Together"
        assert "Our innovation" not in texts(shown)
        themes = [row.themeId for row in shown.shell.home_page.themes.rows]
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


def test_each_pack_leads_to_its_own_sites_and_pictures(both: Path) -> None:
    with window(both) as shown:
        tap(shown, "attract")
        shown.shell.openEvent("talk")
        assert codes(shown)["register"] == f"https://{HOST}/talk"
        address = shown.shell.event_page.picture
        assert shown.shell.session.programme
        assert address.startswith("2/almaty/media/")
        assert shown.shell.session.programme.media_path(address).is_file()
        shown.shell.openEvent("love-to-code")
        assert codes(shown)["register"] == "https://kz.usembassy.gov/25-years/love-to-code"
        may_link = shown.shell.session.programme.may_link
        assert not may_link("talk", "https://kz.usembassy.gov/")
        assert not may_link("love-to-code", f"https://{HOST}/")


def test_the_same_event_is_shown_as_the_mission_has_it(both: Path) -> None:
    with window(both) as shown:
        shown.shell.openEvent("techforum")
        assert shown.shell.event_page.title not in ("", "Not the forum")
        assert shown.shell.event_page.theme == "Innovation"


def test_that_both_have_it_is_said(both: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_cli("trust", "remove", "almaty", "--library", both)
    run_cli("trust", "add", both.parent / "keys/root.json", "--library", both)
    capsys.readouterr()
    run_cli("install", both.parent / "corner.kpack", "--library", both)
    said = capsys.readouterr().out
    assert "Another publisher's programme has these events too: techforum." in said


@pytest.mark.parametrize("way", ["rollback", "removal"])
def test_the_corners_programme_goes_and_the_missions_stays(both: Path, way: str) -> None:
    run_cli(*({"rollback": ["rollback"], "removal": ["trust", "remove", "almaty"]}[way]), "--library", both)
    with window(both) as shown:
        tap(shown, "attract")
        themes = [row.themeId for row in shown.shell.home_page.themes.rows]
        assert themes == ["innovation", "friendship", "partnership"]


def test_a_publisher_learns_of_its_rights_before_a_kiosk_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_cli(
        "keys", "new", tmp_path / "keys", "--publisher", "almaty", "--host", HOST, "--theme", "innovation"
    )
    source, pack = write_source(tmp_path / "source", SOURCE), tmp_path / "corner.kpack"
    capsys.readouterr()
    command = ["pack", "build", source, "-o", pack, "--keys", tmp_path / "keys", "--json"]
    assert main([str(word) for word in command]) == 1
    told = json.loads(capsys.readouterr().out)["error"]
    assert told["code"] == "packs.rights_theme"
    assert "“almaty” may not make events of the theme “clubs”, and “chess” is one" in told["message"]
    assert not pack.exists()
