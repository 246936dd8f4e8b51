"""Makes the table of a pack that a folder does not have yet, from what a file says of its programme."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from kiosk.authoring.imports.assembly.slugs import make_slug
from kiosk.authoring.imports.assembly.texts import first_sentences, plain_line, shorten
from kiosk.authoring.imports.found_event import FoundProgramme
from kiosk.base.model import When
from kiosk.base.text import TEXT_LIMITS
from kiosk.dates.bounds import parse_when
from kiosk.dates.time_text import format_time


def new_pack(programme: FoundProgramme, languages: Sequence[str], page: str, today: date) -> dict[str, Any]:
    """The table of pack.toml, but for its hosts; `page` is the programme's address, '' for none.

    Without a description of the programme the tagline says from when until when it is.
    """
    title, own = programme.title, plain_line(programme.tagline)
    tagline = first_sentences(own) if own and own != title else ""
    table = {
        "id": make_slug(programme.name or title, "programme"),
        "version": 1,
        "updated": today,
        "languages": list(languages),
        "zone": programme.zone,
        "hashtag": _hashtag(programme.name or title),
        "title": {languages[0]: shorten(title, TEXT_LIMITS["title"])},
        "tagline": {languages[0]: tagline or _dates(programme, languages[0])},
    }
    return table | ({"page": page} if page else {})


def _hashtag(title: str) -> str:
    words = re.findall(r"\w+", title)
    joined = "".join(word[:1].upper() + word[1:] for word in words)
    return "#" + (joined[: TEXT_LIMITS["hashtag"] - 1] or "Programme")


def _dates(programme: FoundProgramme, language: str) -> str:
    """From the first to the last day of the programme's events, as text."""
    days = sorted(day for event in programme.events for day in _days(event.when))
    if not days:
        return programme.zone
    span = days[0] if days[0] == days[-1] else f"{days[0]}/{days[-1]}"
    when: When = parse_when(span, programme.zone)
    return format_time(when, language, None)


def _days(when: Mapping[str, Any]) -> list[str]:
    """The days in the times of an event, as '2016-04-09'."""
    times = [when.get(name) for name in ("when", "first", "until")]
    times += [one["when"] for one in when.get("occurrence", ())]
    return [day for time in times if time for day in re.findall(r"\d{4}-\d{2}-\d{2}", str(time))]
