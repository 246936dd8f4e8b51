"""An event with each of its fields changed in turn, and the changes that a diff must find."""

from dataclasses import replace
from typing import Any

from kiosk.base.model import (
    Ages,
    Amount,
    Contact,
    Occurrence,
    Online,
    Price,
    Reach,
    Speaker,
    Status,
    Text,
)
from tests.unit.store import sample
from tests.unit.store.sample import ALMATY, ASTANA, CODE, HOST, at, when
from tests.unit.store.series_sample import RULE

NOON = replace(sample.APRIL_9, edtf="2016-04-09T12:00", earliest=at("2016-04-09T12:00"))
MAY_1, MAY_8, MAY_15 = (when(day, day, day) for day in ("2016-05-01", "2016-05-08", "2016-05-15"))
URL = f"https://{HOST}/other"
REGISTRATION = replace(sample.OPEN, closes=MAY_1, places=None)
NOTE: Text = {"kk": "Жаңа"}

CHANGED_EVENTS: dict[str, tuple[str, Any, set[str]]] = {
    "theme": ("theme", "friendship", {"theme"}),
    "icon": ("icon", "robot", {"icon"}),
    "title": ("title", CODE.title | {"ru": "Код"}, {"title"}),
    "title no more in Kazakh": ("title", {"en": "Love to Code e", "ru": "Love to Code r"}, {"title"}),
    "summary": ("summary", NOTE, {"summary"}),
    "body": ("body", {}, {"body"}),
    "hour": ("occurrences", (replace(CODE.occurrences[0], when=NOON), CODE.occurrences[1]), {"time"}),
    "time gone": ("occurrences", CODE.occurrences[:1], {"time"}),
    "time more": ("occurrences", (*CODE.occurrences, Occurrence(MAY_8)), {"time"}),
    "venue": ("occurrences", tuple(replace(one, venue=None) for one in CODE.occurrences), {"venue"}),
    "status": (
        "occurrences",
        (CODE.occurrences[0], replace(CODE.occurrences[1], status=Status.FULL)),
        {"status"},
    ),
    "original": (
        "occurrences",
        (CODE.occurrences[0], replace(CODE.occurrences[1], original=MAY_15)),
        {"original"},
    ),
    "places": ("places", (ASTANA, ALMATY), {"places"}),
    "reach": ("reach", Reach.ROUTE, {"reach"}),
    "audience": ("audience", ("everyone",), {"audience"}),
    "audience_note": ("audience_note", NOTE, {"audience_note"}),
    "spoken": ("spoken", (), {"spoken"}),
    "price": ("price", replace(CODE.price, free=False), {"price.free"}),
    "price note": ("price", Price(None, NOTE), {"price.free", "price_note"}),
    "hashtags": ("hashtags", ("#USKZ25", "#code"), {"hashtags"}),
    "no registration": ("registration", None, {"registration"}),
    "registration": ("registration", REGISTRATION, {"registration.closes", "registration.places"}),
    "registration address": (
        "registration",
        replace(sample.OPEN, url=URL, opens=MAY_1),
        {"registration.url", "registration.opens"},
    ),
    "no contact": ("contact", None, {"contact"}),
    "contact": (
        "contact",
        Contact(NOTE),
        {"contact.name", "contact.phone", "contact.email", "contact.url"},
    ),
    "picture": ("media", (replace(CODE.media[0], alt=NOTE),), {"media"}),
    "picture gone": ("media", (), {"media"}),
    "picture more": ("media", (*CODE.media, replace(CODE.media[0], file="media/new.jpg")), {"media"}),
    "source": ("source", "", {"source"}),
    "series": ("series", (RULE,), {"series"}),
    "online": ("online", Online(URL), {"online"}),
    "ages": ("ages", Ages(8), {"ages"}),
    "levels": ("levels", ("A2",), {"levels"}),
    "organiser": ("organiser", NOTE, {"organiser"}),
    "speakers": ("speakers", (Speaker(NOTE),), {"speakers"}),
    "amount": (
        "price",
        replace(CODE.price, free=None, amount=Amount(1, 2, "KZT")),
        {"price.free", "price.amount"},
    ),
    "waiting list": ("registration", replace(sample.OPEN, waiting_list=True), {"registration.waiting_list"}),
}
"""Changes of CODE: an attribute, its new value, the field names that the diff must find."""
