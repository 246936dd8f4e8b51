"""An event as another program's file tells it, before it becomes a table of a source folder."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from kiosk.authoring.source.problems import Place, Problem

Format = Literal["icalendar", "frab", "schema.org", "table"]


class Person(NamedTuple):
    """Somebody who speaks at an event."""

    name: str
    about: str = ""


@dataclass
class FoundEvent:
    """One event; texts may hold HTML, '' is what the file does not say.

    `when` holds the fields of an event's table that say when it is (`when`, `every`, `occurrence`, …);
    `translations` are its texts by language and field, where the file has them in several. `cells` say where
    single fields stand and what was typed there.
    """

    place: Place
    title: str
    when: Mapping[str, Any]
    uid: str = ""
    subtitle: str = ""
    summary: str = ""
    body: str = ""
    language: str = ""
    location: str = ""
    address: str = ""
    point: tuple[float, float] | None = None
    topic: str = ""
    tags: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    organiser: str = ""
    url: str = ""
    registration: str = ""
    online: str | bool = ""
    links: list[str] = field(default_factory=list)
    free: bool | None = None
    price: str = ""
    ages: str = ""
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    cells: Mapping[str, tuple[Place, str]] = field(default_factory=dict)


@dataclass
class FoundProgramme:
    """What a file holds: its events in order, and the problems of reading it.

    `skipped` counts events that are left out; a problem says why for each. The zone is an IANA name;
    `name` is a short one for the file's programme, '' where it has none.
    """

    format: Format
    place: Place
    title: str = ""
    tagline: str = ""
    zone: str = ""
    name: str = ""
    page: str = ""
    events: list[FoundEvent] = field(default_factory=list)
    skipped: int = 0
    problems: list[Problem] = field(default_factory=list)

    def skip(self, problem: Problem) -> None:
        """Leave out an event for this reason."""
        self.skipped += 1
        self.problems.append(problem)
