"""The home page as HTML."""

from html import escape

from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.home.board_rows import HomeRow
from kiosk.viewmodels.visitor.home.door_rows import DoorRow
from kiosk.viewmodels.visitor.home.page import HomePage
from tests.bench.web_page.parts import halo, icon, icon_line, language_switch


def home_page(session: Session) -> str:
    """The home page: what leads, the board and the doors."""
    page = HomePage(session)
    page.refresh()
    poster = page.poster
    facts = "".join(icon_line(fact.icon, fact.text) for fact in poster.facts.rows)
    rows = "".join(_board_row(row) for row in page.rows.rows)
    doors = "".join(_door(door) for door in page.doors.rows)
    return (
        f'<div class="pad"><div class="row"><div class="mark"></div><i>'
        f'<b class="headline">{escape(page.title)}</b><br>'
        f"<small>{escape(session.corner_name())} · {escape(page.dateText)}</small></i>"
        f'<h1>{page.clock}</h1>{language_switch(session)}</div><div class="upper">'
        f'<button class="tile cover" style="--colour: {poster.colour}" data-go="event-{poster.eventId}">'
        f'{halo(poster.icon)}<span class="badge">{escape(poster.pill)}</span> {escape(poster.aside)}'
        f"<h1>{escape(poster.time)}</h1><h2>{escape(poster.title)}</h2><div>{facts}</div></button>"
        f'<div class="board">{rows}</div></div><div class="cards doors">{doors}</div></div>'
    )


def _board_row(row: HomeRow) -> str:
    return (
        f'<button class="coming" style="--colour: {row.tint or "#EFE9DE"}" data-go="event-{row.eventId}">'
        f'<span class="date" style="color: {row.letters or "#A8201A"}">{escape(row.tileTop)}'
        f'<b>{escape(row.tileMain)}</b></span><span class="facts"><small>{escape(row.heading)}</small>'
        f"<b>{escape(row.title)}</b><br><small>{escape(row.flagText)} {escape(row.line)}</small></span>"
        "</button>"
    )


def _door(door: DoorRow) -> str:
    """A door; those to choices lead to the whole programme here."""
    theme = door.target if door.kind == "theme" else ""
    return (
        f'<button class="door cover" style="--colour: {door.colour or "#0b1f3a"}" '
        f'data-go="theme-{theme}" data-name="{door.kind}-{door.target}">'
        f'<span class="disc">{icon(f"duotone-{door.icon}")}</span><span><b>{escape(door.title)}</b><br>'
        f"{escape(door.events)}</span></button>"
    )
