"""Reads events in the vocabulary of schema.org, from JSON-LD or a web page with it (https://schema.org/Event)."""

from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.authoring.imports.found_event import FoundEvent, FoundProgramme, Person
from kiosk.authoring.imports.schema_org import times
from kiosk.authoring.imports.schema_org.values import listed, mapping, name_of, text_of, type_of
from kiosk.authoring.imports.schema_org.web_page import read_web_page
from kiosk.authoring.imports.skipping import skipped, without_time
from kiosk.authoring.imports.subject import Subject
from kiosk.authoring.imports.times import TimeOrderError
from kiosk.authoring.imports.zone_choice import choose_zone
from kiosk.authoring.source.problems import Problem, Severity
from kiosk.base.links import host_of

_EVENT_TYPES = ("Event", "Festival", "Hackathon", "EventSeries", "CourseInstance")
_NESTED = (
    "@graph",
    "itemListElement",
    "item",
    "subEvent",
    "subEvents",
    "event",
    "events",
    "mainEntity",
    "hasCourseInstance",
)


def read_schema_page(subject: Subject, text: str) -> FoundProgramme:
    """The events of a web page."""
    page = read_web_page(text)
    programme = _read(subject, page.items, text, page.language)
    programme.title = page.title
    for line in page.broken:
        programme.problems.append(Problem("import_block", subject.place(line), severity=Severity.WARNING))
    return programme


def read_schema_json(subject: Subject, tree: object, text: str) -> FoundProgramme:
    """The events of a JSON-LD file whose value is `tree`."""
    return _read(subject, [tree], text, "")


def has_events(tree: object) -> bool:
    """Whether a value of JSON holds an event of schema.org."""
    return next(_events(tree), None) is not None


def _read(subject: Subject, items: list[Any], text: str, language: str) -> FoundProgramme:
    programme = FoundProgramme("schema.org", subject.place())
    found = [item for tree in items for item in _events(tree)]
    choose_zone(programme, subject, "", text, times.stated_moments(found))
    known: set[tuple[str, str]] = set()
    for item in found:
        event = _make_event(subject, item, language)
        key = event.uid or event.title, text_of(item.get("startDate"))
        if key in known:
            continue
        known.add(key)
        if not event.title:
            programme.skip(skipped("import_no_title", event))
            continue
        try:
            event.when = times.event_times(item, programme.zone, subject)
            programme.events.append(event)
        except TimeOrderError:
            programme.skip(skipped("import_order", event))
        except ValueError:
            value = f"{text_of(item.get('startDate'))} {text_of(item.get('endDate'))}"
            programme.skip(without_time(event, value))
    return programme


def _events(tree: object) -> Iterator[Mapping[str, Any]]:
    """Every event in a value, also inside of lists, graphs and other events."""
    for item in listed(tree):
        if not isinstance(item, dict):
            continue
        if type_of(item).endswith(_EVENT_TYPES):
            yield item
        for name in _NESTED:
            if name in item:
                yield from _events(item[name])


def _make_event(subject: Subject, item: Mapping[str, Any], language: str) -> FoundEvent:
    event = FoundEvent(subject.place(getattr(item, "line", 0)), text_of(item.get("name")), {})
    event.uid = text_of(item.get("@id")) or text_of(item.get("identifier")) or text_of(item.get("url"))
    event.subtitle = text_of(item.get("alternativeHeadline") or item.get("disambiguatingDescription"))
    event.body = text_of(item.get("description"))
    event.language = text_of(item.get("inLanguage")) or language
    event.url = text_of(item.get("url"))
    for place in listed(item.get("location")):
        _add_place(event, place)
    if "online" in text_of(item.get("eventAttendanceMode")).lower() and not event.online:
        event.online = "mixed" not in text_of(item.get("eventAttendanceMode")).lower()
    keywords = [word.strip() for one in listed(item.get("keywords")) for word in text_of(one).split(",")]
    topics = [*(name_of(one) for name in ("about", "genre") for one in listed(item.get(name))), *keywords]
    event.topic, *event.tags = [topic for topic in topics if topic] or [""]
    event.people = [
        Person(name, text_of(mapping(one).get("jobTitle") or mapping(one).get("description")))
        for key in ("performer", "performers", "actor", "speaker", "instructor")
        for one in listed(item.get(key))
        if (name := name_of(one))
    ]
    event.organiser = next(filter(None, map(name_of, listed(item.get("organizer")))), "")
    event.ages = text_of(item.get("typicalAgeRange"))
    _add_offers(event, item)
    return event


def _add_place(event: FoundEvent, place: object) -> None:
    """A place with its address and point, or the address of a meeting online."""
    table = mapping(place)
    if type_of(table) == "VirtualLocation":
        link = text_of(table.get("url"))
        event.online = link if host_of(link) else True
        return
    address = table.get("address")
    parts = mapping(address)
    lines = (text_of(parts.get(key)) for key in ("streetAddress", "postalCode", "addressLocality"))
    event.location = event.location or name_of(place)
    event.address = ", ".join(filter(None, lines)) if parts else text_of(address)
    point = mapping(table.get("geo"))
    try:
        event.point = float(text_of(point.get("latitude"))), float(text_of(point.get("longitude")))
    except ValueError:
        event.point = None


def _add_offers(event: FoundEvent, item: Mapping[str, Any]) -> None:
    is_free = item.get("isAccessibleForFree")
    event.free = (
        is_free if isinstance(is_free, bool) else {"true": True, "false": False}.get(text_of(is_free).lower())
    )
    for offer in map(mapping, listed(item.get("offers"))):
        price = text_of(offer.get("price") or offer.get("lowPrice")).removesuffix(".00").removesuffix(".0")
        if price == "0" and event.free is None:
            event.free = True
        elif price.isdigit() and int(price) and not event.price and not event.free:
            event.price = f"{price} {text_of(offer.get('priceCurrency')).upper()}"
        link = text_of(offer.get("url"))
        event.registration = event.registration or (link if link != event.url else "")
