"""The venues of an event in one line of text."""

from kiosk.base.model import Event, Occurrence, Reach, Venue
from kiosk.events.view_context import ViewContext

MAX_VENUES = 3


def venues_of(event: Event, occurrence: Occurrence) -> tuple[Venue, ...]:
    """The venues of an occurrence: its own, or those of the event."""
    return (occurrence.venue,) if occurrence.venue else event.places


def usual_venues(event: Event, occurrence: Occurrence) -> tuple[Venue, ...]:
    """The venues of an event that is repeated, whatever is otherwise on one date; else as `venues_of`."""
    return event.places if event.series and event.places else venues_of(event, occurrence)


def venue_line(places: tuple[Venue, ...], reach: Reach, context: ViewContext, *, whole: bool = False) -> str:
    """The venues in one line, a route with arrows; shortened unless `whole`."""
    if reach is Reach.EVERYWHERE and not places:
        return context.translator.text("screens.place.everywhere")
    names = [context.localise(venue.name) for venue in places]
    if reach is Reach.ROUTE:
        return " → ".join(names if whole or len(names) < 3 else (names[0], names[-1]))
    shown = names if whole else names[:MAX_VENUES]
    if len(names) > len(shown):
        shown.append(context.translator.plural("screens.place.more", len(names) - len(shown)))
    return " · ".join(shown)
