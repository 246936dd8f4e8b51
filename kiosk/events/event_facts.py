"""The facts of an event as text: when, where, for whom, and whether registration is open."""

from collections.abc import Iterator
from typing import NamedTuple

from kiosk import dates
from kiosk.base.model import (
    ACCESS,
    Access,
    Contact,
    Event,
    Occurrence,
    Online,
    Price,
    Registration,
    Status,
    Venue,
)
from kiosk.base.sentence_ids import ScreensId
from kiosk.dates.date_parts import parse_interval
from kiosk.events.detail_text import format_access, format_ages, format_amount, format_levels
from kiosk.events.series_text import series_fact
from kiosk.events.timing import has_closed, opens_later, takes_place
from kiosk.events.venue_line import usual_venues, venue_line, venues_of
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


_DATED_NOTICES: dict[Status, ScreensId] = {
    Status.CANCELLED: "screens.event.cancelled_on",
    Status.FULL: "screens.event.full_on",
}


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
    rule, bounds = series_fact(event, context)
    facts = [
        Fact("calendar-blank", translator.text("screens.event.when"), rule or when, bounds if rule else note)
    ]
    places = usual_venues(event, occurrence)
    if place := venue_line(places, event.reach, context, whole=True):
        address = context.localise(places[0].address) if len(places) == 1 else ""
        if occurrence.venue and occurrence.venue not in places:
            address = dated_venue(occurrence, context)
        facts.append(Fact("map-pin", translator.text("screens.event.where"), place, address))
    elif event.online:
        facts.append(_online_fact(event.online, "screens.event.online_only", context))
    audiences = [translator.audience_name(code) for code in event.audience]
    text = capitalise(", ".join(audiences)) or context.localise(event.audience_note)
    terms = [context.localise(event.audience_note)] if audiences else []
    terms += [format_ages(event.ages, translator)] if event.ages else []
    terms.append(format_levels(event.levels, translator))
    terms += price_terms(event.price, context)
    if event.spoken:
        languages = ", ".join(context.language_name(code) for code in event.spoken)
        terms.append(translator.text("screens.event.spoken", languages=languages))
    terms = [term for term in terms if term]
    if text or terms:
        label = translator.text("screens.event.for_whom")
        facts.append(Fact("users-three", label, text or capitalise(terms.pop(0)), " · ".join(terms)))
    if closed := _registration_closed_text(event.registration, context):
        facts.append(Fact("ticket", translator.text("screens.event.register"), closed, ""))
    return facts


def price_terms(price: Price, context: ViewContext) -> list[str]:
    """What taking part costs, and the note about it; empty where nothing is said."""
    terms = []
    if price.amount:
        terms.append(format_amount(price.amount, context.translator))
    elif price.free is not None:
        terms.append(context.translator.text("screens.event.free" if price.free else "screens.event.paid"))
    return [*terms, *filter(None, [context.localise(price.note)])]


def _access(places: tuple[Venue, ...]) -> list[Access]:
    """What is accessible at all of the places."""
    return [code for code in ACCESS if places and all(code in place.access for place in places)]


def more_facts(event: Event, occurrence: Occurrence, context: ViewContext) -> Iterator[Fact]:
    """What else is known: taking part from home, who speaks, access, who organises it, whom to ask."""
    translator, places = context.translator, venues_of(event, occurrence)
    if event.online and places:
        yield _online_fact(event.online, "screens.event.online_too", context)
    if event.speakers:
        names = [context.localise(one.name) for one in event.speakers]
        about = [context.localise(one.about) for one in event.speakers]
        note = about[0] if len(about) == 1 else ""
        if len(about) > 1:
            pairs = zip(names, about, strict=True)
            names = [f"{name} ({line})" if line else name for name, line in pairs]
        yield Fact("microphone-stage", translator.text("screens.event.speakers"), ", ".join(names), note)
    if access := format_access(_access(places), translator):
        yield Fact("wheelchair", translator.text("screens.event.access"), capitalise(access), "")
    if organiser := context.localise(event.organiser):
        yield Fact("info", translator.text("screens.event.organiser"), organiser, "")
    if event.contact and (asked := contact_fact(event.contact, context)):
        yield asked


def contact_fact(contact: Contact, context: ViewContext) -> Fact | None:
    """Whom to ask and how; None for a contact that is only a link, which is a code."""
    if not contact.phone and not contact.email:
        return None
    ways = list(filter(None, (context.localise(contact.name), contact.phone, contact.email)))
    return Fact("phone", context.translator.text("screens.event.questions"), ways[0], " · ".join(ways[1:]))


def _online_fact(online: Online, id: ScreensId, context: ViewContext) -> Fact:
    text = context.translator.text
    note = "" if online.url else text("screens.event.online_later")
    return Fact("laptop", text("screens.event.online"), text(id), note)


def dated_venue(occurrence: Occurrence, context: ViewContext) -> str:
    """Where one date of an event is held instead: 'on 24 May: City Library'; '' at the usual place."""
    if occurrence.venue is None:
        return ""
    day = dates.format_day_of(occurrence.when, context.language, context.year_omitted_at)
    place = context.localise(occurrence.venue.name)
    return context.translator.text("screens.place.on_day", date=day, place=place)


def status_notice(
    occurrence: Occurrence, context: ViewContext, *, is_repeated: bool = False
) -> tuple[str, str]:
    """The status of an occurrence that is not as announced, and its sentence; ('', '') when it is."""
    status, notice = status_label(occurrence, context, is_repeated=is_repeated)
    if occurrence.original:
        date = dates.format_time(occurrence.original, context.language, context.year_omitted_at)
        notice = context.translator.text("screens.event.moved_from", date=date)
    return status, notice


def status_label(
    occurrence: Occurrence, context: ViewContext, *, is_repeated: bool = False
) -> tuple[str, str]:
    """The same in a word; of an event that `is_repeated` the date is named, as the others take place."""
    id = STATUS_NOTICES[occurrence.status]
    if id is None:
        return "", ""
    if is_repeated and (dated := _DATED_NOTICES.get(occurrence.status)):
        day = dates.format_day_of(occurrence.when, context.language, context.year_omitted_at)
        return occurrence.status.value, context.translator.text(dated, date=day)
    return occurrence.status.value, context.translator.text(id)


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
