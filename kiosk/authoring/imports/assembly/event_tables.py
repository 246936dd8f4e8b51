"""Makes the table of an event of a source from what a file says of it."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from kiosk.authoring.imports.assembly.found_links import LinkReader
from kiosk.authoring.imports.assembly.html_text import Link
from kiosk.authoring.imports.assembly.languages import stated_code, text_language
from kiosk.authoring.imports.assembly.looks import choose_icon
from kiosk.authoring.imports.assembly.places import PlaceFinder, is_online
from kiosk.authoring.imports.assembly.texts import EventTexts, clean, event_texts, plain_line, shorten
from kiosk.authoring.imports.assembly.topics import ThemeFinder
from kiosk.authoring.imports.found_event import FoundEvent, Person
from kiosk.authoring.loose.amounts import FREE, read_ages, read_price
from kiosk.authoring.source.problems import Problem, Severity
from kiosk.base.text import TEXT_LIMITS

_REGISTRATION = re.compile(
    r"\bregist|\bsign(?:ing)?[ -]?up|\brsvp|\btickets\b|\bbook (?:a|your)|anmeld|\binscri"
    "|регистр|запис(?:ат|ыва)|билет|тіркел",
    re.IGNORECASE,
)
"""Words beside a link that leads to registration."""
MAX_PEOPLE = 20
_MAX_TAGS = 20


class EventTables:
    """Makes the tables of events, with their themes and places.

    `derived` counts the events whose summary is made of their body, `links_left` those with links that have
    no place in the table, `foreign` those in languages that the pack does not have; `problems` are those of
    single events.
    """

    def __init__(self, themes: ThemeFinder, places: PlaceFinder, usual_language: str) -> None:
        self.links = LinkReader()
        self.derived = 0
        self.links_left = 0
        self.foreign: Counter[str] = Counter()
        self.problems: list[Problem] = []
        self._themes = themes
        self._places = places
        self._usual_language = usual_language

    def make(self, event: FoundEvent, languages: list[str]) -> dict[str, Any]:
        """The table of an event of a pack in these languages."""
        texts = self._texts(event)
        known = {code: text for code, text in texts.items() if code in languages}
        stated = stated_code(event.language)
        self.foreign.update(code for code in {*texts, *filter(None, [stated])} if code not in languages)
        texts = known or {languages[0]: next(iter(texts.values()))}
        theme = self._themes.find(event.topic)
        own = next(iter(texts))
        table: dict[str, Any] = {"theme": theme, **event.when}
        table["icon"] = choose_icon(texts[own].title, self._themes.icon(theme))
        table |= self._place(event, own) | self._facts(event, own) | self._people(event, list(texts))
        table |= self._links(event, [link for text in texts.values() for link in text.links])
        if set(texts) != set(languages):
            table["languages"] = list(texts)
        for field in ("title", "summary", "body"):
            found = {code: value for code, text in texts.items() if (value := getattr(text, field))}
            table |= {field: found} if found else {}
        return table

    def _texts(self, event: FoundEvent) -> dict[str, EventTexts]:
        """The texts by language."""
        written: Mapping[str, Mapping[str, str]] = event.translations or {
            text_language(event, self._usual_language): {
                field: getattr(event, field) for field in ("title", "subtitle", "summary", "body")
            }
        }
        found = {code: event_texts(**texts) for code, texts in written.items()}
        if any(text.is_derived for text in found.values()):
            self.derived += 1
        if any(text.is_shortened for text in found.values()):
            detail = {"title": event.title, "most": TEXT_LIMITS["body"]}
            self.problems.append(Problem("import_long", event.place, "body", detail, Severity.WARNING))
        return found

    def _place(self, event: FoundEvent, language: str) -> dict[str, Any]:
        location = plain_line(event.location)
        online: str | bool = event.online
        if is_online(location):
            online = self.links.read(location) or True if location.startswith("http") else True
        elif location:
            id = self._places.find(location, event.address, event.point, language)
            return {"places": [id]} | ({"online": self._online(online)} if online else {})
        return {"online": self._online(online)} if online else {}

    def _online(self, online: str | bool) -> str | bool:
        return online if isinstance(online, bool) else self.links.read(online) or True

    def _facts(self, event: FoundEvent, language: str) -> dict[str, Any]:
        code = stated_code(event.language)
        table: dict[str, Any] = {"spoken": [code]} if code else {}
        price = read_price(event.price) if event.price else None
        if event.free is not None:
            table["free"] = event.free
        if price and not event.free:
            table |= {"free": True} if price.value == FREE else {"price": price.value}
        elif event.price and not event.free:
            table["price_note"] = {language: shorten(plain_line(event.price), TEXT_LIMITS["price_note"])}
        if event.ages and (ages := read_ages(event.ages)):
            table["age"] = ages.value
        if tags := _hashtags(event.tags):
            table["hashtags"] = tags
        return table

    def _people(self, event: FoundEvent, languages: list[str]) -> dict[str, Any]:
        """Organiser and speakers, whose names are the same in every language."""
        table: dict[str, Any] = {}
        if organiser := plain_line(event.organiser):
            table["organiser"] = dict.fromkeys(languages, shorten(organiser, TEXT_LIMITS["organiser"]))
        people = [person for person in map(_plain_person, event.people) if person.name]
        people = list(dict.fromkeys(people))
        if len(people) > MAX_PEOPLE:
            detail = {"title": event.title, "count": len(people), "most": MAX_PEOPLE}
            self.problems.append(Problem("import_people", event.place, "speaker", detail, Severity.WARNING))
        speakers = [
            {"name": dict.fromkeys(languages, person.name)}
            | ({"about": dict.fromkeys(languages, person.about)} if person.about else {})
            for person in people[:MAX_PEOPLE]
        ]
        return table | ({"speaker": speakers} if speakers else {})

    def _links(self, event: FoundEvent, in_texts: list[Link]) -> dict[str, Any]:
        """The event's own address, or its first link, is its source; what a line calls so is registration.

        Links that have no place and do not stand in a text are counted.
        """
        links = [*map(Link, event.links), *in_texts]
        signing = next((link.address for link in links if _REGISTRATION.search(link.line)), "")
        registration = self.links.read(event.registration or signing)
        others = [link for link in links if link.address not in (event.url, event.registration, signing)]
        source = self.links.read(event.url or (others.pop(0).address if others else ""))
        self.links_left += any(link.address not in link.line for link in others)
        table: dict[str, Any] = {"source": source} if source else {}
        return table | ({"registration": {"url": registration}} if registration else {})


def _plain_person(person: Person) -> Person:
    name, about = (plain_line(text) for text in person)
    return Person(shorten(name, TEXT_LIMITS["name"]), shorten(about, TEXT_LIMITS["about"]))


def _hashtags(tags: list[str]) -> list[str]:
    words = (re.sub(r"\W+", "", clean(tag)) for tag in tags)
    made = (f"#{word}" for word in words if word and len(word) < TEXT_LIMITS["hashtag"])
    return list(dict.fromkeys(made))[:_MAX_TAGS]
