"""Outdated sheets on the wall are found, with their reasons."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.base.model import Contact, Event, Media, MediaKind, Price, Registration, Status, When
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.flyer_records import record_taken_down
from kiosk.flyers.order import FlyerKind, Order
from kiosk.flyers.outdated import Reason, find_outdated
from kiosk.typesetting.paper import Paper
from tests.flyer_kit import SamplePublisher, context_at, context_of
from tests.screen_kit import copy_library, run_cli
from tests.source_builder import TALK_TOML
from tests.unit.flyers.sheets_on_wall import SINGLE_OCCURRENCE, alter, find_reasons, hang_sheets
from tests.unit.store.sample import (
    APRIL_9,
    ASTANA,
    CENTRE,
    CODE,
    CORNER,
    HOST,
    NOW,
    OPEN,
    ZONE,
    at,
    text,
    when,
)

DAY = 86_400


def reasons_by_title(context: FlyerContext) -> dict[str, tuple[str, ...]]:
    """The reasons of all outdated sheets, by title."""
    return {found.title: tuple(map(str, found.reasons)) for found in find_outdated(context)}


CHANGES: dict[str, tuple[Callable[[Event], Event], list[str]]] = {
    "nothing": (lambda one: one, []),
    "what is not on it": (lambda one: replace(one, source=f"https://{HOST}/other", hashtags=()), []),
    "cancelled": (lambda one: alter(one, status=Status.CANCELLED), ["cancelled"]),
    "full": (lambda one: alter(one, status=Status.FULL), ["full"]),
    "moved": (
        lambda one: alter(one, when=when("2016-04-10", "2016-04-10", "2016-04-10"), status=Status.MOVED,
                          original=APRIL_9),
        ["moved"],
    ),
    "title": (lambda one: replace(one, title=text("Other")), ["title"]),
    "title in one language": (lambda one: replace(one, title={**one.title, "ru": "Иное"}), ["title"]),
    "in no language of the sheet": (lambda one: replace(one, title={**one.title, "en": "Other"}), []),
    "summary": (lambda one: replace(one, summary=text("Other")), ["text"]),
    "body, which is not on it": (lambda one: replace(one, body=text("Other")), []),
    "hour": (lambda one: alter(one, when=When("2016-04-09T12:00/2016-04-09T14:00", ZONE,
                                              at("2016-04-09T12:00"), at("2016-04-09T14:00"))), ["when"]),
    "place": (lambda one: replace(one, places=(ASTANA,)), ["where"]),
    "place with an address": (lambda one: replace(one, places=(CENTRE,)), ["where"]),
    "no place": (lambda one: replace(one, places=()), ["where"]),
    "audience": (lambda one: replace(one, audience=("children",)), ["whom"]),
    "price": (lambda one: replace(one, price=Price(False)), ["whom"]),
    "address of registration": (
        lambda one: replace(one, registration=replace(OPEN, url=f"https://{HOST}/new")),
        ["code"],
    ),
    "places": (lambda one: replace(one, registration=replace(OPEN, places=5)), ["code"]),
    "no registration": (lambda one: replace(one, registration=None), ["code"]),
    "contact": (lambda one: replace(one, contact=Contact(text("Desk"))), ["text"]),
    "icon": (lambda one: replace(one, icon="star"), ["look"]),
    "photograph": (
        lambda one: replace(one, media=(Media(MediaKind.PICTURE, "media/run.jpg", 64, 48, text("A")),)),
        ["look"],
    ),
    "theme": (lambda one: replace(one, theme="friendship"), ["title", "look"]),
    "over": (lambda one: alter(one, status=Status.OVER), ["over"]),
    "several": (
        lambda one: replace(alter(one, status=Status.CANCELLED), title=text("Other"), places=(CORNER,)),
        ["cancelled"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("kind", [FlyerKind.EVENT, FlyerKind.TEAR_OFF])
def test_every_change_has_its_reason(tmp_path: Path, kind: FlyerKind, change: str) -> None:
    context = context_of(SINGLE_OCCURRENCE, library=tmp_path)
    hang_sheets(context, kind, "code")
    assert find_outdated(context) == []
    changed, wanted = CHANGES[change]
    assert find_reasons(context_of(changed(SINGLE_OCCURRENCE), library=tmp_path, now=NOW + 60)) == wanted
    assert find_outdated(context) == []


def test_an_event_that_is_gone_can_only_be_taken_down(tmp_path: Path) -> None:
    (number,) = hang_sheets(context_of(SINGLE_OCCURRENCE, library=tmp_path), FlyerKind.EVENT, "code")
    without = context_of(replace(SINGLE_OCCURRENCE, id="other"), library=tmp_path)
    (found,) = find_outdated(without)
    assert (found.number, found.reasons, found.is_renewable) == (number, (Reason.GONE,), False)
    assert found.order == Order(FlyerKind.EVENT, ("code",), ("kk", "ru"), Paper.A4)
    record_taken_down(without, [number])
    assert find_outdated(without) == []


def test_strips_without_a_code_cannot_be_renewed(tmp_path: Path) -> None:
    hang_sheets(context_of(SINGLE_OCCURRENCE, library=tmp_path), FlyerKind.TEAR_OFF, "code")
    bare = alter(
        replace(SINGLE_OCCURRENCE, registration=None, contact=None),
        when=when("2016", "2016-01-01", "2016-12-31"),
    )
    (found,) = find_outdated(context_of(bare, library=tmp_path))
    assert (found.reasons, found.is_renewable) == ((Reason.CODE,), False)


def test_the_sheet_of_a_changed_event_can_be_renewed(tmp_path: Path) -> None:
    hang_sheets(context_of(SINGLE_OCCURRENCE, library=tmp_path), FlyerKind.EVENT, "code")
    (found,) = find_outdated(context_of(replace(SINGLE_OCCURRENCE, title=text("Other")), library=tmp_path))
    assert (found.title, found.is_renewable) == ("Love to Code k", True)


def test_a_new_corner_name_or_new_hours_make_a_sheet_outdated(tmp_path: Path) -> None:
    hang_sheets(context_of(SINGLE_OCCURRENCE, library=tmp_path), FlyerKind.EVENT, "code")
    assert find_reasons(context_of(SINGLE_OCCURRENCE, library=tmp_path, corner_name={"kk": "Біз"})) == [
        "corner"
    ]
    assert find_reasons(context_of(SINGLE_OCCURRENCE, library=tmp_path, corner_hours={"kk": "10–19"})) == [
        "corner"
    ]
    assert (
        find_reasons(context_of(SINGLE_OCCURRENCE, library=tmp_path, languages=("en",), language="en")) == []
    )


def test_a_sheet_without_the_contact_that_the_programme_has_now_is_not_wrong(tmp_path: Path) -> None:
    silent = replace(SINGLE_OCCURRENCE, contact=None)
    hang_sheets(context_of(silent, library=tmp_path), FlyerKind.EVENT, "code")
    asked = replace(silent, contact=Contact(phone="+7 727 250 76 12"))
    assert find_reasons(context_of(asked, library=tmp_path)) == []
    hang_sheets(context_of(asked, library=tmp_path), FlyerKind.EVENT, "code")
    assert find_reasons(context_of(silent, library=tmp_path)) == ["text"]


def test_a_sheet_is_outdated_when_registration_closes_and_when_the_event_is_over(tmp_path: Path) -> None:
    hang_sheets(context_of(SINGLE_OCCURRENCE, library=tmp_path), FlyerKind.EVENT, "code")
    moments = {
        "2016-04-08T23:59": [],
        "2016-04-09T00:00": ["code"],
        "2016-04-09T13:59": ["code"],
        "2016-04-09T14:00": ["over"],
        "2019-01-01T00:00": ["over"],
    }
    for moment, wanted in moments.items():
        assert find_reasons(context_of(SINGLE_OCCURRENCE, library=tmp_path, now=at(moment))) == wanted, moment


def test_registration_that_opens_makes_no_sheet_outdated(tmp_path: Path) -> None:
    opens = when("2016-04-05", "2016-04-05", "2016-04-05")
    event = replace(SINGLE_OCCURRENCE, registration=Registration(f"https://{HOST}/code", opens=opens))
    hang_sheets(context_of(event, library=tmp_path), FlyerKind.EVENT, "code")
    for moment in ("2016-04-04T12:00", "2016-04-05T00:00", "2016-04-09T12:00"):
        assert find_reasons(context_of(event, library=tmp_path, now=at(moment))) == []


def test_of_several_occurrences_the_next_one_counts(tmp_path: Path) -> None:
    """The sheet names 9 April and mentions another occurrence, which is the next one on 10 April."""
    hang_sheets(context_of(replace(CODE, media=()), library=tmp_path), FlyerKind.EVENT, "code")
    later = context_of(replace(CODE, media=()), library=tmp_path, now=at("2016-04-10T10:00"))
    (found,) = find_outdated(later)
    assert (found.reasons, found.is_renewable) == ((Reason.WHEN, Reason.CODE), True)


def test_a_list_is_outdated_when_its_events_change(tmp_path: Path) -> None:
    other = replace(SINGLE_OCCURRENCE, id="other", title=text("Other"))
    orders = {FlyerKind.THEME: "innovation", FlyerKind.WEEK: "2016-04-04", FlyerKind.MONTH: "2016-04-01"}
    for kind, subject in orders.items():
        hang_sheets(context_of(SINGLE_OCCURRENCE, other, library=tmp_path), kind, subject)

    def list_reasons(*events: Event, now: int = NOW) -> list[tuple[str, ...]]:
        return [found.reasons for found in find_outdated(context_of(*events, library=tmp_path, now=now))]

    assert list_reasons(SINGLE_OCCURRENCE, other) == []
    assert list_reasons(SINGLE_OCCURRENCE, other, now=at("2016-04-10T23:00")) == []
    assert list_reasons(SINGLE_OCCURRENCE) == [(Reason.LIST,)] * 3
    assert list_reasons(SINGLE_OCCURRENCE, replace(other, title=text("Another"))) == [(Reason.LIST,)] * 3
    assert list_reasons(SINGLE_OCCURRENCE, replace(other, body=text("Another"))) == []
    assert (
        list_reasons(SINGLE_OCCURRENCE, other, replace(SINGLE_OCCURRENCE, id="third")) == [(Reason.LIST,)] * 3
    )
    assert list_reasons(SINGLE_OCCURRENCE, other, now=at("2016-04-11T00:00")) == [(Reason.OVER,)]
    assert list_reasons(SINGLE_OCCURRENCE, other, now=at("2016-05-01T00:00")) == [(Reason.OVER,)] * 2


def test_a_list_without_events_can_only_be_taken_down(tmp_path: Path) -> None:
    hang_sheets(context_of(SINGLE_OCCURRENCE, library=tmp_path), FlyerKind.WEEK, "2016-04-04")
    later = alter(SINGLE_OCCURRENCE, when=when("2016-06-01", "2016-06-01", "2016-06-01"))
    (found,) = find_outdated(context_of(later, library=tmp_path))
    assert (found.reasons, found.is_renewable) == ((Reason.GONE,), False)


@settings(max_examples=40)
@given(
    kind=st.sampled_from(FlyerKind),
    languages=st.sampled_from([("kk",), ("ru",), ("en",), ("kk", "ru"), ("en", "kk", "ru")]),
    passed=st.integers(0, at("2016-04-08T23:59") - NOW),
)
def test_passing_time_alone_makes_no_sheet_outdated(
    tmp_path_factory: pytest.TempPathFactory, kind: FlyerKind, languages: tuple[str, ...], passed: int
) -> None:
    """Until registration closes and the event is over."""
    library = tmp_path_factory.mktemp("library")
    subject = {
        FlyerKind.THEME: "innovation",
        FlyerKind.WEEK: "2016-04-04",
        FlyerKind.MONTH: "2016-04-01",
    }.get(kind, "code")
    hang_sheets(context_of(SINGLE_OCCURRENCE, library=library), kind, subject, languages=languages)
    assert find_outdated(context_of(SINGLE_OCCURRENCE, library=library, now=NOW + passed)) == []


def test_the_april_update_makes_sheets_outdated_and_a_rollback_undoes_it(
    demo: Path, april: Path, tmp_path: Path
) -> None:
    library = copy_library(demo, tmp_path / "library")
    context = context_at(library)
    events = ("techforum", "creating-a-relationship", "global-health", "love-to-code", "us-kz-fest")
    numbers = hang_sheets(context, FlyerKind.EVENT, *events, languages=("en",))
    hang_sheets(context, FlyerKind.EVENT, "global-health", languages=("kk", "ru"))
    hang_sheets(context, FlyerKind.THEME, "friendship", languages=("en",))
    hang_sheets(context, FlyerKind.THEME, "innovation", languages=("en",))
    hang_sheets(context, FlyerKind.MONTH, "2016-04-01", languages=("en",))
    assert find_outdated(context) == []
    run_cli("install", april.parent / "april-update.kpack", "--library", library)
    updated = context_at(library, "2016-04-04T10:00")
    assert [(found.number, found.title, [*map(str, found.reasons)]) for found in find_outdated(updated)] == [
        (numbers[0], "TechForum", ["moved"]),
        (numbers[1], "Creating a Relationship", ["cancelled"]),
        (numbers[2], "Global Health", ["text"]),
        (numbers[4] + 1, "Жаһандық денсаулық", ["text"]),
        (numbers[4] + 2, "Friendship", ["list"]),
        (numbers[4] + 3, "Innovation", ["list"]),
        (numbers[4] + 4, "This month", ["list"]),
    ]
    assert all(found.is_renewable for found in find_outdated(updated))
    run_cli("rollback", "--library", library)
    assert find_outdated(context_at(library, "2016-04-04T10:00")) == []


def test_flyers_of_several_publishers_are_compared_with_the_shown_programme(tmp_path: Path) -> None:
    mission = SamplePublisher(tmp_path)
    mission.install()
    corner = SamplePublisher(tmp_path, "corner", 10)
    own = {
        "events/own.toml": TALK_TOML.replace("A talk", "Our own"),
        "events/talk.toml": None,
        "events/full.toml": None,
    }
    library = corner.install(own)
    context = context_at(library)
    hang_sheets(context, FlyerKind.EVENT, "talk", "own", languages=("en",))
    hang_sheets(context, FlyerKind.THEME, "innovation", languages=("en",))
    assert find_outdated(context) == []
    corner.install({**own, "events/own.toml": TALK_TOML.replace("A talk", "Still our own")})
    assert reasons_by_title(context_at(library)) == {"Our own": ("title", "code"), "Innovation": ("list",)}
    run_cli("trust", "remove", "corner", "--library", library)
    assert reasons_by_title(context_at(library)) == {"Our own": ("gone",), "Innovation": ("list",)}
