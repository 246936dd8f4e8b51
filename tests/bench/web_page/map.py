"""The map as HTML: the country with routes, discs and labels, and the lists beside it."""

from html import escape

from PySide6.QtGui import QFont

from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.map.page import MapPage
from kiosk.viewmodels.visitor.map.rows import LabelRow, PlaceRow
from tests.bench.web_page.map_drawing import HEIGHT, WIDTH, map_svg
from tests.bench.web_page.parts import icon, top_bar

LABEL_PIXELS = 24
"""The font size of the labels (Theme.qml, small)."""


def map_page(session: Session) -> str:
    """The map of all places and the lists of cities, routes and places elsewhere."""
    page = MapPage(session)
    page.open()
    font = QFont("Onest", weight=QFont.Weight.DemiBold)
    font.setPixelSize(LABEL_PIXELS)
    page.layOut(WIDTH, HEIGHT, 1.0, font)
    text = session.translator.text
    lists = _list(text("screens.map.cities"), "", page.cities.rows)
    lists += _list(text("screens.map.routes"), "bold-path", page.routes.rows)
    lists += _list(text("screens.map.elsewhere"), "bold-globe", page.elsewhere.rows)
    labels = "".join(_label(row) for row in page.labels.rows)
    return (
        f'<div class="pad">{top_bar(session)}<div class="places"><div>'
        f"<h1>{escape(text('screens.map.title'))}</h1><p>{escape(text('screens.map.hint'))}</p>"
        f'<div class="map">{map_svg(page.drawing)}{labels}</div></div>'
        f'<div class="side-list">{lists}</div></div></div>'
    )


def _label(row: LabelRow) -> str:
    box = f"left: {row.touchX / 10}rem; top: {row.touchY / 10}rem; width: {row.touchWidth / 10}rem; "
    return (
        f'<button class="tag {"here" if row.isHere else ""}" style="{box}height: {row.touchHeight / 10}rem">'
        f"<span>{escape(row.text)}</span></button>"
    )


def _list(heading: str, glyph: str, rows: list[PlaceRow]) -> str:
    return f"<b>{escape(heading)}</b>{''.join(_place(row, glyph) for row in rows)}" if rows else ""


def _place(row: PlaceRow, glyph: str) -> str:
    kinds = {"corner": row.hasCorner or row.isHere, "none": row.isEmpty}
    mark = f'<s class="{" ".join(name for name, holds in kinds.items() if holds)}"></s>'
    if glyph:
        mark = f'<span style="color: {row.colour or "#54617a"}">{icon(glyph)}</span>'
    return (
        f'<button class="place {"here" if row.isHere else ""}">{mark}<span><b>{escape(row.title)}</b><br>'
        f"<small>{escape(row.description)}</small></span></button>"
    )
