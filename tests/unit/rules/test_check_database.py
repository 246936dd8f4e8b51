"""Tests the check of a pack's database: valid ones pass, the error names the first violation of others."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.base.errors import KioskError
from kiosk.base.model import Caption, Media, MediaKind
from kiosk.rules.check_database import check_database
from kiosk.rules.reference_rules import FILE, LINK
from kiosk.rules.row_rules import ROW_RULES
from kiosk.rules.text_rules import TEXT_RULES
from kiosk.rules.time_rules import BOUNDS, FORM
from kiosk.rules.value_rules import COLUMNS
from kiosk.store.catalogue import Catalogue
from tests.unit.store.sample import (
    CODE,
    HOST,
    PICTURE,
    PROGRAMME,
    changed_database,
    insert_rows,
    sample_database,
)
from tests.unit.viewmodels.sessions import database_with_events


def refusal_reason(
    database: bytes, hosts: tuple[str, ...] = (HOST,), files: tuple[str, ...] = (PICTURE,)
) -> str:
    """The reason why the database is refused, '' when it is accepted."""
    try:
        check_database(database, hosts, files)
    except KioskError as error:
        assert error.code == "library.content"
        return str(error.detail["reason"])
    return ""


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT * FROM n"


WRONG = {
    "DELETE FROM campaign_text ;; DELETE FROM campaign": "one_campaign",
    "INSERT INTO campaign VALUES ('x', '', 'Asia/Almaty', '2016-04-01')": "one_campaign",
    "UPDATE campaign SET updated = '2016-02-30'": "not_date",
    "UPDATE campaign SET zone = '../../etc/passwd'": "zone",
    "UPDATE occurrence SET zone = 'Asia/Atlantis'": "zone",
    "UPDATE campaign SET zone = ''": "zone",
    "UPDATE campaign SET updated = ''": "not_date",
    "UPDATE registration SET url = ''": "link_form",
    "UPDATE media SET file = ''": "media_missing",
    "UPDATE theme SET colour = '#0A6C9'": "colour",
    "UPDATE theme SET colour = 'red\"; } '": "colour",
    "UPDATE theme SET icon = '../../secret'": "slug",
    "UPDATE event SET icon = ''": "slug",
    "UPDATE event SET reach = 'nowhere'": "choice",
    "UPDATE event SET free = 2": "not_bool",
    "UPDATE occurrence SET status = 'maybe' WHERE event = 'talk'": "choice",
    "DELETE FROM occurrence WHERE event = 'talk'": "when_missing: 'talk'",
    "UPDATE occurrence SET latest = earliest - 1 WHERE event = 'talk'": "bounds_complete: 'talk'",
    "UPDATE occurrence SET earliest = -99999999999, visible_until = latest": "bounds_complete",
    "UPDATE occurrence SET latest = 9999999999, visible_until = 9999999999": "bounds_complete",
    "UPDATE occurrence SET visible_until = visible_until + 1": "visible_until",
    "UPDATE occurrence SET original_edtf = NULL WHERE event = 'tour'": "bounds_complete: 'tour'",
    "UPDATE registration SET closes_latest = closes_earliest - 1": "bounds_complete: 'code'",
    "UPDATE registration SET places = 0": "too_small",
    "UPDATE occurrence SET edtf = '0000'": "when_form",
    "UPDATE occurrence SET edtf = ''": "when_form",
    "UPDATE occurrence SET edtf = '9999-12-31'": "when_form",
    "UPDATE occurrence SET edtf = '0001-01-01T00:00'": "when_form",
    "UPDATE occurrence SET edtf = '2016-04-09T11:00/2016-04-10'": "when_form",
    "UPDATE registration SET closes_edtf = '' WHERE event = 'code'": "when_form: registration.closes_edtf",
    "UPDATE occurrence SET edtf = '2016-02-31'": "when_form",
    "UPDATE occurrence SET edtf = 'soon'": "when_form",
    "UPDATE occurrence SET edtf = '2016-04-09T11:00+14:00'": "when_form",
    "UPDATE venue SET kind = 'castle' WHERE id = 'centre'": "choice",
    "UPDATE venue SET city = 'corner-almaty' WHERE id = 'centre'": "city_unknown",
    "UPDATE venue SET latitude = 91 WHERE id = 'almaty'": "too_large: 'almaty'",
    "UPDATE venue SET longitude = NULL WHERE id = 'almaty'": "half_a_point",
    "UPDATE audience SET code = 'dogs' WHERE position = 0": "choice",
    "UPDATE spoken SET language = 'E' WHERE position = 0": "language",
    "UPDATE hashtag SET tag = 'USKZ25'": "hashtag",
    "UPDATE media SET kind = 'hologram'": "choice",
    "UPDATE media SET width = 0": "media_size",
    "UPDATE media SET file = 'media/other.jpg'": "media_missing",
    "UPDATE media SET poster = '../poster.jpg'": "video_only: 'code'",
    "UPDATE event SET source = 'http://kz.usembassy.gov/'": "link_form",
    "UPDATE registration SET url = 'https://kz.usembassy.gov.evil.example/'": "link_form",
    "UPDATE contact SET url = 'javascript:alert(1)'": "link_form",
    "DELETE FROM event_text WHERE event = 'talk'": "missing: 'talk'",
    "UPDATE event_text SET title = ' ' WHERE event = 'talk'": "missing: 'talk'",
    "UPDATE venue_text SET name = ''": "missing",
    "UPDATE event_text SET title = printf('%.*c', 121, 'x')": "text_long: event_text.title",
    "UPDATE event_text SET body = printf('%.*c', 2001, 'x')": "text_long: event_text.body",
    "UPDATE event_text SET title = 'two' || char(10) || 'lines'": "text_lines: event_text.title",
    "UPDATE event_text SET summary = 'a' || char(8238) || 'b'": "text_invisible: event_text.summary",
    "UPDATE event_text SET body = 'a' || char(0) || 'b'": "text_control: event_text.body",
    "UPDATE event_text SET title = CAST(x'ff41' AS TEXT)": "database: Could not decode",
    "UPDATE contact SET phone = char(10)": "phone: contact.phone",
    "UPDATE media_text SET alt = 'a' || char(769, 769, 769)": "text_marks: media_text.alt",
    "DELETE FROM language WHERE code = 'ru'": "reference to nothing",
    "INSERT INTO language VALUES ('xx', 9)": "choice: language.code 'xx'",
    "UPDATE event SET theme = 'none' WHERE id = 'talk'": "reference to nothing in event",
    "UPDATE place SET venue = 'none'": "reference to nothing in place",
    "INSERT INTO event_search VALUES ('none', 'en', 'x', 'x')": "search_index",
    "PRAGMA application_id = 1": "application_id of another program",
    "PRAGMA user_version = 4": "user_version of another program",
    "PRAGMA user_version = 2": "shape",
    "PRAGMA user_version = 3": "shape",
    "UPDATE media SET kind = 'video'": "video_kind: 'code'",
    "UPDATE media SET poster = 'media/x.mp4'": "video_kind: 'code'",
    "UPDATE media SET kind = 'video', file = 'media/x.mp4' ;; "
    "INSERT INTO media SELECT 100, event, 1, kind, file, 1, 1, '', 0 FROM media ;; "
    "INSERT INTO media_text SELECT 100, language, alt FROM media_text": "video_twice: 'code'",
    "UPDATE theme SET colour = '#FFFFFF'": "contrast: theme.colour '#FFFFFF'",
    "UPDATE event_text SET title = char(10240)": "text_invisible: event_text.title",
    "UPDATE event_text SET title = char(769) WHERE event = 'talk'": "text_blank: event_text.title",
    "UPDATE event_text SET summary = 'x' || char(115, 10)": "text_lines: event_text.summary",
    "UPDATE occurrence SET latest = latest + 8000, visible_until = visible_until + 8000 "
    "WHERE event = 'code'": "bounds: occurrence.edtf '2016-04-09T11:00/2016-04-09T14:00'",
    "UPDATE occurrence SET original_earliest = original_earliest - 8000": "bounds: occurrence.original_edtf",
    "UPDATE registration SET closes_earliest = closes_earliest - 8000": "bounds: registration.closes_edtf",
    "UPDATE event SET id = '-' WHERE id = 'none' ;; UPDATE theme SET icon = '-x'": "slug: theme.icon '-x'",
    "UPDATE contact SET phone = '8 727 250 76 12'": "phone: contact.phone",
    "UPDATE contact SET email = 'almaty'": "email: contact.email",
    "UPDATE contact SET phone = '', email = '', url = '' ;; DELETE FROM contact_text": (
        "contact_empty: 'code'"
    ),
    "UPDATE place SET venue = 'almaty' WHERE event = 'tour' ;; "
    "UPDATE event SET reach = 'places' WHERE id = 'tour'": "twice: 'tour'",
    "DELETE FROM place WHERE event = 'tour' AND position = 0": "route_short: 'tour'",
    "UPDATE venue SET city = NULL WHERE id = 'astana'": "city_of_city: 'astana'",
    "UPDATE venue SET longitude = -181 WHERE id = 'almaty'": "too_large: 'almaty'",
    "UPDATE occurrence SET status = 'moved' WHERE event = 'talk'": "moved_from: 'talk'",
    "UPDATE occurrence SET status = 'full' WHERE event = 'tour'": "moved_not: 'tour'",
    "UPDATE occurrence SET original_edtf = edtf WHERE event = 'tour'": "moved_nowhere: 'tour'",
    "UPDATE registration SET opens_edtf = closes_edtf, opens_earliest = closes_latest + 1, "
    "opens_latest = closes_latest + 1 WHERE event = 'code'": "registration_order: 'code'",
    "DELETE FROM media_text": "alt_missing: ",
    "DELETE FROM occurrence ;; DELETE FROM place ;; DELETE FROM audience ;; DELETE FROM spoken ;; "
    "DELETE FROM hashtag ;; DELETE FROM registration ;; DELETE FROM contact_text ;; DELETE FROM contact ;; "
    "DELETE FROM media_text ;; DELETE FROM media ;; DELETE FROM event_text ;; DELETE FROM event ;; "
    "DELETE FROM theme_text ;; DELETE FROM theme": "nothing",
    "DELETE FROM campaign_text ;; DELETE FROM theme_text ;; DELETE FROM venue_text ;; "
    "DELETE FROM event_text ;; DELETE FROM contact_text ;; DELETE FROM media_text ;; "
    "DELETE FROM language": "list_short",
    f"CREATE VIEW events AS {ENDLESS}": "shape",
    "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END": "shape",
    "CREATE TABLE extra (id)": "shape",
    "CREATE INDEX extra ON event (icon)": "shape",
    "CREATE VIRTUAL TABLE extra USING fts5(x)": "shape",
    "ALTER TABLE event ADD COLUMN huge TEXT AS (zeroblob(400000000))": "shape",
    "DROP INDEX idx_media_event": "shape",
}
TOO_MANY = {
    insert_rows(21, "hashtag SELECT 'talk', i, '#x'"): "list_long: 'talk'",
    insert_rows(
        21, "media SELECT 100 + i, 'talk', i, 'picture', 'media/run.jpg', 1, 1, '', 0"
    ): "list_long: 'talk'",
    insert_rows(65, "theme SELECT 't' || i, i, '#000000', 'x'"): "list_long: 67",
    insert_rows(20_000, "event SELECT 'e' || i, 'innovation', 'x', 'places', NULL, ''"): "list_long",
}


def test_the_sample_is_accepted() -> None:
    assert refusal_reason(sample_database()) == ""


@pytest.mark.parametrize("statements", WRONG | TOO_MANY)
def test_the_error_names_the_violation(statements: str) -> None:
    reason = refusal_reason(changed_database(*statements.split(" ;; ")))
    assert reason.startswith((WRONG | TOO_MANY)[statements]) or (WRONG | TOO_MANY)[statements] == "shape"


def test_a_link_needs_an_allowed_host() -> None:
    assert "link_form" in refusal_reason(sample_database(), hosts=())


def test_a_picture_needs_its_file() -> None:
    assert "media_missing" in refusal_reason(sample_database(), files=())


def test_a_cell_longer_than_any_text_may_be_is_refused() -> None:
    assert refusal_reason(
        changed_database("UPDATE event_text SET body = printf('%.*c', 3000000, 'x')")
    ).startswith("database")


def test_checking_ends_at_its_deadline() -> None:
    with pytest.raises(KioskError, match="interrupted"):
        check_database(sample_database(), (HOST,), (PICTURE,), seconds=-1)


@given(st.data())
@settings(max_examples=200)
def test_random_damage_is_refused_or_harmless(data: st.DataObject) -> None:
    """Whatever passes the check can be shown; anything else raises a KioskError."""
    from kiosk.store.catalogue import Catalogue

    database = bytearray(sample_database())
    for place in data.draw(st.lists(st.integers(100, len(database) - 1), min_size=1, max_size=20)):
        database[place] ^= data.draw(st.integers(1, 255))
    if refusal_reason(bytes(database)) == "":
        catalogue = Catalogue(bytes(database))
        assert all(catalogue.event(card.id) for card in catalogue.cards(None))
        catalogue.close()


VIDEO = replace(
    CODE.media[0], kind=MediaKind.VIDEO, file="media/x.mp4", poster=PICTURE, url=f"https://{HOST}/x"
)
CAPTIONED = replace(VIDEO, captions={"en": (Caption(0, 900, "One"), Caption(1000, 2000, "Two"))})


def version_2(media: Media) -> bytes:
    """A database of version 2, without the checks of a source folder."""
    return database_with_events(replace(CODE, media=(media,)), *PROGRAMME.events[1:])


def test_a_video_with_captions_and_a_link_is_accepted() -> None:
    assert refusal_reason(version_2(CAPTIONED), files=(PICTURE, "media/x.mp4")) == ""
    assert Catalogue(version_2(CAPTIONED)).event("code").media == (CAPTIONED,)


def test_the_page_of_a_programme_needs_an_allowed_host() -> None:
    paged = database_with_events(*PROGRAMME.events, page=f"https://{HOST}/25")
    assert refusal_reason(paged) == ""
    assert Catalogue(paged).campaign().page == f"https://{HOST}/25"
    for url, reason in (
        ("https://example.org/", "link_form: campaign_link.url"),
        ("", "link_form: campaign_link.url"),
    ):
        assert reason in refusal_reason(
            changed_database(f"UPDATE campaign_link SET url = '{url}'", database=paged)
        )


WRONG_VIDEOS = (
    (replace(CAPTIONED, kind=MediaKind.PICTURE, file=PICTURE, poster=""), "video_only: 'code'"),
    (replace(VIDEO, poster=""), "video_poster: 'code'"),
    (replace(VIDEO, captions={"en": (Caption(5, 5, "x"),)}), "captions_order"),
    (replace(VIDEO, captions={"en": (Caption(-1, 5, "x"),)}), "captions_order"),
    (replace(VIDEO, captions={"en": (Caption(0, 5, "x\u202e"),)}), "text_invisible: caption.text"),
    (replace(VIDEO, url="https://example.org/x"), "link_form: media_link.url"),
)


@pytest.mark.parametrize(("media", "reason"), WRONG_VIDEOS)
def test_the_error_names_the_violation_of_a_video(media: Media, reason: str) -> None:
    assert reason in refusal_reason(version_2(media), files=(PICTURE, "media/x.mp4"))


def test_every_rule_can_refuse() -> None:
    from tests.unit.rules.test_series_rules import WRONG as WRONG_SERIES

    reasons = [*(WRONG | TOO_MANY | WRONG_SERIES).values(), *(reason for _, reason in WRONG_VIDEOS)]
    rules = (*ROW_RULES, *COLUMNS, *TEXT_RULES.values(), LINK, FILE, FORM, BOUNDS)
    assert {rule.code for rule in rules} - {reason.split(":")[0] for reason in reasons} == set()


def test_zone_rules_that_changed_after_a_pack_was_built_refuse_nothing() -> None:
    hour = "latest = latest + 3600, earliest = earliest + 3600, visible_until = visible_until + 3600"
    assert refusal_reason(changed_database(f"UPDATE occurrence SET {hour} WHERE event = 'code'")) == ""
