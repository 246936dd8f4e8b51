"""Which flyers are meant: an order from what staff choose."""

from collections.abc import Sequence

from kiosk.base.errors import KioskError
from kiosk.base.time_zones import local_date
from kiosk.flyers.flyer_source import Press
from kiosk.flyers.list_sheets import begins
from kiosk.typesetting.order import Ink, Kind, Order, Paper

ALL = "all"


def languages(written: str, press: Press) -> tuple[str, ...]:
    """'kk', several as 'kk+ru', or 'all' that this Corner shows; KioskError 'flyers.language'."""
    shown = press.settings.languages
    chosen = shown if written == ALL else tuple(dict.fromkeys(written.split("+")))
    if not chosen or not all(code in shown for code in chosen):
        raise KioskError("flyers.language", written=written, languages=", ".join((*shown, ALL)))
    return chosen


def coming(press: Press, theme: str = "") -> tuple[str, ...]:
    """The events that are coming, the next first; KioskError 'flyers.nothing_coming'."""
    found = tuple(card.id for card in press.showing.catalogue.cards(press.now, theme=theme))
    if not found:
        raise KioskError("flyers.nothing_coming")
    return found


def order(
    press: Press,
    spoken: tuple[str, ...],
    paper: Paper,
    ink: Ink,
    *,
    events: Sequence[str] = (),
    theme: str = "",
    all_events: bool = False,
    period: Kind | None = None,
    kind: Kind | None = None,
) -> Order:
    """The order for exactly one of `events`, a `theme`, all events, or the `period` WEEK or MONTH of now.

    Each event becomes a flyer of its own of that `kind`, EVENT or TEAR_OFF, or all become the one list of a
    CHOICE; without it a theme becomes a list. Raises KioskError 'flyers.choose' for none or several of them,
    and those of `coming` and `Press`.
    """
    if sum(map(bool, (events, theme, all_events, period))) != 1:
        raise KioskError("flyers.choose")
    if period:
        first = begins(period, local_date(press.now, press.zone)).isoformat()
        return Order(period, (first,), spoken, paper, ink)
    if theme:
        press.theme(theme)
        if kind is None:
            return Order(Kind.THEME, (theme,), spoken, paper, ink)
    subjects = tuple(dict.fromkeys(events)) or coming(press, theme)
    if kind is Kind.CHOICE:
        subjects = (" ".join(subjects),)
    return Order(kind or Kind.EVENT, subjects, spoken, paper, ink)
