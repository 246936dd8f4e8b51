"""The HTML of parts that the pages share.

What a visitor taps has the name of the kiosk's item in `data-name`, so that both programs get the same taps.
"""

from html import escape
from itertools import groupby

from kiosk.base import qr_code
from kiosk.i18n.translator import translator
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.home.content import clock_text
from kiosk.viewmodels.visitor.home.headline import date_text
from kiosk.viewmodels.visitor.shared.event_rows import EventRow


def icon(name: str) -> str:
    """An icon by its weight and name: 'bold-house'."""
    return f'<svg><use href="#{name}"/></svg>'


def halo(name: str) -> str:
    """The circle of a cover with its icon."""
    return f'<span class="halo">{icon(f"duotone-{name}")}</span>'


def badge(row: EventRow) -> str:
    """The badge of an event, '' when it has none."""
    text = row.flagText or row.badge
    return f'<span class="badge">{escape(text)}</span>' if text else ""


def photo(address: str, session: Session) -> str:
    """The photograph of an event's cover, as a file of the library; '' for none."""
    if not address or session.programme is None:
        return ""
    return f'<img class="photo" src="{session.programme.media_path(address).as_uri()}">'


def language_switch(session: Session) -> str:
    """The language switch."""
    buttons = ""
    for code in session.settings.languages:
        text = translator(code).text
        buttons += (
            f'<button data-language="{code}" data-name="{text("screens.language.own")}" '
            f'class="{"chosen" if code == session.language else ""}">'
            f"<span>{text('screens.language.short')}</span></button>"
        )
    return f'<div class="languages">{buttons}</div>'


def top_bar(session: Session, middle: str = "") -> str:
    """The Corner, the clock, what stands between, and the language switch."""
    clock = " · ".join((date_text(session), clock_text(session)))
    return (
        f'<div class="row"><div class="mark"></div><i><b>{escape(session.corner_name())}</b><br>'
        f"<small>{escape(clock)}</small></i>{middle}{language_switch(session)}</div>"
    )


def pill(label: str, glyph: str = "", *, chosen: bool = False) -> str:
    """A rounded button with an optional icon."""
    image = icon(f"bold-{glyph}") if glyph else ""
    return f'<button class="pill {"chosen" if chosen else ""}">{image}{escape(label)}</button>'


def back_button(session: Session) -> str:
    """The button that leads back."""
    text = session.translator.text("screens.nav.back")
    return f'<button class="back" data-back data-name="back">{icon("bold-arrow-left")}{text}</button>'


def icon_line(name: str, text: str) -> str:
    """A small icon with its text, '' without text."""
    return f'<span class="line">{icon(f"bold-{name}")}{escape(text)}</span>' if text else ""


def qr_svg(payload: str) -> str:
    """A QR code as SVG: one path of runs of dark modules."""
    rows = qr_code.qr_matrix(payload)
    runs = []
    for y, row in enumerate(rows):
        x = 0
        for dark, same in groupby(row):
            length = len(list(same))
            if dark:
                runs.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    side, path = len(rows), "".join(runs)
    return (
        f'<button><svg class="code" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path d="{path}"/></svg></button>'
    )
