"""The filters above a list of events, with the number of events that each choice would leave."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.programme.facets import FacetCounts, Filters
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.shared.filter_rows import (
    ChoiceRow,
    ChoiceRows,
    FilterKind,
    KindRow,
    KindRows,
    choice_rows,
    kind_row,
)

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

KINDS: tuple[FilterKind, ...] = ("city", "month", "audience", "spoken", "offer", "level")
FREE_PLACES = "free_places"


@QmlElement
class FilterBar(QObject):
    """Combines one choice of each kind; has no kinds until the programme has an index.

    `filtersChanged` is emitted when a visitor has changed a choice; `refresh` has to be called after it.
    """

    changed = Signal()
    filtersChanged = Signal()
    choicesToggled = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._filters = Filters()
        self._open_kind = self._count_text = ""
        self.kind_rows, self.choice_rows = KindRows(self), ChoiceRows(self)

    @property
    def filters(self) -> Filters:
        """The choices the list is filtered by."""
        return self._filters

    def set_filters(self, filters: Filters) -> None:
        """Filter by these, with no kind open."""
        self._filters, self._open_kind = filters, ""

    def refresh(self) -> None:
        """Count again; drop choices that leave no event any more, except places that the programme knows."""
        counts = self._counts()
        if counts and (gone := dict.fromkeys((kind for kind in KINDS if self._is_gone(kind, counts)), "")):
            self._filters = self._with(gone)
            counts = self._counts()
        self.kind_rows.show(self._kind_rows(counts) if counts else [])
        self._open_kind = self._open_kind if any(row.isOpen for row in self.kind_rows.rows) else ""
        self.choice_rows.show(self._choice_rows(counts) if counts and self._open_kind else [])
        self._count_text = (
            self._session.translator.plural("screens.count.events", counts.total) if counts else ""
        )
        self.changed.emit()

    def _with(self, values: Mapping[Any, str]) -> Filters:
        return replace(self._filters, **values)  # type: ignore[arg-type]

    def _counts(self) -> FacetCounts | None:
        search = self._session.search
        return search.facets.count_choices(self._session.now, self._filters) if search else None

    def _is_gone(self, kind: str, counts: FacetCounts) -> bool:
        value, programme = getattr(self._filters, kind), self._session.programme
        known = kind == "city" and programme and programme.catalogue.venue(value)
        return bool(value and value not in counts.choices[kind] and not known)

    def _kind_rows(self, counts: FacetCounts) -> list[KindRow]:
        """The kinds that have a choice or would exclude some events."""
        rows = []
        for kind in KINDS:
            value = getattr(self._filters, kind)
            if value or any(events < counts.total for events in counts.choices[kind].values()):
                rows.append(kind_row(kind, value, self._open_kind, self._session))
        if self._filters.free_places or 0 < counts.free_places < counts.total:
            name = self._session.translator.text("screens.filter.free_places")
            label = f"{name} · {counts.free_places}"
            rows.append(KindRow(FREE_PLACES, label, False, self._filters.free_places, False))
        return rows

    def _choice_rows(self, counts: FacetCounts) -> list[ChoiceRow]:
        value = getattr(self._filters, self._open_kind)
        return choice_rows(self._open_kind, counts.choices[self._open_kind], value, self._session)

    @Slot(str)
    def toggleKind(self, kind: str) -> None:
        """Open or close the choices of a kind; switch a kind without choices on or off."""
        if kind == FREE_PLACES:
            self._change(replace(self._filters, free_places=not self._filters.free_places))
        else:
            self._open_kind = "" if self._open_kind == kind else kind
            self.refresh()
            self.choicesToggled.emit()

    @Slot(str)
    def toggleChoice(self, value: str) -> None:
        """Filter by a choice of the open kind; remove that filter when it is set already."""
        before = getattr(self._filters, self._open_kind)
        self._change(self._with({self._open_kind: "" if value == before else value}))

    @Slot()
    def clear(self) -> None:
        """Remove all filters except the theme."""
        self._change(Filters(theme=self._filters.theme))

    def _change(self, filters: Filters) -> None:
        self.set_filters(filters)
        self.filtersChanged.emit()

    @Property(bool, notify=changed)
    def isFiltered(self) -> bool:
        return self._filters != Filters(theme=self._filters.theme)

    @Property(str, notify=changed)
    def countText(self) -> str:
        """The number of events that match, as text; '' while there is no index."""
        return self._count_text

    @Property(KindRows, constant=True)
    def kinds(self) -> KindRows:
        return self.kind_rows

    @Property(ChoiceRows, constant=True)
    def choices(self) -> ChoiceRows:
        return self.choice_rows
