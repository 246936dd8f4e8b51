"""A programme that was read becomes a source folder, and a later import finds its events again."""

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

from kiosk.authoring.source.load_source import load_source
from kiosk.authoring.source.problems import Severity, SourceProblems
from kiosk.base import limits
from tests.import_kit import Importer, calendar, codes
from tests.source_builder import write_source

TALK = "UID:1\nSUMMARY:Talk\nDTSTART:20260401T100000\nLOCATION:Hall\nCATEGORIES:Science"
CHESS = "UID:2\nSUMMARY:Chess\nDTSTART:20260402T180000"


@pytest.fixture
def importer(tmp_path: Path) -> Importer:
    return Importer(tmp_path / "source")


def edit(importer: Importer, name: str, old: str, new: str) -> None:
    file = importer.folder / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_the_folder_is_sound(importer: Importer) -> None:
    importer.take("a.ics", calendar(TALK, CHESS))
    programme = load_source(importer.folder).programme
    assert [event.id for event in programme.events] == ["chess", "talk"]
    assert {theme.id for theme in programme.themes} == {"science", "programme"}


def test_the_same_file_again_changes_no_byte(importer: Importer) -> None:
    importer.take("a.ics", calendar(TALK, CHESS))
    before = importer.files()
    result = importer.take("a.ics", calendar(TALK, CHESS), today=date(2026, 5, 1))
    assert importer.files() == before
    assert (result.added, result.changed, result.unchanged) == ((), {}, ("talk", "chess"))


def test_the_same_file_gives_the_same_folder(tmp_path: Path) -> None:
    folders = [Importer(tmp_path / name) for name in ("one", "two")]
    for importer in folders:
        importer.take("a.ics", calendar(TALK, CHESS))
    assert folders[0].files() == folders[1].files()


def test_a_changed_title_makes_no_new_event(importer: Importer) -> None:
    importer.take("a.ics", calendar(TALK, CHESS))
    result = importer.take("b (1).ics", calendar(TALK.replace("Talk", "Great talk"), CHESS))
    assert (result.added, result.changed) == ((), {"talk": ("title",)})
    assert importer.events()["talk"]["title"] == {"en": "Great talk"}


def test_what_people_changed_stays(importer: Importer) -> None:
    importer.take("a.ics", calendar(TALK))
    edit(importer, "events/talk.toml", 'en = "Talk"', 'en = "A talk"\nru = "Беседа"')
    edit(importer, "events/talk.toml", "theme", "# Look at this.\naudience = ['children']\ntheme")
    importer.take("a.ics", calendar(f"{TALK}\nDTEND:20260401T110000"))
    event = importer.events()["talk"]
    assert event["title"] == {"en": "A talk", "ru": "Беседа"} and event["audience"] == ["children"]
    assert event["when"] == "2026-04-01T10:00/2026-04-01T11:00"
    assert "# Look at this." in (importer.folder / "events/talk.toml").read_text("utf-8")


def test_a_text_that_both_changed_is_the_files_and_translations_stay(importer: Importer) -> None:
    importer.take("a.ics", calendar(TALK))
    edit(importer, "events/talk.toml", 'en = "Talk"', 'en = "A talk"\nru = "Беседа"')
    importer.take("a.ics", calendar(TALK.replace("Talk", "New talk")))
    assert importer.events()["talk"]["title"] == {"en": "New talk", "ru": "Беседа"}


def test_renamed_themes_and_places_stay(importer: Importer) -> None:
    importer.take("a.ics", calendar(TALK))
    edit(importer, "themes.toml", 'title.en = "Science"', 'title.en = "For the curious"')
    edit(importer, "venues.toml", 'name.en = "Hall"', 'name.en = "Main hall"')
    before = importer.files()
    assert importer.take("a.ics", calendar(TALK)).unchanged == ("talk",)
    assert importer.files() == before


def test_what_the_file_no_longer_has_is_named_and_stays(importer: Importer) -> None:
    importer.take("a.ics", calendar(TALK, CHESS))
    result = importer.take("a.ics", calendar(TALK))
    assert result.gone == ("chess",) and "chess" in importer.events()
    (told,) = (problem for problem in result.problems if problem.code == "import_gone")
    assert (told.place.file, told.detail["title"]) == ("events/chess.toml", "Chess")
    assert importer.take("a.ics", calendar(TALK, CHESS)).gone == ()


def test_an_event_that_somebody_removed_stays_out(importer: Importer) -> None:
    importer.take("a.ics", calendar(TALK, CHESS))
    (importer.folder / "events/chess.toml").unlink()
    result = importer.take("a.ics", calendar(TALK, CHESS))
    assert result.removed == ("chess",) and importer.events().keys() == {"talk"}
    assert "import_removed" in codes(result.problems)


def test_rows_without_an_id_are_found_by_what_they_are(importer: Importer) -> None:
    rows = "title,date,room\nChess,2026-04-01,Hall\nGo,2026-04-01,Attic\n"
    importer.take("a.csv", rows)
    renamed = importer.take("a.csv", rows.replace("Chess", "Chess for all"))
    assert renamed.changed == {"chess": ("title",)}
    moved = importer.take("a.csv", rows.replace("Chess", "Chess for all").replace("01,Attic", "05,Attic"))
    assert moved.changed == {"go": ("when",)}


def test_two_files_in_one_folder(importer: Importer) -> None:
    importer.take("a.ics", calendar(TALK))
    result = importer.take("b.ics", calendar(CHESS))
    assert (result.added, result.gone) == (("chess",), ())
    assert json.loads((importer.folder / "imported.json").read_bytes()).keys() == {"a", "b"}


def test_events_of_one_name_have_ids_of_their_own(importer: Importer) -> None:
    importer.take(
        "a.ics", calendar(TALK, TALK.replace("UID:1", "UID:2"), "UID:3\nSUMMARY:!!!\nDTSTART:20260401")
    )
    assert importer.events().keys() == {"talk", "talk-2", "event"}


def test_a_folder_that_is_there_keeps_its_pack(tmp_path: Path) -> None:
    importer = Importer(write_source(tmp_path / "source"))
    before = importer.pack()
    result = importer.take(
        "a.ics", calendar(f"{TALK.replace('Science', 'Innovation')}\nURL:https://example.org/a")
    )
    assert result.added == ("talk-2",) or result.added == ("a-talk",)
    pack = importer.pack()
    assert pack["hosts"] == [*before["hosts"], "example.org"] and pack["updated"] == date(2026, 3, 10)
    assert {**pack, "hosts": before["hosts"], "updated": before["updated"]} == before
    new = importer.events()[result.added[0]]
    assert (new["theme"], new["languages"]) == ("innovation", ["en"])
    assert "import_hosts" in codes(result.problems)
    assert not [problem for problem in load_source(importer.folder).warnings if problem.is_error]


def test_more_topics_than_a_pack_holds_are_asked_about(importer: Importer) -> None:
    many = [
        f"UID:{n}\nSUMMARY:E{n}\nDTSTART:20260401\nCATEGORIES:Topic {n}" for n in range(limits.THEMES + 3)
    ]
    with pytest.raises(SourceProblems) as caught:
        importer.take("a.ics", calendar(*many))
    (asked,) = (problem for problem in caught.value.problems if problem.code == "import_themes")
    assert asked.detail["count"] == 4 and not importer.folder.exists()
    importer.take("a.ics", calendar(*many), folds=True)
    themes = tomllib.loads((importer.folder / "themes.toml").read_text("utf-8"))
    assert len(themes) == limits.THEMES and "programme" in themes
    load_source(importer.folder)


def test_derived_summaries_are_told_once(importer: Importer) -> None:
    body = "DESCRIPTION:" + "This is a sentence of some length. " * 9
    result = importer.take("a.ics", calendar(f"{TALK}\n{body}", f"{CHESS}\n{body}"))
    (told,) = (problem for problem in result.problems if problem.code == "import_summary")
    assert (told.detail, told.severity) == ({"count": 2}, Severity.REPAIRED)
    event = importer.events()["talk"]
    assert event["body"]["en"].startswith(event["summary"]["en"]) and len(event["summary"]["en"]) <= 200


def test_long_texts_are_cut_and_told(importer: Importer) -> None:
    result = importer.take("a.ics", calendar(f"{TALK}\nDESCRIPTION:{'Word and word. ' * 200}"))
    assert codes(result.problems).count("import_long") == 1
    body = importer.event()["body"]["en"]
    assert len(body) <= 2000 and body.endswith("word.…")


def test_a_zone_that_does_not_exist_is_an_error(importer: Importer) -> None:
    with pytest.raises(SourceProblems) as caught:
        importer.take("a.ics", calendar(TALK), zone="Asia/Nowhere")
    assert codes(caught.value.problems) == ["zone"]


def test_the_zone_that_is_asked_for_counts(importer: Importer) -> None:
    importer.take(
        "a.ics", calendar("UID:1\nSUMMARY:Talk\nDTSTART:20260401T100000Z", head="X-A:1"), zone="Europe/Riga"
    )
    assert importer.event()["when"] == "2026-04-01T13:00" and importer.pack()["zone"] == "Europe/Riga"


@pytest.mark.parametrize(
    ("title", "language"), [("Беседа", "ru"), ("Әңгіме", "kk"), ("Talk", "en"), ("Vortrag", "en")]
)
def test_the_language_of_a_text(title: str, language: str, importer: Importer) -> None:
    importer.take("a.ics", calendar(TALK.replace("Talk", title)))
    assert importer.event()["title"] == {language: title}


def test_a_language_that_the_pack_does_not_have_is_told(importer: Importer) -> None:
    importer.take("a.ics", calendar(TALK))
    result = importer.take("b.ics", calendar(CHESS.replace("Chess", "Шахматы")))
    (told,) = (problem for problem in result.problems if problem.code == "import_language")
    assert told.detail == {"count": 1, "names": "ru", "language": "en"}


def test_the_language_that_is_asked_for(importer: Importer) -> None:
    importer.take("a.ics", calendar(TALK), language="kk")
    assert importer.event()["title"] == {"kk": "Talk"} and importer.pack()["languages"] == ["kk"]


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"a": {"events": {}}}', '{"a": {"format": "table", "events": {"b": 1}}}']
)
def test_a_record_that_cannot_be_read_is_an_error(text: str, importer: Importer) -> None:
    importer.take("a.ics", calendar(TALK))
    (importer.folder / "imported.json").write_text(text, "utf-8")
    with pytest.raises(SourceProblems) as caught:
        importer.take("a.ics", calendar(TALK))
    assert codes(caught.value.problems) == ["import_record"]


def test_links_that_cannot_become_a_code(importer: Importer) -> None:
    result = importer.take(
        "a.ics", calendar(f"{TALK}\nURL:mailto:a@example.org", f"{CHESS}\nURL:http://example.org")
    )
    assert {"import_link", "import_http"} <= set(codes(result.problems))
    assert importer.events()["chess"]["source"] == "https://example.org"


@pytest.mark.parametrize("location", ["Online", "https://zoom.example.org/j/1", "Онлайн (Zoom)"])
def test_a_location_that_is_no_place(location: str, importer: Importer) -> None:
    importer.take("a.ics", calendar(TALK.replace("Hall", location)))
    event = importer.event()
    assert "places" not in event and event["online"] in (True, location)
