"""The small parts that the pages of the web page share."""

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
    """The circle with an icon on a cover."""
    return f'<span class="halo">{icon(f"duotone-{name}")}</span>'


def badge(row: EventRow) -> str:
    """What a visitor must know first."""
    said = row.flagText or row.badge
    return f'<span class="badge">{escape(said)}</span>' if said else ""


def languages(session: Session) -> str:
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


def back(session: Session) -> str:
    """The way back."""
    said = session.translator.text("screens.nav.back")
    return f'<button class="back" data-back>{icon("bold-arrow-left")}{said}</button>'


def line(name: str, said: str) -> str:
    """A small icon and the words that belong to it."""
    return f'<span class="line">{icon(f"bold-{name}")}{escape(said)}</span>' if said else ""


def matrix(payload: str) -> str:
    """A QR code, one path of runs of dark modules."""
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
