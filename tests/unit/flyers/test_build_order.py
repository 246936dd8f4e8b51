"""Orders are built from what staff choose."""

from pathlib import Path

import pytest

from kiosk.flyers import build_order
from kiosk.flyers.order import FlyerKind, Order
from kiosk.typesetting.paper import Ink, Paper
from tests.flyer_kit import context_at
from tests.packs_builder import refused

A4 = (Paper.A4, Ink.COLOUR)


def test_languages_are_those_the_corner_shows(demo: Path) -> None:
    context = context_at(demo, languages=("ru", "kk"))
    assert build_order.parse_languages("kk", context) == ("kk",)
    assert build_order.parse_languages("kk+ru+kk", context) == ("kk", "ru")
    assert build_order.parse_languages("all", context) == ("ru", "kk")
    for written in ("en", "kk+en", "", "+", "all+kk", "KK"):
        with refused("flyers.language", written=written, languages="ru, kk, all"):
            build_order.parse_languages(written, context)


def test_events_keep_their_order_without_duplicates(demo: Path) -> None:
    found = build_order.build_order(
        context_at(demo), ("kk",), *A4, events=["techforum", "us-kz-fest", "techforum"]
    )
    assert found == Order(FlyerKind.EVENT, ("techforum", "us-kz-fest"), ("kk",), *A4)


def test_all_events_are_the_upcoming_ones_next_first(demo: Path) -> None:
    context = context_at(demo)
    found = build_order.build_order(context, ("kk",), *A4, all_events=True, kind=FlyerKind.TEAR_OFF)
    assert (found.kind, len(found.subjects)) == (FlyerKind.TEAR_OFF, 17)
    assert found.subjects == build_order.upcoming_events(context)
    with refused("flyers.nothing_coming"):
        build_order.build_order(context_at(demo, "2017-03-01T10:00"), ("kk",), *A4, all_events=True)


def test_a_theme_becomes_one_list_or_a_flyer_for_each_event(demo: Path) -> None:
    context = context_at(demo)
    assert build_order.build_order(context, ("kk",), *A4, theme="innovation").subjects == ("innovation",)
    each = build_order.build_order(context, ("kk",), *A4, theme="innovation", kind=FlyerKind.EVENT)
    assert (each.kind, len(each.subjects), "techforum" in each.subjects) == (FlyerKind.EVENT, 4, True)
    with refused("flyers.no_theme", theme="sport", themes="innovation, friendship, partnership"):
        build_order.build_order(context, ("kk",), *A4, theme="sport")


@pytest.mark.parametrize(
    ("at", "week", "month"),
    [
        ("2016-04-03T23:59", "2016-03-28", "2016-04-01"),
        ("2016-04-04T00:00", "2016-04-04", "2016-04-01"),
        ("2016-12-31T12:00", "2016-12-26", "2016-12-01"),
    ],
)
def test_a_period_contains_the_local_day(demo: Path, at: str, week: str, month: str) -> None:
    context = context_at(demo, at)
    assert build_order.build_order(context, ("kk",), *A4, period=FlyerKind.WEEK).subjects == (week,)
    assert build_order.build_order(context, ("kk",), *A4, period=FlyerKind.MONTH).subjects == (month,)


def test_exactly_one_subject_can_be_chosen(demo: Path) -> None:
    context = context_at(demo)
    with refused("flyers.choose"):
        build_order.build_order(context, ("kk",), *A4)
    with refused("flyers.choose"):
        build_order.build_order(context, ("kk",), *A4, events=["techforum"], period=FlyerKind.WEEK)
    with refused("flyers.choose"):
        build_order.build_order(context, ("kk",), *A4, theme="innovation", all_events=True)
