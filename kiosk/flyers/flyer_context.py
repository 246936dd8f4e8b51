"""Where flyers come from: the programme on show, what the Corner has chosen, and the time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kiosk.base import qr_code
from kiosk.base.errors import KioskError
from kiosk.base.model import Event, Occurrence, Theme
from kiosk.base.settings import Settings
from kiosk.events.codes import EventCode, event_codes
from kiosk.events.view_context import PaperContext
from kiosk.library.library_paths import LibraryPaths
from kiosk.programme.corner_name import corner_name
from kiosk.programme.shown_programme import ShownProgramme
from kiosk.typesetting import sheet
from kiosk.typesetting.sheet import Code

Found = tuple[EventCode, Code]
"""What a code offers, and the code."""
MAX_NARROW_MODULES = 69
"""Modules, quiet zone included, of the largest code on a strip: 34.5 mm, and a strip of Letter has 34.9."""


@dataclass(frozen=True, slots=True)
class FlyerContext:
    """`now` is UTC seconds; to see what a sheet said when it was made, it may lie in the past.

    Events that are `known` by id are not read again.
    """

    programme: ShownProgramme
    settings: Settings
    now: int
    preloaded: Mapping[str, Event] = field(default_factory=dict)

    @property
    def zone(self) -> str:
        """The IANA zone the programme is announced in."""
        return self.programme.catalogue.campaign().zone

    @property
    def paths(self) -> LibraryPaths:
        """Where the library keeps things."""
        return LibraryPaths(self.settings.library.absolute())

    @property
    def own_templates(self) -> Path | None:
        """The folder of the Corner's own templates."""
        return self.settings.flyer_templates

    def readers(self, languages: Sequence[str]) -> list[PaperContext]:
        """Somebody for each language."""
        return [PaperContext(code, self.now) for code in languages]

    def theme(self, id: str) -> Theme:
        """KioskError 'flyers.no_theme' when the programme has none of that id."""
        themes = {theme.id: theme for theme in self.programme.catalogue.themes()}
        if id not in themes:
            raise KioskError("flyers.no_theme", theme=id, themes=", ".join(themes))
        return themes[id]

    def preload_events(self, ids: Sequence[str]) -> "FlyerContext":
        """The same, with as many of these events as there are read at once."""
        return replace(self, preloaded=self.programme.catalogue.read_events(ids))

    def event(self, id: str) -> Event:
        """KioskError 'flyers.no_event' when the programme has none of that id."""
        if id in self.preloaded:
            return self.preloaded[id]
        try:
            return self.programme.catalogue.event(id)
        except KeyError:
            raise KioskError("flyers.no_event", event=id) from None

    def corner_name(self, reader: PaperContext) -> str:
        """What the Corner is called."""
        return corner_name(self.settings, self.programme.catalogue, reader)

    def opening_hours(self, reader: PaperContext) -> str:
        """When it is open, '' when nobody has said."""
        return reader.localise(self.settings.corner_hours)

    def best_code(
        self, event: Event, occurrence: Occurrence, reader: PaperContext, *, narrow: bool = False
    ) -> Found | None:
        """The most useful code of an event that can be drawn, where it is `narrow` none above NARROW."""
        for offer in event_codes(event, occurrence, reader, self.programme.may_link):
            try:
                path, modules = qr_code.qr_svg_path(offer.payload)
            except ValueError:
                continue
            if narrow and modules + 2 * qr_code.QUIET_ZONE > MAX_NARROW_MODULES:
                continue
            address = offer.payload.removeprefix("https://") if offer.host else ""
            what = address or reader.translator.text("screens.event.calendar")
            alt = reader.translator.text("flyers.code", what=what)
            return offer, sheet.make_code(offer.payload, path, modules, address, alt)
        return None

    def offers_by_kind(
        self, event: Event, occurrence: Occurrence, reader: PaperContext
    ) -> dict[str, EventCode]:
        """What the event offers to a reader, by kind."""
        return {one.kind: one for one in event_codes(event, occurrence, reader, self.programme.may_link)}


def sheet_mark(pack: str, number: int) -> str:
    """What tells a sheet from all others: the short id of the pack it was made from, and its number."""
    return f"{pack} · {number}"
