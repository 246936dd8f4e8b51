"""The state that all pages share: the programme on show, the time, the settings and the language."""

from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.base.clock import Clock
from kiosk.base.model import Media, Theme
from kiosk.base.settings import Settings
from kiosk.base.time_zones import DEFAULT_ZONE, local_date
from kiosk.events.view_context import ViewContext
from kiosk.programme.corner_name import corner_name
from kiosk.programme.shown_programme import ShownProgramme
from kiosk.visits.tally import Metric, Tally

if TYPE_CHECKING:
    from kiosk.programme.event_search import EventSearch


@dataclass
class Session(ViewContext):
    """The state shared by the pages; `programme` is None while the library holds no valid programme.

    `file` is the settings file of the command line, which child processes read too. Without a `tally`, as in
    rehearsals, nothing is counted.
    """

    settings: Settings
    clock: Clock
    programme: ShownProgramme | None
    language: str
    file: Path | None = None
    tally: Tally | None = None
    search: "EventSearch | None" = field(default=None, init=False)
    """None until there is a search index of `programme`."""

    def count(self, metric: Metric, id: str = "") -> None:
        """Count what a visitor does, while there is a programme."""
        if self.tally and self.programme:
            self.tally.add(metric, id)

    def end_visit(self, *, by_staff: bool = False) -> None:
        """End the visit; `by_staff` when it was staff who made the staff gesture."""
        if self.tally:
            self.tally.end_visit(by_staff=by_staff)

    @property
    def moment(self) -> int:
        """The time shown, in UTC seconds."""
        return self.clock.now()

    @property
    def now(self) -> int | None:
        """The time that decides what is past; None, which hides nothing, while the clock is not trusted."""
        return self.moment if self.clock.is_trusted else None

    @property
    def year_omitted_at(self) -> int | None:
        """A time in the year that dates leave out."""
        return self.moment

    @property
    def zone(self) -> str:
        """The IANA zone the programme is announced in."""
        return self.programme.catalogue.campaign().zone if self.programme else DEFAULT_ZONE

    @property
    def today(self) -> str:
        """The local ISO date, by a clock that never goes back behind the time floor."""
        return local_date(self.clock.effective(), self.zone).isoformat()

    def theme(self, theme_id: str) -> Theme:
        """The theme with that id; KeyError when the programme has none."""
        if self.programme is None:
            raise KeyError(theme_id)
        return next(theme for theme in self.programme.catalogue.themes() if theme.id == theme_id)

    def picture_address(self, event_id: str, picture: Media | None) -> str:
        """The address of an event's picture or of a video's poster, '' for none."""
        if not self.programme or not picture:
            return ""
        return self.programme.media_address(event_id, picture.poster or picture.file)

    def open_media(self, address: str) -> FileIO:
        """Open the file of an address from `picture_address`; OSError when it cannot be shown."""
        if self.programme is None:
            raise FileNotFoundError(address)
        return self.programme.open_media(address)

    def corner_name(self) -> str:
        """The name of this Corner in the visitor's language."""
        return corner_name(self.settings, self.programme.catalogue if self.programme else None, self)
