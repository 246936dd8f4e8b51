"""The HTML of parts that the web page's screens share."""

from html import escape
from itertools import groupby

from kiosk.base import qr_code
from kiosk.i18n.translator import translator
from kiosk.viewmodels.session import Session
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


def language_switch(session: Session) -> str:
    """The language switch."""
    return (
        '<div class="languages">'
        + "".join(
            f'<button data-language="{code}" class="{"chosen" if code == session.language else ""}">'
            f"<span>{translator(code).text('screens.language.short')}</span></button>"
            for code in session.settings.languages
        )
        + "</div>"
    )


def back_button(session: Session) -> str:
    """The button that leads back."""
    text = session.translator.text("screens.nav.back")
    return f'<button class="back" data-back>{icon("bold-arrow-left")}{text}</button>'


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
