"""The search page as HTML: the field, the hint and the on-screen keyboard."""

from html import escape

from kiosk.base.sentence_ids import ScreensId
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.search.page import SearchPage
from tests.bench.web_page.parts import icon, top_bar

KEY_ICONS = {"erase": "backspace", "shift": "arrow-fat-up"}
KEY_SENTENCES: dict[str, ScreensId] = {"space": "screens.search.space", "symbols": "screens.search.symbols"}


def search_page(session: Session) -> str:
    """The page before anything is typed."""
    page = SearchPage(session)
    page.open()
    field = f'<div class="field">{icon("bold-magnifying-glass")}<span></span></div>'
    rows = "".join(
        f"<div>{''.join(_key(key, page.keyboard.nextLanguage, session) for key in row.split())}</div>"
        for row in page.keyboard.landscapeRows
    )
    return (
        f'<div class="search">{top_bar(session, field)}<p>{escape(page.message)}</p></div>'
        f'<div class="keyboard">{rows}</div>'
    )


def _key(key: str, next_language: str, session: Session) -> str:
    """A key: a letter, or a name with its width in letters after a colon."""
    if len(key) == 1:
        return f"<button>{escape(key)}</button>"
    name, _, width = key.partition(":")
    content = next_language if name == "language" else ""
    if name in KEY_ICONS:
        content = icon(f"bold-{KEY_ICONS[name]}")
    elif name in KEY_SENTENCES:
        content = session.translator.text(KEY_SENTENCES[name])
    return f'<button class="named" style="--width: {width}">{content}</button>'
