"""Builds the order for flyers from what staff choose."""

from collections.abc import Sequence

from kiosk.base.errors import KioskError
from kiosk.base.time_zones import local_date
from kiosk.flyers.event_list_sheets import period_start
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.order import FlyerKind, Order
from kiosk.typesetting.paper import Ink, Paper

ALL = "all"


def parse_languages(written: str, context: FlyerContext) -> tuple[str, ...]:
    """The languages in 'kk', 'kk+ru' or 'all' (those of this Corner); KioskError 'flyers.language'."""
    available = context.settings.languages
    chosen = available if written == ALL else tuple(dict.fromkeys(written.split("+")))
    if not chosen or not all(code in available for code in chosen):
        raise KioskError("flyers.language", written=written, languages=", ".join((*available, ALL)))
    return chosen


def upcoming_events(context: FlyerContext, theme: str = "") -> tuple[str, ...]:
    """The ids of upcoming events, the next first; KioskError 'flyers.nothing_coming'."""
    ids = tuple(card.id for card in context.programme.catalogue.cards(context.now, theme=theme))
    if not ids:
        raise KioskError("flyers.nothing_coming")
    return ids


def build_order(
    context: FlyerContext,
    languages: tuple[str, ...],
    paper: Paper,
    ink: Ink,
    *,
    events: Sequence[str] = (),
    theme: str = "",
    all_events: bool = False,
    period: FlyerKind | None = None,
    kind: FlyerKind | None = None,
) -> Order:
    """The order for exactly one of `events`, a `theme`, all events, or the current `period` WEEK or MONTH.

    With `kind` EVENT or TEAR_OFF each event gets its own sheet, with CHOICE all events share one list; a
    theme without `kind` becomes a list. Raises KioskError 'flyers.choose' when none or several are given,
    and those of `upcoming_events` and `FlyerContext`.
    """
    if sum(map(bool, (events, theme, all_events, period))) != 1:
        raise KioskError("flyers.choose")
    if period:
        first = period_start(period, local_date(context.now, context.zone)).isoformat()
        return Order(period, (first,), languages, paper, ink)
    if theme:
        context.theme(theme)
        if kind is None:
            return Order(FlyerKind.THEME, (theme,), languages, paper, ink)
    subjects = tuple(dict.fromkeys(events)) or upcoming_events(context, theme)
    if kind is FlyerKind.CHOICE:
        subjects = (" ".join(subjects),)
    return Order(kind or FlyerKind.EVENT, subjects, languages, paper, ink)
