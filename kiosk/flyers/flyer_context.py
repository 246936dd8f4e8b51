"""What flyers are built from: the shown programme, the Corner's settings, and the time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from kiosk.base import qr_code
from kiosk.base.errors import KioskError
from kiosk.base.model import Event, Occurrence, Theme
from kiosk.base.settings import Settings
from kiosk.dates.opening_hours import corner_hours
from kiosk.events.event_codes import CodeKind, EventCode, event_codes
from kiosk.events.view_context import PaperContext
from kiosk.library.library_paths import LibraryPaths
from kiosk.programme.corner_name import corner_name
from kiosk.programme.shown_programme import ShownProgramme
from kiosk.typesetting.sheet import Code, make_code

MAX_NARROW_MODULES = 69
"""Modules, quiet zone included, of the largest code on a strip or card: 34.5 mm."""


class SheetCode(NamedTuple):
    """A code of an event, and how it is drawn on the sheet."""

    event_code: EventCode
    code: Code


@dataclass(frozen=True, slots=True)
class FlyerContext:
    """The programme, settings and time of a flyer.

    `now` is in UTC seconds; it lies in the past to rebuild an earlier sheet. Events in `preloaded`, by id,
    are not read again.
    """

    programme: ShownProgramme
    settings: Settings
    now: int
    preloaded: Mapping[str, Event] = field(default_factory=dict)

    @property
    def zone(self) -> str:
        """The IANA time zone of the programme."""
        return self.programme.catalogue.campaign().zone

    @property
    def paths(self) -> LibraryPaths:
        """The paths of the library."""
        return LibraryPaths(self.settings.library.absolute())

    @property
    def own_templates(self) -> Path | None:
        """The folder of the Corner's own templates."""
        return self.settings.flyer_templates

    def paper_contexts(self, languages: Sequence[str]) -> list[PaperContext]:
        """One context for each language."""
        return [PaperContext(code, self.now) for code in languages]

    def theme(self, id: str) -> Theme:
        """The theme with this id; KioskError 'flyers.no_theme' when the programme has none."""
        themes = {theme.id: theme for theme in self.programme.catalogue.themes()}
        if id not in themes:
            raise KioskError("flyers.no_theme", theme=id, themes=", ".join(themes))
        return themes[id]

    def preload_events(self, ids: Sequence[str]) -> "FlyerContext":
        """The same context with these events read in one query; missing ids are left out."""
        return replace(self, preloaded=self.programme.catalogue.read_events(ids))

    def event(self, id: str) -> Event:
        """The event with this id; KioskError 'flyers.no_event' when the programme has none."""
        if id in self.preloaded:
            return self.preloaded[id]
        try:
            return self.programme.catalogue.event(id)
        except KeyError:
            raise KioskError("flyers.no_event", event=id) from None

    def corner_name(self, reader: PaperContext) -> str:
        """The name of the Corner."""
        return corner_name(self.settings, self.programme.catalogue, reader)

    def opening_hours(self, reader: PaperContext) -> str:
        """The opening hours of the Corner, '' when the settings have none."""
        return corner_hours(self.settings, reader.language)

    def best_code(
        self, event: Event, occurrence: Occurrence, reader: PaperContext, *, narrow: bool = False
    ) -> SheetCode | None:
        """The most useful code of an event that can be drawn; if `narrow`, of MAX_NARROW_MODULES at most."""
        for code in self._codes(event, occurrence, reader):
            try:
                path, modules = qr_code.qr_svg_path(code.payload)
            except ValueError:
                continue
            if narrow and modules + 2 * qr_code.QUIET_ZONE > MAX_NARROW_MODULES:
                continue
            address = code.payload.removeprefix("https://") if code.host else ""
            what = address or reader.translator.text("screens.event.calendar")
            alt = reader.translator.text("flyers.code", what=what)
            return SheetCode(code, make_code(code.payload, path, modules, address, alt))
        return None

    def codes_by_kind(
        self, event: Event, occurrence: Occurrence, reader: PaperContext
    ) -> dict[CodeKind, EventCode]:
        """The codes of the event that paper may have, by kind."""
        return {code.kind: code for code in self._codes(event, occurrence, reader)}

    def _codes(self, event: Event, occurrence: Occurrence, reader: PaperContext) -> Iterator[EventCode]:
        """The codes of the event but for its plain text: that is what the paper itself says."""
        codes = event_codes(event, occurrence, reader, self.programme.source(event.id))
        return (code for code in codes if code.kind != "text")
