"""All pages of the web page by name, and the dock."""

from collections.abc import Iterator

from kiosk.base.sentence_ids import ScreensId
from kiosk.viewmodels.session import Session
from tests.bench.web_page.attract import attract_slides
from tests.bench.web_page.calendar import calendar_page
from tests.bench.web_page.event import event_page
from tests.bench.web_page.home import home_page
from tests.bench.web_page.map import map_page
from tests.bench.web_page.parts import icon
from tests.bench.web_page.search import search_page
from tests.bench.web_page.theme import theme_page
from tests.bench.web_page.tray import tray_page
from tests.bench.web_page.viewer import viewer_pages

DOCK: tuple[tuple[str, str, str, ScreensId], ...] = (
    ("home", "home", "house", "screens.nav.home"),
    ("events", "theme-", "list-bullets", "screens.nav.events"),
    ("calendar", "calendar", "calendar-dots", "screens.nav.calendar"),
    ("map", "map", "map-trifold", "screens.nav.map"),
    ("search", "search", "magnifying-glass", "screens.nav.search"),
    ("tray", "tray", "heart", "screens.nav.tray"),
)
"""The name, page, icon and sentence of each button."""


def all_pages(session: Session) -> Iterator[tuple[str, str]]:
    """The name and HTML of every page of the programme in the session's language."""
    assert session.programme is not None
    catalogue = session.programme.catalogue
    for place, html in enumerate(attract_slides(session)):
        yield f"attract-{place}", html
        if place == 0:
            yield "attract", html
    yield "dock", dock(session)
    yield "home", home_page(session)
    for theme in ("", *(theme.id for theme in catalogue.themes())):
        yield f"theme-{theme}", theme_page(theme, session)
    for card in catalogue.cards(None):
        event = catalogue.event(card.id)
        yield f"event-{card.id}", event_page(event, session)
        yield from viewer_pages(event, session)
    yield "calendar", calendar_page(session)
    yield "map", map_page(session)
    yield "search", search_page(session)
    yield "tray", tray_page(session)


def dock(session: Session) -> str:
    """The buttons of the main pages, at the places of the kiosk's."""
    return "".join(
        f'<button data-go="{page}" data-name="dock-{name}">{icon(f"bold-{glyph}")}'
        f"{session.translator.text(sentence)}</button>"
        for name, page, glyph, sentence in DOCK
    )
