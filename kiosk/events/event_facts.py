"""The facts of an event as text: when, where, for whom, and whether registration is open."""

from typing import NamedTuple

from kiosk import dates
from kiosk.base.model import Event, Occurrence, Registration, Status
from kiosk.base.sentence_ids import ScreensId
from kiosk.dates.date_parts import parse_interval
from kiosk.events.timing import has_closed, opens_later, takes_place
from kiosk.events.venue_line import venue_line, venues_of
from kiosk.events.view_context import ViewContext
from kiosk.i18n.translator import capitalise

STATUS_NOTICES: dict[Status, ScreensId | None] = {
    Status.SCHEDULED: None,
    Status.CANCELLED: "screens.event.status.cancelled",
    Status.MOVED: "screens.event.status.moved",
    Status.FULL: "screens.event.status.full",
    Status.OVER: "screens.event.status.over",
}
"""What is said about an occurrence that does not take place as announced."""


class Fact(NamedTuple):
    """A fact of an event: an icon, a label, its text and a second line."""

    icon: str
    label: str
    text: str
    note: str


def event_facts(event: Event, occurrence: Occurrence, context: ViewContext) -> list[Fact]:
    """When, where and for whom, as far as it is known."""
    translator = context.translator
    exact = all(point.day for point in parse_interval(occurrence.when.edtf))
    others = sum(one is not occurrence and takes_place(one, context.now) for one in event.occurrences)
    note = translator.plural("screens.event.other_times", others) if others else ""
    if not exact and not others:
        note = translator.text("screens.event.date_unknown")
    when = capitalise(dates.format_time(occurrence.when, context.language, context.year_omitted_at))
    facts = [Fact("calendar-blank", translator.text("screens.event.when"), when, note)]
    places = venues_of(event, occurrence)
    if place := venue_line(places, event.reach, context, whole=True):
        address = context.localise(places[0].address) if len(places) == 1 else ""
        facts.append(Fact("map-pin", translator.text("screens.event.where"), place, address))
    audiences = [translator.audience_name(code) for code in event.audience]
    text = capitalise(", ".join(audiences)) or context.localise(event.audience_note)
    terms = [context.localise(event.audience_note)] if audiences else []
    if event.price.free is not None:
        terms.append(translator.text("screens.event.free" if event.price.free else "screens.event.paid"))
    terms.append(context.localise(event.price.note))
    if event.spoken:
        languages = ", ".join(context.language_name(code) for code in event.spoken)
        terms.append(translator.text("screens.event.spoken", languages=languages))
    terms = [term for term in terms if term]
    if text or terms:
        label = translator.text("screens.event.for_whom")
        facts.append(Fact("users-three", label, text or terms.pop(0), " · ".join(terms)))
    if closed := _registration_closed_text(event.registration, context):
        facts.append(Fact("ticket", translator.text("screens.event.register"), closed, ""))
    return facts


def status_notice(occurrence: Occurrence, context: ViewContext) -> tuple[str, str]:
    """The status of an occurrence that is not as announced, and its sentence; ('', '') when it is."""
    id = STATUS_NOTICES[occurrence.status]
    if id is None:
        return "", ""
    notice = context.translator.text(id)
    if occurrence.original:
        date = dates.format_time(occurrence.original, context.language, context.year_omitted_at)
        notice = context.translator.text("screens.event.moved_from", date=date)
    return occurrence.status.value, notice


def registration_text(registration: Registration, context: ViewContext) -> str:
    """The sentence about until when registration is open and for how many places."""
    translator = context.translator
    text = translator.text("screens.event.registration_open")
    if registration.closes:
        date = dates.format_time(registration.closes, context.language, context.year_omitted_at)
        text = translator.text("screens.event.registration_until", date=date)
    if registration.places is not None:
        text += " · " + translator.plural("screens.event.places", registration.places)
    return text


def _registration_closed_text(registration: Registration | None, context: ViewContext) -> str:
    """The sentence about registration that has closed or not opened yet; '' otherwise."""
    if registration is None or context.now is None:
        return ""
    if has_closed(registration, context.now):
        return context.translator.text("screens.event.registration_closed")
    if registration.opens and opens_later(registration, context.now):
        date = dates.format_time(registration.opens, context.language, context.year_omitted_at)
        return context.translator.text("screens.event.registration_from", date=date)
    return ""
