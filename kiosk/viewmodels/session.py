"""What every page derives from: the programme on show, the time, and one visitor's choices."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.base.clock import Clock
from kiosk.base.model import Media, Theme
from kiosk.base.settings import Settings
from kiosk.base.time_zones import DEFAULT_ZONE, local_date
from kiosk.events.view_context import ViewContext
from kiosk.programme.corner_name import corner
from kiosk.programme.shown_programme import ShownProgramme
from kiosk.visits.tally import Metric, Tally

if TYPE_CHECKING:
    from kiosk.programme.event_search import Search


@dataclass
class Session(ViewContext):
    """The state shared by the pages; `programme` is None while the library holds no valid programme.

    `file` is the settings file that was named, for the children to read it too. Without a `tally`, as in
    rehearsals, nothing is counted.
    """

    settings: Settings
    clock: Clock
    programme: ShownProgramme | None
    language: str
    file: Path | None = None
    tally: Tally | None = None
    search: "Search | None" = field(default=None, init=False)
    """None until there is an index of what is shown."""

    def count(self, what: Metric, which: str = "") -> None:
        """Count what a visitor does, while there is a programme to do it with."""
        if self.tally and self.programme:
            self.tally.add(what, which)

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
        """The time to judge 'past' by; None while the clock cannot be trusted, so that nothing is hidden."""
        return self.moment if self.clock.trusted else None

    @property
    def year_of(self) -> int | None:
        """This year need not be said."""
        return self.moment

    @property
    def zone(self) -> str:
        """The IANA zone the programme is announced in."""
        return self.programme.catalogue.campaign().zone if self.programme else DEFAULT_ZONE

    @property
    def today(self) -> str:
        """The local ISO date, by a clock that never goes back behind what is known to have passed."""
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
        return self.programme.address(event_id, picture.poster or picture.file)

    def media_file(self, address: str) -> Path:
        """The file of an address from `picture_address`; a missing file when there is no programme."""
        return self.programme.media(address) if self.programme else Path(address)

    def corner_name(self) -> str:
        """What this Corner is called."""
        return corner(self.settings, self.programme.catalogue if self.programme else None, self)
