"""Chooses the time zone of a pack that has none yet."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import tzdata

from kiosk.authoring.imports.found_event import FoundProgramme
from kiosk.authoring.imports.subject import Subject
from kiosk.authoring.source.problems import Problem, Severity
from kiosk.base.time_zones import DEFAULT_ZONE, zone

_SITE = re.compile(r"https?://[\w.-]+\.(\w{2,})(?=[/:\s\"'<?#]|$)", re.ASCII)


def choose_zone(
    programme: FoundProgramme, subject: Subject, own: str, text: str, moments: Iterable[datetime] = ()
) -> None:
    """Set the zone of `programme`: that of its pack, the file's `own`, or else an assumption, which is told.

    Assumed is the zone of the country in whose domain most websites in `text` are, or the usual zone, or any
    other: the first that agrees with the offsets of `moments`.
    """
    programme.zone = subject.zone or own
    if programme.zone:
        return
    known = [moment for moment in moments if moment.tzinfo and moment.utcoffset() != UTC.utcoffset(None)]
    candidates = [
        *_zones_of_sites(text),
        DEFAULT_ZONE,
        *(name for names in _zones().values() for name in names),
    ]
    programme.zone = next((name for name in candidates if _agrees(name, known)), DEFAULT_ZONE)
    detail = {"zone": programme.zone}
    programme.problems.append(
        Problem("import_zone", subject.place(), detail=detail, severity=Severity.WARNING)
    )


def known_zone(name: str) -> str:
    """The name if it is that of a zone, else ''."""
    try:
        return zone(name).key if name else ""
    except KeyError:
        return ""


def _agrees(name: str, moments: Iterable[datetime]) -> bool:
    return all(moment.astimezone(zone(name)).utcoffset() == moment.utcoffset() for moment in moments)


def _zones_of_sites(text: str) -> list[str]:
    """The zones of the country of most of the websites, its most populous part first."""
    ends = [end.lower() for end in _SITE.findall(text)]
    countries = sorted(set(ends) & _zones().keys(), key=lambda end: (-ends.count(end), end))
    return list(_zones()[countries[0]]) if countries else []


@cache
def _zones() -> dict[str, tuple[str, ...]]:
    """The zones of each country, by its code in lower case (zone.tab of the tz database)."""
    found: dict[str, tuple[str, ...]] = {}
    table = Path(tzdata.__path__[0]) / "zoneinfo" / "zone.tab"
    for line in table.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, name = line.split("\t")[:3]
            code = country.lower().replace("gb", "uk")
            found[code] = (*found.get(code, ()), name)
    return found
