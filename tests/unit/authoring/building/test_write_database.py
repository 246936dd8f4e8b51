"""The database of a pack: the pinned schema, the programme's records, the same bytes for the same input."""

import hashlib
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.authoring.building.database_tables import TABLES
from kiosk.authoring.building.write_database import write_database
from kiosk.authoring.source.load_source import load_source
from kiosk.base.model import Programme, Venue, VenueKind
from kiosk.rules.check_database import check_database
from kiosk.store import schema
from kiosk.store.catalogue import Catalogue
from tests.source_builder import write_source

HOSTS = ["kz.usembassy.gov"]


@pytest.fixture
def programme(tmp_path: Path) -> Programme:
    return load_source(write_source(tmp_path / "source")).programme


@pytest.fixture
def database(programme: Programme, tmp_path: Path) -> sqlite3.Connection:
    write_database(programme, tmp_path / "events.sqlite")
    return sqlite3.connect(tmp_path / "events.sqlite")


def test_the_database_passes_the_check_of_the_kiosk(programme: Programme, tmp_path: Path) -> None:
    write_database(programme, tmp_path / "events.sqlite")
    check_database((tmp_path / "events.sqlite").read_bytes(), HOSTS, [])


def test_the_catalogue_returns_the_written_programme(programme: Programme, tmp_path: Path) -> None:
    write_database(programme, tmp_path / "events.sqlite")
    catalogue = Catalogue((tmp_path / "events.sqlite").read_bytes())
    assert catalogue.campaign() == programme.campaign
    assert catalogue.themes() == programme.themes
    assert tuple(catalogue.event(event.id) for event in programme.events) == programme.events
    catalogue.close()


def test_texts_of_one_language_are_shown_in_all(programme: Programme, tmp_path: Path) -> None:
    """A theme, venue or campaign may have one text in a language and lack another in it."""
    half = {"title": {"kk": "Апта", "ru": "Неделя"}, "tagline": {"ru": "Всё рядом"}}
    themes = tuple(replace(theme, **half) for theme in programme.themes)
    venues = tuple(replace(one, name={"ru": "Дом"}, address={"kk": "Абай, 1"}) for one in programme.venues)
    written = replace(programme, campaign=replace(programme.campaign, **half), themes=themes, venues=venues)
    write_database(written, tmp_path / "events.sqlite")
    check_database((tmp_path / "events.sqlite").read_bytes(), HOSTS, [])
    catalogue = Catalogue((tmp_path / "events.sqlite").read_bytes())
    assert catalogue.campaign().tagline == {"kk": "Всё рядом", "ru": "Всё рядом"}
    assert catalogue.themes()[0].tagline == {"kk": "Всё рядом", "ru": "Всё рядом"}
    catalogue.close()


def test_the_header_holds_application_id_and_version(database: sqlite3.Connection, tmp_path: Path) -> None:
    names = ("application_id", "user_version", "page_size", "journal_mode", "freelist_count")
    header = [database.execute(f"PRAGMA {name}").fetchone()[0] for name in names]
    assert header == [int.from_bytes(b"CKP1"), 1, 4096, "delete", 0]
    database.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["events.sqlite", "source"]


def test_the_tables_match_the_pinned_schema(database: sqlite3.Connection) -> None:
    assert schema.schema_objects(database) == schema.expected_schema(1)
    strict = database.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict"
    ).fetchall()
    assert len(strict) == len(TABLES)
    database.close()


def test_the_same_programme_gives_the_same_bytes(programme: Programme, tmp_path: Path) -> None:
    shuffled = replace(programme, venues=programme.venues[::-1], events=programme.events[::-1])
    hashes = set()
    for name, one in (("a", programme), ("b", programme), ("c", shuffled)):
        write_database(one, tmp_path / name)
        hashes.add(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest())
    assert len(hashes) == 1


def test_a_moved_event_stays_visible_until_its_original_time_is_over(database: sqlite3.Connection) -> None:
    sql = "SELECT edtf, latest, original_latest, visible_until FROM occurrence ORDER BY edtf"
    rows = {edtf: times for edtf, *times in database.execute(sql)}
    latest, original, visible = rows["2016-05-01"]
    assert latest < original == visible
    assert rows["2016-04-09T11:00"][0] == rows["2016-04-09T11:00"][2]
    database.close()


def test_the_search_table_that_no_kiosk_reads_is_empty(database: sqlite3.Connection) -> None:
    """The schema is pinned (ADR 13), so the table is there."""
    assert database.execute("SELECT count(*) FROM event_search").fetchone() == (0,)
    database.close()


def test_c10_a_dangling_reference_is_an_error(programme: Programme, tmp_path: Path) -> None:
    lost = Venue("lost", VenueKind.CORNER, {"en": "Lost"}, city="nowhere")
    with pytest.raises(sqlite3.IntegrityError):
        write_database(replace(programme, venues=(*programme.venues, lost)), tmp_path / "events.sqlite")


def test_an_existing_database_is_not_extended(programme: Programme, tmp_path: Path) -> None:
    write_database(programme, tmp_path / "events.sqlite")
    with pytest.raises(FileExistsError):
        write_database(programme, tmp_path / "events.sqlite")
