"""Describes made and outdated flyers as text for people."""

from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.flyers.outdated import REASON_NAMES, OutdatedSheet
from kiosk.i18n.translator import translator


def result_lines(facts: Mapping[str, Any], language: str) -> Iterator[str]:
    """Lines about a flyer that was made, from the `facts` that commands report."""
    texts = translator(language)
    if trouble := facts.get("trouble"):
        yield texts.text("flyers.template", trouble=trouble)
    if file := facts.get("file"):
        yield texts.text("flyers.saved", file=file)
    if pages := facts.get("pages"):
        yield texts.plural("flyers.drawn", len(pages))
    if (printed := facts.get("printed")) is not None:
        yield texts.plural("flyers.printed", printed)


def outdated_line(sheet: OutdatedSheet, language: str) -> str:
    """A line about an outdated sheet with its reasons."""
    texts = translator(language)
    why = ", ".join(texts.text(REASON_NAMES[reason]) for reason in sheet.reasons)
    about = f"{'+'.join(sheet.order.languages)}, {sheet.order.paper}"
    return texts.text("flyers.wrong", number=sheet.number, title=sheet.title, about=about, why=why)
