"""The card 'Opening hours' of the page Settings: the hours of the days that are chosen there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.kiosk_toml.opening_hours import (
    DAY_MINUTES,
    DAYS,
    Hours,
    Week,
    clock,
    format_week,
    parse_week,
)
from kiosk.dates.opening_hours import format_opening_hours
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.containment import Property, Slot
from kiosk.viewmodels.staff.settings.rows import OptionRow, OptionRows

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

STEP = 30
"""Minutes by which a touch moves a time."""
USUAL: Hours = (10 * 60, 19 * 60)
"""The hours of a day that becomes open."""
_OPENS, _CLOSES = 0, 1


@QmlElement
class WeekEditor(QObject):
    """Changes the chosen days together: only what is touched, so that days with other hours keep the rest."""

    changed = Signal()

    def __init__(self, session: Session, save: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._save = session, save
        self._text = ""
        self._chosen = {0, 1, 2, 3, 4}
        self._days, self._states = OptionRows(self), OptionRows(self)

    def show(self, text: str) -> None:
        """Show this setting, in the current language."""
        self._text = text
        say, names = self._session.translator.text, dates.weekday_names(self._session.language)
        self._days.show([OptionRow(DAYS[day], name, day in self._chosen) for day, name in enumerate(names)])
        is_open, is_closed = all(self._hours), bool(text) and not any(self._hours)
        self._states.show(
            [
                OptionRow("open", say("choices.hours.open"), is_open),
                OptionRow("closed", say("choices.hours.closed"), is_closed),
            ]
        )
        self.changed.emit()

    @property
    def _week(self) -> Week:
        return parse_week(self._text)

    @property
    def _hours(self) -> list[Hours | None]:
        """The hours of each chosen day."""
        return [self._week[day] for day in sorted(self._chosen)]

    def _change(self, change: Callable[[Hours | None], Hours | None]) -> None:
        """Change the hours of every chosen day."""
        week = [change(hours) if day in self._chosen else hours for day, hours in enumerate(self._week)]
        self._save(format_week(tuple(week)))

    @Slot(str)
    def toggleDay(self, value: str) -> None:
        """Choose a day of DAYS, or no longer; one day at least stays chosen."""
        chosen = self._chosen ^ {DAYS.index(value)}
        self._chosen = chosen or self._chosen
        self.show(self._text)

    @Slot(str)
    def setState(self, value: str) -> None:
        """Make the chosen days 'open' or 'closed'; a day that is open already keeps its hours."""
        self._change(lambda hours: (hours or USUAL) if value == "open" else None)

    @Slot(int)
    def moveOpening(self, steps: int) -> None:
        """Open so many steps later, on all chosen days at the same time."""
        self._move(_OPENS, steps)

    @Slot(int)
    def moveClosing(self, steps: int) -> None:
        """Close so many steps later, on all chosen days at the same time."""
        self._move(_CLOSES, steps)

    def _move(self, end: int, steps: int) -> None:
        """Move that end of the first chosen day; the other days get the same one and keep their other end."""
        open_days = [hours for hours in self._hours if hours]
        if not open_days:
            return
        time = open_days[0][end] + steps * STEP
        moved = [(time, hours[_CLOSES]) if end == _OPENS else (hours[_OPENS], time) for hours in open_days]
        if all(0 <= first < last <= DAY_MINUTES for first, last in moved):
            times = iter(moved)
            self._change(lambda hours: next(times) if hours else None)

    def _shared(self, end: int) -> str:
        """That end of all chosen days that are open, '…' when they differ."""
        times = {hours[end] for hours in self._hours if hours}
        return clock(times.pop()) if len(times) == 1 else "…"

    @Property(str, notify=changed)
    def line(self) -> str:
        """The hours of the week in words."""
        if not self._text:
            return self._session.translator.text("choices.hours.none")
        return format_opening_hours(self._text, self._session.language)

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        """Whether the Corner is open on any of the chosen days."""
        return any(self._hours)

    @Property(str, notify=changed)
    def opening(self) -> str:
        return self._shared(_OPENS)

    @Property(str, notify=changed)
    def closing(self) -> str:
        return self._shared(_CLOSES)

    @Property(OptionRows, constant=True)
    def days(self) -> OptionRows:
        return self._days

    @Property(OptionRows, constant=True)
    def states(self) -> OptionRows:
        return self._states
