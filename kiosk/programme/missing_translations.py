"""Finds events that lack a text in a language of their programme."""

from dataclasses import dataclass
from typing import Literal

from kiosk.base.model import Language, Programme, Text

EventText = Literal["title", "summary", "body"]
_TEXTS: tuple[EventText, ...] = ("title", "summary", "body")


@dataclass(frozen=True, slots=True)
class UntranslatedEvent:
    """An event without some of its texts in one of its programme's languages."""

    language: Language
    id: str
    title: Text
    texts: tuple[EventText, ...]


def find_untranslated(programme: Programme) -> tuple[UntranslatedEvent, ...]:
    """All untranslated events, by language; a text missing in every language is not reported."""
    return tuple(
        UntranslatedEvent(language, event.id, event.title, missing)
        for language in programme.campaign.languages
        for event in programme.events
        if (
            missing := tuple(
                name for name in _TEXTS if (words := getattr(event, name)) and language not in words
            )
        )
    )
