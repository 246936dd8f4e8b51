"""The texts and colours of an event's page besides its facts, dates and codes."""

from typing import NamedTuple
from urllib.parse import urlsplit

from kiosk.base.model import Event, MediaKind, Occurrence
from kiosk.events.event_facts import status_notice
from kiosk.viewmodels.session import Session


class EventTexts(NamedTuple):
    """The texts and colours of the page besides its facts and codes."""

    eventId: str = ""
    title: str = ""
    theme: str = ""
    colour: str = "#0B1F3A"
    icon: str = "star"
    picture: str = ""
    pictureAlt: str = ""
    summary: str = ""
    body: str = ""
    languageNote: str = ""
    flag: str = ""
    flagText: str = ""
    hashtags: str = ""
    sourceText: str = ""


def event_texts(event: Event, occurrence: Occurrence, session: Session) -> EventTexts:
    """The texts of `event` in the visitor's language; what says the same as another one is left out."""
    theme = session.theme(event.theme)
    status, flag_text = status_notice(occurrence, session, is_repeated=bool(event.series))
    source = urlsplit(event.source).hostname
    words = (event.body, event.summary, event.title)
    title, summary, body = map(session.localise, (event.title, event.summary, event.body))
    picture = next((media for media in event.media if media.kind is MediaKind.PICTURE), None)
    return EventTexts(
        eventId=event.id,
        title=title,
        theme=session.localise(theme.title),
        colour=theme.colour,
        icon=event.icon,
        picture=session.picture_address(event.id, picture),
        pictureAlt=session.localise(picture.alt) if picture else "",
        summary="" if summary == title else summary,
        body="" if body in (title, summary) else body,
        languageNote=next(filter(None, map(session.other_language_note, words)), ""),
        flag=status,
        flagText=flag_text,
        hashtags=" ".join(event.hashtags),
        sourceText=session.translator.text("screens.event.source", host=source) if source else "",
    )
