"""The example row of a new workbook, which shows how an event is written and is not read."""

from collections.abc import Mapping

from kiosk.authoring.source.problems import Path
from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.i18n.translator import translator

EXAMPLE_ID = "example"


def example_titles() -> Mapping[str, str]:
    """The title of the example in each language."""
    return {code: translator(code).text("workbook.example.title") for code in LANGUAGES}


def is_example(typed: Mapping[Path, str]) -> bool:
    """Whether these are the texts of the example row, its titles unchanged."""
    titles = {path[1]: text for path, text in typed.items() if path[0] == "title"}
    return typed.get(("id",)) == EXAMPLE_ID and titles == example_titles()
