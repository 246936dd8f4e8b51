"""What every page derives from: the programme on show, the time, and one visitor's choices."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.clock import Clock
from kiosk.library.showing import Showing
from kiosk.library.visits import Tally, What
from kiosk.model import Media, Text, Theme
from kiosk.settings import Settings
from kiosk.words import LANGUAGES, Words, pick, words
from kiosk.zones import HOME, local_day


def capital(said: str) -> str:
    """`said` as it stands at the head of a line."""
    return said[:1].upper() + said[1:]


@dataclass
class Session:
    """The state shared by the pages; `showing` is None while the library holds no valid programme.

    `file` is the settings file that was named, for the children to read it too. Without a `tally`, as in
    rehearsals, nothing is counted.
    """

    settings: Settings
    clock: Clock
    showing: Showing | None
    language: str
    file: Path | None = None
    tally: Tally | None = None

    def count(self, what: What, which: str = "") -> None:
        """Count what a visitor does, while there is a programme to do it with."""
        if self.tally and self.showing:
            self.tally.add(what, which)

    def end_visit(self, *, knocked: bool = False) -> None:
        """The visitor has left; or was no visitor but staff who have `knocked`."""
        if self.tally:
            self.tally.flush(knocked=knocked)

    @property
    def words(self) -> Words:
        """The sentences in the visitor's language."""
        return words(self.language)

    @property
    def moment(self) -> int:
        """The time shown, in UTC seconds."""
        return self.clock.now()

    @property
    def now(self) -> int | None:
        """The time to judge 'past' by; None while the clock cannot be trusted, so that nothing is hidden."""
        return self.moment if self.clock.trusted else None

    @property
    def zone(self) -> str:
        """The IANA zone the programme is announced in."""
        return self.showing.catalogue.campaign().zone if self.showing else HOME

    @property
    def today(self) -> str:
        """The local ISO date, by a clock that never goes back behind what is known to have passed."""
        return local_day(self.clock.effective(), self.zone).isoformat()

    def theme(self, theme_id: str) -> Theme:
        """The theme with that id; KeyError when the programme has none."""
        if self.showing is None:
            raise KeyError(theme_id)
        return next(theme for theme in self.showing.catalogue.themes() if theme.id == theme_id)

    def picture(self, event_id: str, picture: Media | None) -> str:
        """The address of an event's picture, '' for none."""
        return self.showing.address(event_id, picture.file) if self.showing and picture else ""

    def media(self, address: str) -> Path:
        """The file behind an address that `picture` gave; one that is not there once nothing is shown."""
        return self.showing.media(address) if self.showing else Path(address)

    def say(self, text: Text) -> str:
        """`text` in the visitor's language, or in the nearest one there is; '' when there is none."""
        return pick(text, self.language)[0] if text else ""

    def note(self, text: Text) -> str:
        """A label such as 'Only in Russian' when `text` lacks the visitor's language, else ''."""
        if not text:
            return ""
        spoken = pick(text, self.language)[1]
        return "" if spoken == self.language else self.words.text(f"screens.event.only_in.{spoken}")

    def tongue(self, code: str) -> str:
        """What a language is called, as far as there is a word for it: events may be held in any."""
        return self.words.text(f"screens.language.{code}") if code in LANGUAGES else code

    def corner(self) -> str:
        """What this Corner is called: by its settings, by the venue they name, or just 'American Corner'."""
        settings = self.settings
        if settings.corner_name:
            return self.say(settings.corner_name)
        venue = self.showing.catalogue.venue(settings.corner) if self.showing and settings.corner else None
        return self.say(venue.name) if venue else self.words.text("screens.corner.default")
