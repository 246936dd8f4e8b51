"""Reads the receipts on a stick as a table, with its words in every language."""

from pathlib import Path
from typing import Any

from kiosk.base.display_text import display_line
from kiosk.base.errors import KioskError
from kiosk.i18n.translator import LANGUAGES, translator
from kiosk.library.json_values import error_to_json
from kiosk.receipts import fleet_report
from kiosk.receipts.find_receipts import read_receipts
from kiosk.receipts.fleet import Fleet

MAX_ROWS = 500
"""The most rows of the table; the file for a spreadsheet of `kiosk receipts read` has all."""


def read_fleet(folder: Path, now: int) -> dict[str, Any]:
    """The newest receipt of each kiosk, warnings, and what is no receipt; KioskError 'receipts.no_folder'."""
    fleet, problems = Fleet(), []
    for found in read_receipts(folder):
        if isinstance(found, KioskError):
            problems.append(error_to_json(found)["text"])
        else:
            fleet.add(found)
    texts = {code: _table(fleet, code, now) for code in LANGUAGES}
    return {"read": fleet.read, "tables": texts, "problems": problems[:MAX_ROWS], "refused": len(problems)}


def _table(fleet: Fleet, language: str, now: int) -> dict[str, Any]:
    words = translator(language)
    newest = fleet.newest_versions()
    rows = [
        row for receipt in fleet.receipts() for row in fleet_report.table_rows(receipt, newest, words, now)
    ]
    shown = [[display_line(cell) for cell in row] for row in rows[:MAX_ROWS]]
    return {"rows": shown, "notes": list(fleet_report.warnings(fleet, words))}
