"""The filters above a list of events: what they narrow it to, and what each other choice would leave."""

from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.programme.facets import Counts, Filters
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.shared.filter_rows import (
    ChoiceRow,
    ChoiceRows,
    KindRow,
    KindRows,
    choice_rows,
    kind_row,
)

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

KINDS = ("city", "month", "audience", "spoken")
FREE = "free_places"


@QmlElement
class FilterBar(QObject):
    """Combines one choice of each kind; there is nothing to tap while the programme has no index yet.

    `narrowed` tells of another choice by a visitor, after which `refresh` is due.
    """

    changed = Signal()
    narrowed = Signal()
    unfolded = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._filters = Filters()
        self._opened = self._left = ""
        self.kind_rows, self.offered = KindRows(self), ChoiceRows(self)

    @property
    def filters(self) -> Filters:
        """What the list is narrowed to."""
        return self._filters

    def begin(self, filters: Filters) -> None:
        """Narrow to those, with no kind open."""
        self._filters, self._opened = filters, ""

    def refresh(self) -> None:
        """Count anew. A choice that leaves nothing any more falls away, but for a place that is known."""
        counts = self._counts()
        if counts and (gone := dict.fromkeys((kind for kind in KINDS if self._is_gone(kind, counts)), "")):
            self._filters = self._with(gone)
            counts = self._counts()
        self.kind_rows.show(self._kind_rows(counts) if counts else [])
        self._opened = self._opened if any(row.opened for row in self.kind_rows.rows) else ""
        self.offered.show(self._choice_rows(counts) if counts and self._opened else [])
        self._left = self._session.translator.plural("screens.count.events", counts.total) if counts else ""
        self.changed.emit()

    def _with(self, values: dict[str, str]) -> Filters:
        return replace(self._filters, **values)  # type: ignore[arg-type]

    def _counts(self) -> Counts | None:
        search = self._session.search
        return search.facets.counts(self._session.now, self._filters) if search else None

    def _is_gone(self, kind: str, counts: Counts) -> bool:
        value, showing = getattr(self._filters, kind), self._session.programme
        known = kind == "city" and showing and showing.catalogue.venue(value)
        return bool(value and value not in counts.choices[kind] and not known)

    def _kind_rows(self, counts: Counts) -> list[KindRow]:
        """The kinds that would narrow the list, and those that do."""
        rows = []
        for kind in KINDS:
            value = getattr(self._filters, kind)
            if value or any(events < counts.total for events in counts.choices[kind].values()):
                rows.append(kind_row(kind, value, self._opened, self._session))
        if self._filters.free_places or 0 < counts.free_places < counts.total:
            said = self._session.translator.text("screens.filter.free_places")
            label = f"{said} · {counts.free_places}"
            rows.append(KindRow(FREE, label, False, self._filters.free_places, False))
        return rows

    def _choice_rows(self, counts: Counts) -> list[ChoiceRow]:
        value = getattr(self._filters, self._opened)
        return choice_rows(self._opened, counts.choices[self._opened], value, self._session)

    @Slot(str)
    def tap(self, kind: str) -> None:
        """Open the choices of a kind or close them; switch a kind that has none."""
        if kind == FREE:
            self._narrow(replace(self._filters, free_places=not self._filters.free_places))
        else:
            self._opened = "" if self._opened == kind else kind
            self.refresh()
            self.unfolded.emit()

    @Slot(str)
    def choose(self, value: str) -> None:
        """Narrow to a choice of the kind that is open; to all of them when it is that already."""
        before = getattr(self._filters, self._opened)
        self._narrow(self._with({self._opened: "" if value == before else value}))

    @Slot()
    def clear(self) -> None:
        """Narrow no more."""
        self._narrow(Filters(theme=self._filters.theme))

    def _narrow(self, filters: Filters) -> None:
        self.begin(filters)
        self.narrowed.emit()

    @Property(bool, notify=changed)
    def narrows(self) -> bool:
        return self._filters != Filters(theme=self._filters.theme)

    @Property(str, notify=changed)
    def left(self) -> str:
        """How many events are left, in words; '' while that is not known."""
        return self._left

    @Property(KindRows, constant=True)
    def kinds(self) -> KindRows:
        return self.kind_rows

    @Property(ChoiceRows, constant=True)
    def choices(self) -> ChoiceRows:
        return self.offered
