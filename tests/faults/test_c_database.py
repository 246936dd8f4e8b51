"""Fault catalogue, section C: a signed pack with a hostile or broken database is refused."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.base.errors import KioskError
from kiosk.library.install import install
from kiosk.programme.shown_programme import open_library
from tests.library_kit import DAY_AFTER_SIGNING, LibraryKit, sample_publisher
from tests.packs_builder import refused
from tests.unit.store.sample import PICTURE, changed_database, insert_rows, sample_database

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
SMALL = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    """A library that shows edition 1; the next one is being made."""
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1)
    return kit


def offer(kit: LibraryKit, database: bytes) -> str:
    """Offer the next edition with this database: the reason for its refusal, '' when it was installed."""
    before = kit.read_files()
    kit.publisher.version += 1
    kit.publisher.files["events.sqlite"] = database
    pack = kit.publisher.pack(kit.packs / "2.kpack")
    try:
        install(kit.folder, pack, clock=DAY_AFTER_SIGNING, reserve=0)
    except KioskError as error:
        assert kit.read_files() == before
        if error.code == "packs.field":
            return f"manifest: {error.detail['field']}"
        assert error.code == "library.content"
        return str(error.detail["reason"])
    return ""


def test_the_sample_is_accepted(kit: LibraryKit) -> None:
    assert offer(kit, sample_database()) == ""


SCHEMAS = {
    "c01 a view that never ends": (
        "ALTER TABLE event RENAME TO hidden",
        f"CREATE VIEW event AS {ENDLESS}",
    ),
    "c02 a trigger": ("CREATE TRIGGER t AFTER INSERT ON theme BEGIN DELETE FROM event; END",),
    "c02 a generated column": ("ALTER TABLE event ADD COLUMN huge TEXT AS (zeroblob(400000000))",),
    "c02 one table more": ("CREATE TABLE more (id INTEGER)",),
    "c02 a virtual table": ("CREATE VIRTUAL TABLE more USING fts5(words)",),
    "c02 an index on an expression": ("CREATE INDEX i ON event (hex(zeroblob(1000)))",),
    "c02 a table less": ("DROP TABLE contact_text",),
    "c02 a shadow table of another shape": (
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = 'CREATE TABLE event_search_data (id)' WHERE name LIKE '%_data'",
    ),
}


@pytest.mark.parametrize("case", SCHEMAS)
def test_c01_c02_any_other_schema_is_refused(kit: LibraryKit, case: str) -> None:
    assert offer(kit, changed_database(*SCHEMAS[case])) in ("tables of another shape", "damaged pages")


def test_c04_a_text_of_50_megabytes_is_refused(kit: LibraryKit) -> None:
    huge = changed_database(
        "UPDATE event_text SET body = printf('%.*c', 50000000, 'x') WHERE event = 'talk' AND language = 'en'"
    )
    assert offer(kit, huge).startswith("database: ")


def test_c04_a_database_over_the_limit_is_refused_by_its_length(kit: LibraryKit) -> None:
    kit.pack(2)
    kit.publisher.files["events.sqlite"] = sample_database() + bytes(64 << 20)
    with refused("packs.too_long", "packs.field"):
        install(kit.folder, kit.publisher.pack(kit.packs / "2.kpack"), clock=DAY_AFTER_SIGNING, reserve=0)
    assert open_library(kit.folder).packs[0].version == 1


@SMALL
@given(
    table=st.sampled_from(
        ["event", "event_text", "occurrence", "venue", "theme", "media", "registration", "place"]
    ),
    value=st.sampled_from(["NULL", "''", "x'00ff'", "-1", "9e999", "1.5", "'\u202e'", "9223372036854775807"]),
    data=st.data(),
)
def test_c06_c07_a_wrong_value_anywhere_is_refused_or_harmless(
    kit: LibraryKit, table: str, value: str, data: st.DataObject
) -> None:
    """Every accepted database can be shown; the tables themselves (STRICT, NOT NULL) prevent other values."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(sample_database())
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    column = data.draw(st.sampled_from(columns))
    try:
        connection.execute(f"UPDATE {table} SET {column} = {value}")
        database = connection.serialize()
    except sqlite3.Error:
        return
    finally:
        connection.close()
    if offer(kit, database) == "":
        catalogue = open_library(kit.folder).catalogue
        assert all(catalogue.event(card.id) for card in catalogue.cards(None))
        assert catalogue.cities(None) is not None
        assert catalogue.months(None) is not None


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("UPDATE occurrence SET edtf = '0000'", "when_form"),
        ("UPDATE occurrence SET edtf = '2016-02-31'", "when_form"),
        ("UPDATE occurrence SET latest = 253402300800, visible_until = 253402300800", "bounds_complete"),
        ("UPDATE occurrence SET latest = earliest - 1, visible_until = earliest", "bounds_complete"),
    ],
)
def test_c07_impossible_times_are_refused(kit: LibraryKit, statement: str, reason: str) -> None:
    assert reason in offer(kit, changed_database(statement))


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        (
            insert_rows(100_000, "event SELECT 'e' || i, 'innovation', 'x', 'places', NULL, ''"),
            "manifest: events",
        ),
        ("UPDATE event_text SET title = printf('%.*c', 10000, 'x')", "text_long: event_text.title"),
        (insert_rows(500, "hashtag SELECT 'talk', i, '#x'"), "list_long: 'talk'"),
    ],
    ids=["events", "title", "hashtags"],
)
def test_c08_more_rows_than_the_limits_are_refused(kit: LibraryKit, statement: str, reason: str) -> None:
    assert reason in offer(kit, changed_database(statement))


def test_c09_a_missing_picture_is_refused_and_an_extra_one_accepted(kit: LibraryKit) -> None:
    kit.publisher.files["media/unused.jpg"] = kit.publisher.files[PICTURE]
    assert "media_missing" in offer(kit, changed_database("UPDATE media SET file = 'media/none.jpg'"))
    assert offer(kit, sample_database()) == ""


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET theme = 'none'",
        "UPDATE place SET venue = 'none'",
        "DELETE FROM language WHERE code = 'kk'",
    ],
)
def test_c10_dangling_references_are_refused(kit: LibraryKit, statement: str) -> None:
    assert offer(kit, changed_database(statement)).startswith("reference to nothing")


def test_c10_venues_that_contain_each_other_are_refused(kit: LibraryKit) -> None:
    assert "city_unknown" in offer(
        kit, changed_database("UPDATE venue SET city = 'centre' WHERE id = 'corner-almaty'")
    )


@SMALL
@given(st.data())
def test_c11_random_damage_under_a_valid_signature_never_crashes(
    kit: LibraryKit, data: st.DataObject
) -> None:
    database = bytearray(sample_database())
    page = data.draw(st.integers(0, len(database) // 4096 - 1)) * 4096
    damage = data.draw(st.binary(min_size=1, max_size=64))
    place = page + data.draw(st.integers(0, 4096 - len(damage)))
    database[place : place + len(damage)] = damage
    if offer(kit, bytes(database)) == "":
        catalogue = open_library(kit.folder).catalogue
        assert all(catalogue.event(card.id) for card in catalogue.cards(None))


@pytest.mark.parametrize(("pragma", "number"), [("application_id", 0x47504B47), ("user_version", 4)])
def test_c14_a_database_of_another_program_is_refused(kit: LibraryKit, pragma: str, number: int) -> None:
    assert offer(kit, changed_database(f"PRAGMA {pragma} = {number}")) == f"{pragma} of another program"
