"""The page of an event as HTML."""

from html import escape

from kiosk.base.model import Event
from kiosk.events.event_codes import CODE_TITLES, EventCode, event_codes
from kiosk.events.event_facts import event_facts as facts_of
from kiosk.events.timing import current_occurrence
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.event.texts import event_texts
from kiosk.viewmodels.visitor.shared.code_tabs import code_tabs
from tests.bench.web_page.parts import back_button, halo, icon, language_switch, photo, pill, qr_svg
from tests.bench.web_page.viewer import media_button


def event_page(event: Event, session: Session) -> str:
    """The page of an event with its first code."""
    occurrence = current_occurrence(event, session.now)
    texts = event_texts(event, occurrence, session)
    facts = "".join(
        f"<div>{icon(f'bold-{fact.icon}')}<span><small>{escape(fact.label)}</small><br><b>{escape(fact.text)}</b>"
        f"<br><small>{escape(fact.note)}</small></span></div>"
        for fact in facts_of(event, occurrence, session)
    )
    assert session.programme is not None
    codes = list(event_codes(event, occurrence, session, session.programme.source(event.id)))
    return (
        f'<div class="event" style="--colour: {texts.colour}"><div><div class="cover">'
        f"{photo(texts.picture, session) or halo(texts.icon)}"
        f'<div class="row">{back_button(session)}{escape(texts.theme)}</div>{media_button(event, session)}'
        f"<h1>{escape(texts.title)}</h1></div>"
        f'<div class="text"><div class="facts row">{facts}</div><b>{escape(texts.summary)}</b>'
        f'<p>{escape(texts.body)}</p></div></div><div class="side">{language_switch(session)}'
        f'<div class="panel">{code_panel(codes, session)}</div></div></div>'
    )


def code_panel(codes: list[EventCode], session: Session) -> str:
    """The first code of an event and the labels of all kinds of codes."""
    translator, first = session.translator, codes[0]
    tabs = "".join(
        pill(tab.label, chosen=place == 0) for place, tab in enumerate(code_tabs(codes, translator))
    )
    return (
        f"{qr_svg(first.payload)}<b>{escape(translator.text(CODE_TITLES[first.kind]))}</b>"
        f"<small>{translator.text('screens.event.scan')}</small><small>{escape(first.host)}</small>"
        f"<small>{escape(first.note)}</small>"
        f'<div class="row">{tabs}</div>'
    )
