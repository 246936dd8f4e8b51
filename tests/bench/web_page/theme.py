"""The page of a theme, or of the whole programme, as HTML."""

from html import escape

from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.shared.event_rows import event_row
from kiosk.viewmodels.visitor.theme import ALL_THEMES_COLOUR, ThemePage
from tests.bench.web_page.parts import back_button, badge, halo, icon_line, language_switch, photo, pill


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
    chips = "".join(pill(kind.label) for kind in page.filter_bar.kinds.rows)
    cards = "".join(
        f'<button class="card" style="--colour: {row.colour}; padding: 0" data-go="event-{row.eventId}" '
        f'data-name="event-{row.eventId}"><span class="cover">'
        f'{photo(row.picture, session) or halo(row.icon)}{badge(row)}</span><span class="facts">'
        f"<h2>{escape(row.title)}</h2>{icon_line('calendar-blank', row.when)}"
        f"{icon_line('map-pin', row.where)}</span></button>"
        for row in (event_row(card, session) for card in catalogue.cards(session.now, theme=theme_id))
    )
    return (
        f'<div class="band cover" style="--colour: {colour}">{back_button(session)}<i>'
        f"<h1>{escape(title)}</h1>{escape(session.localise(tagline))}</i>{language_switch(session)}</div>"
        f'<div class="list"><div class="chips">{chips}</div><div class="cards">{cards}</div></div>'
    )
