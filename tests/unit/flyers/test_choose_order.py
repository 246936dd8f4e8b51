"""Orders from what staff choose."""

from pathlib import Path

import pytest

from kiosk.flyers import choose_order
from kiosk.typesetting.order import Ink, Kind, Order, Paper
from tests.packs_builder import refused
from tests.press_kit import press_at

A4 = (Paper.A4, Ink.COLOUR)


def test_languages_are_those_the_corner_shows(demo: Path) -> None:
    press = press_at(demo, languages=("ru", "kk"))
    assert choose_order.languages("kk", press) == ("kk",)
    assert choose_order.languages("kk+ru+kk", press) == ("kk", "ru")
    assert choose_order.languages("all", press) == ("ru", "kk")
    for written in ("en", "kk+en", "", "+", "all+kk", "KK"):
        with refused("flyers.language", written=written, languages="ru, kk, all"):
            choose_order.languages(written, press)


def test_events_keep_their_order_and_come_once(demo: Path) -> None:
    found = choose_order.order(press_at(demo), ("kk",), *A4, events=["techforum", "us-kz-fest", "techforum"])
    assert found == Order(Kind.EVENT, ("techforum", "us-kz-fest"), ("kk",), *A4)


def test_all_is_what_is_coming_the_next_first(demo: Path) -> None:
    press = press_at(demo)
    found = choose_order.order(press, ("kk",), *A4, all_events=True, kind=Kind.TEAR_OFF)
    assert (found.kind, len(found.subjects)) == (Kind.TEAR_OFF, 17)
    assert found.subjects == choose_order.coming(press)
    with refused("flyers.nothing_coming"):
        choose_order.order(press_at(demo, "2017-03-01T10:00"), ("kk",), *A4, all_events=True)


def test_a_theme_is_a_list_or_a_flyer_for_each(demo: Path) -> None:
    press = press_at(demo)
    assert choose_order.order(press, ("kk",), *A4, theme="innovation").subjects == ("innovation",)
    each = choose_order.order(press, ("kk",), *A4, theme="innovation", kind=Kind.EVENT)
    assert (each.kind, len(each.subjects), "techforum" in each.subjects) == (Kind.EVENT, 4, True)
    with refused("flyers.no_theme", theme="sport", themes="innovation, friendship, partnership"):
        choose_order.order(press, ("kk",), *A4, theme="sport")


@pytest.mark.parametrize(
    ("at", "week", "month"),
    [
        ("2016-04-03T23:59", "2016-03-28", "2016-04-01"),
        ("2016-04-04T00:00", "2016-04-04", "2016-04-01"),
        ("2016-12-31T12:00", "2016-12-26", "2016-12-01"),
    ],
)
def test_a_period_is_that_of_the_corners_day(demo: Path, at: str, week: str, month: str) -> None:
    press = press_at(demo, at)
    assert choose_order.order(press, ("kk",), *A4, period=Kind.WEEK).subjects == (week,)
    assert choose_order.order(press, ("kk",), *A4, period=Kind.MONTH).subjects == (month,)


def test_one_thing_is_chosen(demo: Path) -> None:
    press = press_at(demo)
    with refused("flyers.choose"):
        choose_order.order(press, ("kk",), *A4)
    with refused("flyers.choose"):
        choose_order.order(press, ("kk",), *A4, events=["techforum"], period=Kind.WEEK)
    with refused("flyers.choose"):
        choose_order.order(press, ("kk",), *A4, theme="innovation", all_events=True)
