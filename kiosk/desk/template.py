"""Makes an empty workbook for a press officer to fill in."""

from datetime import date
from pathlib import Path
from typing import Any

from kiosk.base.export.export_file import export_file

SUFFIX = ".xlsx"


def make_template(file: Path, today: date, language: str) -> dict[str, Any]:
    """Write the workbook of a new programme to `file`, whose name may lack its end.

    Its headers and lists are in `language`. KioskErrors of `export_file`.
    """
    from kiosk.authoring.workbook.making.make_workbook import make_workbook
    from kiosk.authoring.workbook.making.new_programme import new_programme_rows

    target = file if file.suffix.lower() == SUFFIX else file.with_name(file.name + SUFFIX)
    export_file(target, make_workbook(new_programme_rows(today, language), language))
    return {"file": str(target)}
