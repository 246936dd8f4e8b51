"""Tests the check of a pack's database: valid ones pass, the error names the first violation of others."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.base.errors import KioskError
from kiosk.base.model import Caption, Media, MediaKind
from kiosk.store.catalogue import Catalogue
from kiosk.store.pack_check import check_database
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
    "DELETE FROM campaign_text ;; DELETE FROM campaign": "not one campaign",
    "INSERT INTO campaign VALUES ('x', '', 'Asia/Almaty', '2016-04-01')": "not one campaign",
    "UPDATE campaign SET updated = '2016-02-30'": "updated that is no day",
    "UPDATE campaign SET zone = '../../etc/passwd'": "unknown zone",
    "UPDATE occurrence SET zone = 'Asia/Atlantis'": "unknown zone",
    "UPDATE campaign SET zone = ''": "unknown zone",
    "UPDATE campaign SET updated = ''": "updated that is no day",
    "UPDATE registration SET url = ''": "no address: code",
    "UPDATE media SET file = ''": "no file: code",
    "UPDATE theme SET colour = '#0A6C9'": "bad colour",
    "UPDATE theme SET colour = 'red\"; } '": "bad colour",
    "UPDATE theme SET icon = '../../secret'": "bad icon",
    "UPDATE event SET icon = ''": "bad icon",
    "UPDATE event SET reach = 'nowhere'": "unknown reach",
    "UPDATE event SET free = 2": "bad price",
    "UPDATE occurrence SET status = 'maybe'": "unknown status",
    "DELETE FROM occurrence WHERE event = 'talk'": "no occurrence: talk",
    "UPDATE occurrence SET latest = earliest - 1 WHERE event = 'talk'": "bad bounds: talk",
    "UPDATE occurrence SET earliest = -99999999999, visible_until = latest": "bad bounds",
    "UPDATE occurrence SET latest = 9999999999, visible_until = 9999999999": "bad bounds",
    "UPDATE occurrence SET visible_until = visible_until + 1": "bad visibility",
    "UPDATE occurrence SET original_edtf = NULL WHERE event = 'tour'": "bad bounds: tour",
    "UPDATE registration SET closes_latest = closes_earliest - 1": "bad bounds: code",
    "UPDATE registration SET places = 0": "bad number of places",
    "UPDATE occurrence SET edtf = '0000'": "edtf that is no time",
    "UPDATE occurrence SET edtf = ''": "edtf that is no time",
    "UPDATE occurrence SET edtf = '9999-12-31'": "edtf that is no time",
    "UPDATE occurrence SET edtf = '0001-01-01T00:00'": "edtf that is no time",
    "UPDATE occurrence SET edtf = '2016-04-09T11:00/2016-04-10'": "edtf that is no time",
    "UPDATE registration SET closes_edtf = '' WHERE event = 'code'": "closes_edtf that is no time",
    "UPDATE occurrence SET edtf = '2016-02-31'": "edtf that is no time",
    "UPDATE occurrence SET edtf = 'soon'": "edtf that is no time",
    "UPDATE occurrence SET edtf = '2016-04-09T11:00+14:00'": "edtf that is no time",
    "UPDATE venue SET kind = 'castle'": "unknown kind",
    "UPDATE venue SET city = 'corner-almaty' WHERE id = 'centre'": "city that is none",
    "UPDATE venue SET latitude = 91 WHERE id = 'almaty'": "bad coordinates",
    "UPDATE venue SET longitude = NULL WHERE id = 'almaty'": "bad coordinates",
    "UPDATE audience SET code = 'dogs'": "unknown audience",
    "UPDATE spoken SET language = 'E'": "bad language",
    "UPDATE hashtag SET tag = 'USKZ25'": "bad hashtag",
    "UPDATE media SET kind = 'hologram'": "unknown kind",
    "UPDATE media SET width = 0": "bad size",
    "UPDATE media SET file = 'media/other.jpg'": "file that is not in the pack",
    "UPDATE media SET poster = '../poster.jpg'": "file that is not in the pack",
    "UPDATE event SET source = 'http://kz.usembassy.gov/'": "link that is not allowed",
    "UPDATE registration SET url = 'https://kz.usembassy.gov.evil.example/'": "link that is not allowed",
    "UPDATE contact SET url = 'javascript:alert(1)'": "link that is not allowed",
    "DELETE FROM event_text WHERE event = 'talk'": "no title: talk",
    "UPDATE event_text SET title = ' ' WHERE event = 'talk'": "no title: talk",
    "UPDATE venue_text SET name = ''": "no name",
    "UPDATE event_text SET title = printf('%.*c', 121, 'x')": "long title",
    "UPDATE event_text SET body = printf('%.*c', 2001, 'x')": "long body",
    "UPDATE event_text SET title = 'two' || char(10) || 'lines'": "lines title",
    "UPDATE event_text SET summary = 'a' || char(8238) || 'b'": "invisible summary",
    "UPDATE event_text SET body = 'a' || char(0) || 'b'": "control body",
    "UPDATE event_text SET title = CAST(x'ff41' AS TEXT)": "database: Could not decode",
    "UPDATE contact SET phone = char(10)": "blank phone",
    "UPDATE media_text SET alt = 'a' || char(769, 769, 769)": "marks alt",
    "DELETE FROM language WHERE code = 'ru'": "reference to nothing",
    "INSERT INTO language VALUES ('xx', 9)": "unknown language: xx",
    "UPDATE event SET theme = 'none' WHERE id = 'talk'": "reference to nothing in event",
    "UPDATE place SET venue = 'none'": "reference to nothing in place",
    "INSERT INTO event_search VALUES ('none', 'en', 'x', 'x')": "search for no event",
    "PRAGMA application_id = 1": "application_id of another program",
    "PRAGMA user_version = 3": "user_version of another program",
    "PRAGMA user_version = 2": "shape",
    "UPDATE media SET kind = 'video'": "file of another kind: code",
    "UPDATE media SET poster = 'media/x.mp4'": "file of another kind: code",
    "UPDATE media SET kind = 'video', file = 'media/x.mp4' ;; "
    "INSERT INTO media SELECT 100, event, 1, kind, file, 1, 1, '', 0 FROM media": "several videos: code",
    f"CREATE VIEW events AS {ENDLESS}": "shape",
    "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END": "shape",
    "CREATE TABLE extra (id)": "shape",
    "CREATE INDEX extra ON event (icon)": "shape",
    "CREATE VIRTUAL TABLE extra USING fts5(x)": "shape",
    "ALTER TABLE event ADD COLUMN huge TEXT AS (zeroblob(400000000))": "shape",
    "DROP INDEX idx_media_event": "shape",
}
TOO_MANY = {
    insert_rows(21, "hashtag SELECT 'talk', i, '#x'"): "too many rows in hashtag: talk",
    insert_rows(
        21, "media SELECT 100 + i, 'talk', i, 'picture', 'media/run.jpg', 1, 1, '', 0"
    ): "rows in media: talk",
    insert_rows(65, "theme SELECT 't' || i, i, '#000000', 'x'"): "too many rows in theme",
    insert_rows(
        20_000, "event SELECT 'e' || i, 'innovation', 'x', 'places', NULL, ''"
    ): "too many rows in event",
}


def test_the_sample_is_accepted() -> None:
    assert refusal_reason(sample_database()) == ""


@pytest.mark.parametrize("statements", WRONG | TOO_MANY)
def test_the_error_names_the_violation(statements: str) -> None:
    assert (WRONG | TOO_MANY)[statements] in (
        refusal_reason(changed_database(*statements.split(" ;; "))) or "let in"
    )


def test_a_link_needs_an_allowed_host() -> None:
    assert "link that is not allowed" in refusal_reason(sample_database(), hosts=())


def test_a_picture_needs_its_file() -> None:
    assert "file that is not in the pack" in refusal_reason(sample_database(), files=())


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


VIDEO = replace(CODE.media[0], kind=MediaKind.VIDEO, file="media/x.mp4", url=f"https://{HOST}/x")
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
        ("https://example.org/", "link that is not allowed in campaign_link"),
        ("", "no address"),
    ):
        assert reason in refusal_reason(
            changed_database(f"UPDATE campaign_link SET url = '{url}'", database=paged)
        )


@pytest.mark.parametrize(
    ("media", "reason"),
    [
        (replace(CAPTIONED, kind=MediaKind.PICTURE, file=PICTURE), "captions of no video"),
        (replace(VIDEO, captions={"en": (Caption(5, 5, "x"),)}), "bad time of a caption"),
        (replace(VIDEO, captions={"en": (Caption(-1, 5, "x"),)}), "bad time of a caption"),
        (replace(VIDEO, captions={"en": (Caption(0, 5, "x\u202e"),)}), "invisible text in caption"),
        (replace(VIDEO, url="https://example.org/x"), "link that is not allowed in media_link"),
    ],
)
def test_the_error_names_the_violation_of_a_video(media: Media, reason: str) -> None:
    assert reason in refusal_reason(version_2(media), files=(PICTURE, "media/x.mp4"))
