"""The tray as HTML, without marked events."""

from html import escape

from kiosk.viewmodels.session import Session
from tests.bench.web_page.parts import back_button, icon, language_switch, pill


def tray_page(session: Session) -> str:
    """What the tray says while nothing is marked."""
    text = session.translator.text
    return (
        f'<div class="band cover" style="--colour: #0b1f3a">{back_button(session)}<i>'
        f"<h1>{escape(text('screens.tray.title'))}</h1>{escape(text('screens.tray.subtitle'))}</i>"
        f'{language_switch(session)}</div><div class="empty">{icon("duotone-heart")}'
        f"<b>{escape(text('screens.tray.empty'))}</b><span>{escape(text('screens.tray.empty_hint'))}</span>"
        f"{pill(text('screens.nav.events'), 'list-bullets')}</div>"
    )
