"""Loading a source folder as a programme, alone or with its base folder."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.authoring.source.load_source import load_source
from kiosk.base.model import Reach, Status, VenueKind
from tests.source_builder import (
    PACK_TOML,
    TALK_TOML,
    THEMES_TOML,
    SourceChanges,
    find_problems,
    png_picture,
    problem_places,
    talk_with_picture,
    write_source,
)

DEMO, UPDATE = "data/25-years-together", "data/april-update"


def test_a_valid_source_is_loaded_as_a_programme(tmp_path: Path) -> None:
    found = load_source(write_source(tmp_path, talk_with_picture()))
    programme = found.programme
    full, talk = programme.events
    assert found.warnings == ()
    assert found.pack.version == 3
    assert (programme.campaign.id, programme.campaign.updated) == ("small", "2016-04-01")
    assert [(theme.id, theme.events) for theme in programme.themes] == [("innovation", 2)]
    assert [(venue.id, venue.kind, venue.city) for venue in programme.venues] == [
        ("almaty", VenueKind.CITY, "almaty"),
        ("corner-almaty", VenueKind.CORNER, "almaty"),
    ]
    assert (full.id, full.reach, full.price.free) == ("full", Reach.ROUTE, True)
    assert [(time.when.edtf, time.status) for time in full.occurrences] == [
        ("2016-04-09T11:00", Status.SCHEDULED),
        ("2016-05-01", Status.MOVED),
    ]
    assert full.occurrences[1].venue == full.places[1] == programme.venues[0]
    assert full.registration and full.registration.closes and full.registration.places == 20
    assert talk.price.free is None and talk.contact is None
    assert [(media.file, media.width, media.height) for media in talk.media] == [
        (next(iter(found.media.pictures.values())).file, 4, 3)
    ]
    assert talk.media[0].alt == {"en": "A", "kk": "Ә", "ru": "А"}


@pytest.mark.parametrize(("name", "counts"), [(DEMO, [5, 8, 5]), (UPDATE, [5, 9, 5])])
def test_the_demo_sources_have_no_problems(name: str, counts: list[int], checkout: Path) -> None:
    found = load_source(checkout / name)
    assert found.warnings == ()
    assert [theme.events for theme in found.programme.themes] == counts
    assert len(found.programme.events) == sum(counts)


def test_the_update_changes_four_events_of_the_demo(checkout: Path) -> None:
    before = {event.id: event for event in load_source(checkout / DEMO).programme.events}
    after = {event.id: event for event in load_source(checkout / UPDATE).programme.events}
    changed = {id for id in after if after[id] != before.get(id)}
    statuses = {id: after[id].occurrences[0].status for id in changed}
    assert len(changed) == 4 and set(before) < set(after)
    assert sorted(statuses.values()) == ["cancelled", "moved", "scheduled", "scheduled"]


def test_text_is_trimmed_and_normalised(tmp_path: Path) -> None:
    decomposed = TALK_TOML.replace('"Әңгіме"', '"  \u0438\u0306  "')
    talk = load_source(write_source(tmp_path, {"events/talk.toml": decomposed})).programme.events[1]
    assert talk.title["kk"] == "\u0439"


def test_unusable_pictures_are_problems(tmp_path: Path) -> None:
    changes = {**talk_with_picture(), "media/hall.png": b"GIF89a"}
    assert [found.code for found in find_problems(write_source(tmp_path, changes))] == ["media_unreadable"]
    (tmp_path / "media/hall.png").unlink()
    assert [found.code for found in find_problems(tmp_path)] == ["media_missing"]


def test_unused_entries_and_files_are_warnings(tmp_path: Path) -> None:
    more = f"{THEMES_TOML}\n{THEMES_TOML.replace('innovation', 'empty')}"
    changes: SourceChanges = {
        "themes.toml": more,
        "media/hall.png": png_picture(),
        "events/notes.txt": "",
        ".DS_Store": "",
    }
    found = load_source(write_source(tmp_path, changes))
    assert [(*one.place[:2], one.code, one.severity.value) for one in found.warnings] == [
        ("events/notes.txt", 0, "event_ignored", "warning"),
        ("media/hall.png", 0, "media_unused", "warning"),
        ("themes.toml", 7, "theme_unused", "warning"),
    ]


def test_a_folder_adds_to_its_base_and_replaces_by_id(tmp_path: Path) -> None:
    base = write_source(tmp_path / "base", talk_with_picture())
    top = tmp_path / "top"
    (top / "events").mkdir(parents=True)
    (top / "pack.toml").write_text('base = "../base"\nversion = 4\nupdated = 2016-05-01\n')
    (top / "themes.toml").write_text(
        THEMES_TOML.replace("#0A6C9B", "#2C6A4F") + THEMES_TOML.replace("innovation", "new")
    )
    (top / "events/new.toml").write_text(TALK_TOML.replace("innovation", "new"))
    found = load_source(top)
    assert (found.pack.version, found.pack.updated) == (4, date(2016, 5, 1))
    assert [theme.id for theme in found.programme.themes] == ["innovation", "new"]
    assert found.programme.themes[0].colour == "#2C6A4F"
    assert [event.id for event in found.programme.events] == ["full", "talk", "new"]
    assert [one.file for one in found.media.pictures.values()] == [
        one.file for one in load_source(base).media.pictures.values()
    ]


def test_a_problem_in_the_base_names_the_file_of_the_base(tmp_path: Path) -> None:
    write_source(tmp_path / "base", {"pack.toml": PACK_TOML.replace("Asia/Almaty", "Almaty")})
    (tmp_path / "top").mkdir()
    (tmp_path / "top/pack.toml").write_text('base = "../base"\nversion = 0\n')
    assert problem_places(tmp_path / "top") == [
        ("../base/pack.toml", 5, "zone", "zone"),
        ("pack.toml", 2, "version", "too_small"),
    ]


def test_a_missing_or_circular_base_is_a_problem(tmp_path: Path) -> None:
    write_source(tmp_path, {"pack.toml": f'base = "../nowhere"\n{PACK_TOML}'})
    assert problem_places(tmp_path) == [("../nowhere/pack.toml", 0, "", "file_unreadable")]
    (tmp_path / "pack.toml").write_text(f'base = "."\n{PACK_TOML}')
    assert "base_depth" in {found.code for found in find_problems(tmp_path)}
