"""Typesets what staff do at the kiosk, in all its languages, as one A4 page."""

from contextlib import closing

from kiosk.base.errors import KioskError
from kiosk.base.kiosk_toml.telephone import format_telephone
from kiosk.base.paths import resources
from kiosk.base.sentence_ids import SentenceId
from kiosk.base.settings import Settings
from kiosk.dates.opening_hours import corner_hours
from kiosk.events.view_context import PaperContext
from kiosk.i18n.translator import translator
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.programme.corner_name import corner_name
from kiosk.programme.shown_programme import open_library
from kiosk.store.storage_errors import storage_errors
from kiosk.typesetting.compile_template import compile_template
from kiosk.typesetting.glyphs import to_drawable
from kiosk.typography.typeset import typeset

_Step = tuple[str, SentenceId, SentenceId]
"""The icon of a step, what to do, and how."""

_OPEN: _Step = ("hand-tap", "operating.open", "operating.open.how")
_STICK: _Step = ("usb", "operating.stick", "operating.stick.how")
_SHARES: dict[str, _Step] = {
    "automatic": ("network", "operating.share", "operating.share.automatic"),
    "ask": ("network", "operating.share", "operating.share.ask"),
}
"""By the setting `share_install`."""
_FLYERS: _Step = ("printer", "operating.flyers", "operating.flyers.how")
_POWER: _Step = ("power", "operating.power", "operating.power.how")
_TROUBLES: tuple[SentenceId, ...] = (
    "operating.trouble.programme",
    "operating.trouble.date",
    "operating.trouble.frozen",
    "operating.trouble.dark",
    "operating.trouble.computer",
)
"""What to do when the screen is wrong, in this order."""
_BUTTONS: dict[str, SentenceId] = {
    "leave": "staff.leave",
    "packs": "staff.page.packs",
    "flyers": "staff.page.flyers",
    "settings": "staff.page.settings",
    "health": "staff.page.health",
    "install": "staff.install",
    "installed": "staff.done.install",
    "back": "staff.back",
    "look": "staff.share.look",
    "print": "flyers.print",
    "off": "choices.power.off",
    "yes": "choices.power.off.yes",
}
"""What the sentences quote from the screen."""
_ANY_NUMBER = "…"
"""The number of a programme in the name of a button."""


def make_guide(settings: Settings, timestamp: int) -> bytes:
    """The page as PDF, a page for each language where one has no room for all; `timestamp` in UTC seconds.

    The programme only gives the Corner its name where the settings do not. KioskError 'flyers.letters' when
    the fonts lack a letter of that name.
    """
    catalogue = _open_catalogue(settings)
    share = [_SHARES[settings.share_install]] if settings.share else []
    steps = [_OPEN, _STICK, *share, _FLYERS, _POWER]
    data = {
        "languages": [_language(settings, catalogue, code, steps) for code in settings.languages],
        "icons": [_icon(icon) for icon, _, _ in steps],
        "trouble_icon": _icon("warning"),
        "phone_icon": _icon("phone"),
        "phone": format_telephone(settings.technician).replace(" ", "\u00a0"),
    }
    return compile_template(resources() / "guide" / "operating.typ", data, timestamp)


def count_pages(pdf: bytes) -> int:
    """The number of pages."""
    from pypdfium2 import PdfDocument

    with closing(PdfDocument(pdf)) as document:
        return len(document)


def _open_catalogue(settings: Settings) -> CombinedCatalogue | None:
    """The programme of the library; None without one that can be read."""
    try:
        with storage_errors():
            return open_library(settings.library).catalogue
    except KioskError:
        return None


def _language(
    settings: Settings, catalogue: CombinedCatalogue | None, code: str, steps: list[_Step]
) -> dict[str, object]:
    """Everything that the page says in one language."""
    words = translator(code)
    quoted = {
        name: words.text(id, version=_ANY_NUMBER).replace(f" {_ANY_NUMBER}", f"\u00a0{_ANY_NUMBER}")
        for name, id in _BUTTONS.items()
    }

    def said(id: SentenceId) -> str:
        return typeset(words.text(id, **quoted), code)

    return {
        "code": code,
        "title": said("operating.title"),
        "corner": _set(corner_name(settings, catalogue, PaperContext(code, None)), code),
        "hours": _set(corner_hours(settings, code), code),
        "steps": [{"head": said(head), "text": said(how)} for _, head, how in steps],
        "trouble": said("operating.trouble"),
        "troubles": [said(id) for id in _TROUBLES],
        "call": said("operating.call"),
    }


def _set(text: str, language: str) -> str:
    """A text of the settings or the programme as the fonts can draw it."""
    return typeset(to_drawable(text), language)


def _icon(name: str) -> str:
    drawing = (resources() / "icons" / "bold" / f"{name}.svg").read_text("utf-8")
    return drawing.replace("currentColor", "#FFFFFF")
