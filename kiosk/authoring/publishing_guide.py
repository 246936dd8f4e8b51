"""Typesets the way from a workbook to a stick as one A4 page."""

from kiosk.base.paths import resources
from kiosk.base.sentence_ids import SentenceId
from kiosk.i18n.translator import translator
from kiosk.typesetting.compile_template import compile_template
from kiosk.typography.typeset import typeset

_STEPS: tuple[tuple[str, SentenceId, SentenceId], ...] = (
    ("list-bullets", "guide.write", "guide.write.how"),
    ("download-simple", "guide.drop", "guide.drop.how"),
    ("check-circle", "guide.check", "guide.check.how"),
    ("usb", "guide.stick", "guide.stick.how"),
    ("hand-tap", "guide.install", "guide.install.how"),
)
"""The icon of each step, what to do, and how."""


def make_guide(language: str, timestamp: int) -> bytes:
    """The page as PDF; `timestamp` is in UTC seconds."""
    words = translator(language)

    def said(id: SentenceId) -> str:
        return typeset(words.text(id), language)

    data = {
        "language": language,
        "title": said("guide.title"),
        "before": said("guide.before"),
        "steps": [
            {"picture": _icon(icon), "head": said(head), "text": said(how)} for icon, head, how in _STEPS
        ],
        "help_title": said("guide.help"),
        "help": said("guide.help.how"),
    }
    return compile_template(resources() / "guide" / "guide.typ", data, timestamp)


def _icon(name: str) -> str:
    drawing = (resources() / "icons" / "bold" / f"{name}.svg").read_text("utf-8")
    return drawing.replace("currentColor", "#FFFFFF")
