"""What became of flyers, in words for people."""

from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.flyers.outdated import OutdatedSheet
from kiosk.i18n.translator import translator


def result_lines(facts: Mapping[str, Any], language: str) -> Iterator[str]:
    """How the making of flyers ended."""
    said = translator(language)
    if trouble := facts.get("trouble"):
        yield said.text("flyers.template", trouble=trouble)
    if file := facts.get("file"):
        yield said.text("flyers.saved", file=file)
    if pages := facts.get("pages"):
        yield said.plural("flyers.drawn", len(pages))
    if (printed := facts.get("printed")) is not None:
        yield said.plural("flyers.printed", printed)


def outdated_line(found: OutdatedSheet, language: str) -> str:
    """A sheet on the wall, and why it is wrong."""
    said = translator(language)
    why = ", ".join(said.text(f"flyers.reason.{reason}") for reason in found.reasons)
    about = f"{'+'.join(found.order.languages)}, {found.order.paper}"
    return said.text("flyers.wrong", number=found.number, title=found.title, about=about, why=why)
