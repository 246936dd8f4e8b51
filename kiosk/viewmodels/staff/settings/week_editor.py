"""The card 'Opening hours' of the page Settings: the hours of the days that are chosen there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.base.kiosk_toml.opening_hours import (
    CLOSED,
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
    """Changes the hours of all chosen days together; they begin as those of the first chosen day."""

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
        names, is_open = dates.weekday_names(self._session.language), self._hours is not None
        self._days.show([OptionRow(DAYS[day], name, day in self._chosen) for day, name in enumerate(names)])
        say = self._session.translator.text
        self._states.show(
            [
                OptionRow("open", say("choices.hours.open"), is_open),
                OptionRow("closed", say("choices.hours.closed"), not is_open),
            ]
        )
        self.changed.emit()

    @property
    def _week(self) -> Week:
        return parse_week(self._text) if self._text else CLOSED

    @property
    def _hours(self) -> Hours | None:
        """The hours of the first chosen day."""
        return self._week[min(self._chosen)]

    def _set_hours(self, hours: Hours | None) -> None:
        week = tuple(hours if day in self._chosen else self._week[day] for day in range(len(DAYS)))
        self._save(format_week(week))

    @Slot(str)
    def toggleDay(self, value: str) -> None:
        """Choose a day of DAYS, or no longer; one day at least stays chosen."""
        chosen = self._chosen ^ {DAYS.index(value)}
        self._chosen = chosen or self._chosen
        self.show(self._text)

    @Slot(str)
    def setState(self, value: str) -> None:
        """Make the chosen days 'open' or 'closed'."""
        if (value == "open") != (self._hours is not None):
            self._set_hours(USUAL if value == "open" else None)

    @Slot(int)
    def moveOpening(self, steps: int) -> None:
        """Open so many steps later."""
        self._move(_OPENS, steps)

    @Slot(int)
    def moveClosing(self, steps: int) -> None:
        """Close so many steps later."""
        self._move(_CLOSES, steps)

    def _move(self, end: int, steps: int) -> None:
        hours = list(self._hours or USUAL)
        hours[end] += steps * STEP
        if 0 <= hours[_OPENS] < hours[_CLOSES] <= DAY_MINUTES:
            self._set_hours((hours[_OPENS], hours[_CLOSES]))

    @Property(str, notify=changed)
    def line(self) -> str:
        """The hours of the week in words."""
        if not self._text:
            return self._session.translator.text("choices.hours.none")
        return format_opening_hours(self._text, self._session.language)

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        """Whether the Corner is open on the chosen days."""
        return self._hours is not None

    @Property(str, notify=changed)
    def opening(self) -> str:
        return clock((self._hours or USUAL)[_OPENS])

    @Property(str, notify=changed)
    def closing(self) -> str:
        return clock((self._hours or USUAL)[_CLOSES])

    @Property(OptionRows, constant=True)
    def days(self) -> OptionRows:
        return self._days

    @Property(OptionRows, constant=True)
    def states(self) -> OptionRows:
        return self._states
