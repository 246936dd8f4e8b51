"""The filters above the agenda of a day with many events: part of the day, city and place."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.base.sentence_ids import SentenceId
from kiosk.programme.day_filters import DayFilterKind, DayFilters, DayPart, FilterValues, count_values
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.shared.filter_rows import ChoiceRow, ChoiceRows, KindRow, KindRows

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

MANY = 12
"""Occurrences that are listed without filters."""
_PARTS: dict[DayPart, SentenceId] = {
    DayPart.MORNING: "screens.calendar.morning",
    DayPart.AFTERNOON: "screens.calendar.afternoon",
    DayPart.EVENING: "screens.calendar.evening",
}
_PLACES: dict[DayFilterKind, SentenceId] = {
    "city": "screens.filter.city",
    "venue": "screens.calendar.place",
}


@QmlElement
class DayFilterBar(QObject):
    """Combines one choice of each kind; offers only what leaves some occurrences, and not all.

    `filtersChanged` is emitted when a visitor has changed a choice; `show` has to be called after it.
    """

    changed = Signal()
    filtersChanged = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._filters = DayFilters()
        self._open_kind = ""
        self._values: Sequence[FilterValues] = ()
        self.part_rows, self.kind_rows, self.choice_rows = ChoiceRows(self), KindRows(self), ChoiceRows(self)

    @property
    def filters(self) -> DayFilters:
        """The choices the agenda is filtered by."""
        return self._filters

    def reset(self) -> None:
        """Remove all filters: another day is shown."""
        self._filters, self._open_kind = DayFilters(), ""

    def show(self, values: Sequence[FilterValues]) -> None:
        """Offer the filters that these occurrences have, if they are many; `values` are unfiltered."""
        self._values = values if len(values) > MANY or self.isFiltered else ()
        counts = count_values(self._values, self._filters)
        total = len(self._values)
        self.part_rows.show(
            [
                self._choice_row("part", part, counts["part"][part])
                for part in DayPart
                if part == self._filters.part or 0 < counts["part"][part] < total
            ]
        )
        kinds: list[DayFilterKind] = [
            kind for kind in _PLACES if getattr(self._filters, kind) or len(counts[kind]) > 1
        ]
        self._open_kind = self._open_kind if self._open_kind in kinds else ""
        self.kind_rows.show([self._kind_row(kind) for kind in kinds])
        choices = [
            self._choice_row(kind, value, number)
            for kind in kinds
            if kind == self._open_kind
            for value, number in counts[kind].items()
        ]
        self.choice_rows.show(sorted(choices, key=lambda row: _in_order(row.label)))
        self.changed.emit()

    def _choice_row(self, kind: DayFilterKind, value: str, number: int) -> ChoiceRow:
        return ChoiceRow(
            value, f"{self._name(kind, value)} · {number}", value == getattr(self._filters, kind)
        )

    def _kind_row(self, kind: DayFilterKind) -> KindRow:
        """The row of a kind, labelled with its choice if it has one."""
        value = getattr(self._filters, kind)
        label = self._name(kind, value) if value else self._session.translator.text(_PLACES[kind])
        return KindRow(kind, label, True, bool(value), kind == self._open_kind)

    def _name(self, kind: DayFilterKind, value: str) -> str:
        if kind == "part":
            return self._session.translator.text(_PARTS[DayPart(value)])
        venue = self._session.programme.catalogue.venue(value) if self._session.programme else None
        return self._session.localise(venue.name) if venue else value

    @Slot(str)
    def togglePart(self, part: str) -> None:
        """Filter by a part of the day, or no longer."""
        self._change(self._filters._replace(part="" if part == self._filters.part else part))

    @Slot(str)
    def toggleKind(self, kind: str) -> None:
        """Open or close the choices of a kind; a chosen one is removed."""
        if getattr(self._filters, kind):
            self._change(self._filters._replace(**{kind: ""}))
            return
        self._open_kind = "" if self._open_kind == kind else kind
        self.show(self._values)

    @Slot(str)
    def choose(self, value: str) -> None:
        """Filter by a choice of the open kind and close it."""
        self._change(self._filters._replace(**{self._open_kind: value}))

    def _change(self, filters: DayFilters) -> None:
        self._filters, self._open_kind = filters, ""
        self.filtersChanged.emit()

    @Property(bool, notify=changed)
    def isFiltered(self) -> bool:
        return self._filters != DayFilters()

    @Property(ChoiceRows, constant=True)
    def parts(self) -> ChoiceRows:
        return self.part_rows

    @Property(KindRows, constant=True)
    def kinds(self) -> KindRows:
        return self.kind_rows

    @Property(ChoiceRows, constant=True)
    def choices(self) -> ChoiceRows:
        return self.choice_rows


def _in_order(label: str) -> list[str | int]:
    """A key that sorts 'Room 9' before 'Room 10'."""
    return [int(part) if part.isdecimal() else part.casefold() for part in re.split(r"(\d+)", label)]
