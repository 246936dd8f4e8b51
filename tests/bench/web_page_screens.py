"""The screens of the web page as HTML, from the same view-models as the kiosk's own screens."""

from collections.abc import Iterator
from html import escape

from kiosk.events.event_facts import event_facts as facts_of
from kiosk.events.timing import current_occurrence
from kiosk.i18n.translator import translator
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.attract import MAX_SLIDES
from kiosk.viewmodels.visitor.event.code_rows import CodeRow, code_rows
from kiosk.viewmodels.visitor.event.page import event_texts
from kiosk.viewmodels.visitor.home.door_rows import DoorRow
from kiosk.viewmodels.visitor.home.page import HomePage
from kiosk.viewmodels.visitor.shared.event_rows import event_row
from kiosk.viewmodels.visitor.theme import ALL_THEMES_COLOUR, ThemePage
from tests.bench.web_page_parts import (
    back_button,
    badge,
    halo,
    icon,
    icon_line,
    language_switch,
    qr_svg,
)


def all_pages(session: Session) -> Iterator[tuple[str, str]]:
    """The name and HTML of every page of the programme in the session's language."""
    assert session.programme is not None
    catalogue = session.programme.catalogue
    translate = session.translator.text
    for place, html in enumerate(attract_slides(session)):
        yield f"attract-{place}", html
        if place == 0:
            yield "attract", html
    yield (
        "dock",
        "".join(
            f'<button data-go="{page}">{icon(f"bold-{glyph}")}{translate(f"screens.nav.{word}")}</button>'
            for page, glyph, word in (("home", "house", "home"), ("theme-", "calendar-blank", "events"))
        ),
    )
    yield "home", home_page(session)
    for theme in ("", *(theme.id for theme in catalogue.themes())):
        yield f"theme-{theme}", theme_page(theme, session)
    for card in catalogue.cards(None):
        yield f"event-{card.id}", event_page(card.id, session)


def attract_slides(session: Session) -> Iterator[str]:
    """The HTML of the attract loop's slides."""
    assert session.programme is not None
    touch = "".join(
        f"<span>{translator(code).text('screens.attract.touch')}</span>"
        for code in session.settings.languages
    )
    for card in session.programme.catalogue.cards(session.now, limit=MAX_SLIDES):
        row = event_row(card, session)
        theme = escape(session.localise(session.theme(card.theme).title))
        yield (
            f'<button class="attract cover" style="--colour: {row.colour}" data-go="home">{halo(row.icon)}'
            f"<div>{badge(row)}<p>{theme}</p><h1>{escape(row.title)}</h1>"
            f"<p>{escape(row.when)} · {escape(row.where)}</p></div>"
            f"<footer>{icon('bold-hand-tap')}{touch}</footer></button>"
        )


def home_page(session: Session) -> str:
    """The home page: what leads, the board and the doors."""
    page = HomePage(session)
    page.refresh()
    poster = page.poster
    facts = "".join(icon_line(fact.icon, fact.text) for fact in poster.facts.rows)
    rows = "".join(
        f'<button class="coming" style="--colour: {row.letters or "#A8201A"}" data-go="event-{row.eventId}">'
        f'<span class="date">{escape(row.tileTop)}<b>{escape(row.tileMain)}</b></span><span class="facts">'
        f"<small>{escape(row.heading)}</small><b>{escape(row.title)}</b><br>"
        f"<small>{escape(row.flagText)} {escape(row.line)}</small></span></button>"
        for row in page.rows.rows
    )
    doors = "".join(
        f'<button class="tile" style="background: {door.tint or "#fff"}" data-go="theme-{theme_of(door)}">'
        f"<small>{escape(door.events)}</small><b>{escape(door.title)}</b></button>"
        for door in page.doors.rows
    )
    return (
        f'<div class="pad"><div class="row"><div class="mark"></div><i><b>{escape(page.title)}</b><br>'
        f"<small>{escape(session.corner_name())} · {escape(page.dateText)}</small></i>"
        f'<h1>{page.clock}</h1>{language_switch(session)}</div><div class="upper">'
        f'<button class="tile cover" style="--colour: {poster.colour}" data-go="event-{poster.eventId}">'
        f'{halo(poster.icon)}<span class="badge">{escape(poster.pill)}</span> {escape(poster.aside)}'
        f"<h1>{escape(poster.time)}</h1><h2>{escape(poster.title)}</h2><div>{facts}</div></button>"
        f'<div class="board">{rows}</div></div><div class="cards doors">{doors}</div></div>'
    )


def theme_of(door: DoorRow) -> str:
    """The theme that a door leads to; the whole programme for the others."""
    return door.target if door.kind == "theme" else ""


def theme_page(theme_id: str, session: Session) -> str:
    """The page of a theme, or of all events for the id ''."""
    assert session.programme is not None
    catalogue = session.programme.catalogue
    page = ThemePage(session)
    page.open(theme_id)
    title, tagline, colour = (
        session.translator.text("screens.home.coming_up"),
        catalogue.campaign().title,
        ALL_THEMES_COLOUR,
    )
    if theme_id:
        theme = session.theme(theme_id)
        title, tagline, colour = session.localise(theme.title), theme.tagline, theme.colour
    chips = "".join(
        f'<button class="pill">{escape(kind.label)}</button>' for kind in page.filter_bar.kinds.rows
    )
    cards = "".join(
        f'<button class="card" style="--colour: {row.colour}; padding: 0" data-go="event-{row.eventId}">'
        f'<span class="cover">{halo(row.icon)}{badge(row)}</span><span class="facts">'
        f"<h2>{escape(row.title)}</h2>{icon_line('calendar-blank', row.when)}"
        f"{icon_line('map-pin', row.where)}</span></button>"
        for row in (event_row(card, session) for card in catalogue.cards(session.now, theme=theme_id))
    )
    return (
        f'<div class="band cover" style="--colour: {colour}">{back_button(session)}<i>'
        f"<h1>{escape(title)}</h1>{escape(session.localise(tagline))}</i>{language_switch(session)}</div>"
        f'<div class="list"><div class="chips">{chips}</div><div class="cards">{cards}</div></div>'
    )


def event_page(event_id: str, session: Session) -> str:
    """The page of an event with its first code."""
    assert session.programme is not None
    event = session.programme.catalogue.event(event_id)
    occurrence = current_occurrence(event, session.now)
    texts = event_texts(event, occurrence, session)
    facts = "".join(
        f"<div>{icon(f'bold-{fact.icon}')}<span><small>{escape(fact.label)}</small><br><b>{escape(fact.text)}</b>"
        f"<br><small>{escape(fact.note)}</small></span></div>"
        for fact in facts_of(event, occurrence, session)
    )
    codes = code_panel(code_rows(event, occurrence, session), session)
    return (
        f'<div class="event" style="--colour: {texts.colour}"><div><div class="cover">{halo(texts.icon)}'
        f'<div class="row">{back_button(session)}{escape(texts.theme)}</div>'
        f"<h1>{escape(texts.title)}</h1></div>"
        f'<div class="text"><div class="facts row">{facts}</div><b>{escape(texts.summary)}</b>'
        f'<p>{escape(texts.body)}</p></div></div><div class="side">{language_switch(session)}'
        f'<div class="panel">{codes}</div></div></div>'
    )


def code_panel(codes: list[CodeRow], session: Session) -> str:
    """The first code of an event and the labels of all codes."""
    if not codes:
        return f"<b>{session.translator.text('screens.event.no_code')}</b>"
    tabs = "".join(
        f'<button class="pill {"chosen" if code is codes[0] else ""}">{escape(code.label)}</button>'
        for code in codes
    )
    return (
        f"{qr_svg(codes[0].payload)}<b>{escape(codes[0].title)}</b><small>{session.translator.text('screens.event.scan')}"
        f"</small><small>{escape(codes[0].host)}</small><small>{escape(codes[0].note)}</small>"
        f'<div class="row">{tabs}</div>'
    )
