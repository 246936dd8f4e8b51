"""Which programmes were held at this Corner, by what the programme on show says (docs/visits.md)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from kiosk.base.model import Event, Occurrence, Reach, Status, Theme, VenueKind, When
from kiosk.base.time_zones import local_date
from kiosk.dates.date_parts import is_one_day, parse_interval
from kiosk.events.venue_line import venues_of
from kiosk.programme.shown_programme import ShownProgramme
from kiosk.store.calendar_queries import DatePrecision
from kiosk.store.programme_record import HeldProgramme

LOOK_BACK = timedelta(days=400)
"""How long ago a programme may have begun that is still recorded."""

Statement = Mapping[tuple[str, str], Sequence[HeldProgramme]]
"""By event and day on which one of its occurrences begins, or was to begin: the programmes held then."""


def state_held(shown: ShownProgramme, corner: str, now: int, recorded: Iterable[HeldProgramme]) -> Statement:
    """What the programme on show says at the time `now` (UTC seconds), also of all that is `recorded`."""
    catalogue, zone = shown.catalogue, shown.catalogue.campaign().zone
    today = local_date(now, zone)
    first = (today - LOOK_BACK).isoformat()
    found = catalogue.find_occurrences(today - LOOK_BACK, today, [DatePrecision.DAY], venue=corner)
    ids = {match.event for match in found} | {one.event for one in recorded if one.begin >= first}
    themes = {theme.id: theme for theme in catalogue.themes()}
    statement: dict[tuple[str, str], list[HeldProgramme]] = {}
    for event in catalogue.read_events(sorted(ids)).values():
        signed_at = shown.pack(event.id).signed_at
        for occurrence in event.occurrences:
            for when in filter(None, (occurrence.original, occurrence.when)):
                if _is_dated(when) and _begin(when)[:10] >= first:
                    statement.setdefault((event.id, _begin(when)[:10]), [])
            day = event.id, _begin(occurrence.when)[:10]
            if day in statement and is_held(event, occurrence, corner, now, signed_at):
                held = _held_programme(event, occurrence.when, themes.get(event.theme), zone)
                statement[day].append(held)
    return statement


def is_held(event: Event, occurrence: Occurrence, corner: str, now: int, signed_at: int) -> bool:
    """Whether an occurrence has been held at `corner`, by a pack that was signed at `signed_at`."""
    if not _is_dated(occurrence.when) or not is_at_corner(event, occurrence, corner):
        return False
    if occurrence.status is Status.OVER and signed_at < occurrence.when.earliest:
        return False  # marked over before it could begin
    return occurrence.status is not Status.CANCELLED and _end(occurrence.when) < now


def is_at_corner(event: Event, occurrence: Occurrence, corner: str) -> bool:
    """Whether it is at this Corner by name, or at every Corner."""
    return any(
        venue.id == corner or (venue.kind is VenueKind.CORNERS and event.reach is Reach.EVERYWHERE)
        for venue in venues_of(event, occurrence)
    )


def merge(recorded: Sequence[HeldProgramme], statement: Statement) -> list[HeldProgramme]:
    """The record after a look: what is stated replaces what is recorded of the same event and day.

    What the programme no longer mentions stays, and so does what staff have typed something in for.
    """
    before = {one.key: one for one in recorded}
    after = {one.key: one for one in recorded if one.is_typed or (one.event, one.day) not in statement}
    for held in statement.values():
        for one in held:
            known = before.get(one.key, one)
            after[one.key] = one._replace(attended=known.attended, called_off=known.called_off)
    return sorted(after.values(), key=lambda one: one.order)


def _is_dated(when: When) -> bool:
    return all(point.day for point in parse_interval(when.edtf))


def _end(when: When) -> int:
    """The last second, or the first where only the hour of the beginning is known: staff need not wait."""
    first, last = parse_interval(when.edtf)
    return when.earliest if first == last and first.time else when.latest


def _begin(when: When) -> str:
    return when.edtf.partition("/")[0]


def _held_programme(event: Event, when: When, theme: Theme | None, zone: str) -> HeldProgramme:
    first, last = parse_interval(when.edtf)
    night = is_one_day(first, last)  # what goes on after midnight belongs to its evening
    month = f"{local_date(when.earliest if night else _end(when), zone):%Y-%m}"
    named = event.theme, event.title, theme.title if theme else {}
    return HeldProgramme(event.id, _begin(when), month, when.edtf, when.zone, *named)
