"""The rows of the matrix: which texts of each event are there in which language."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from PySide6.QtQml import QmlElement

from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


class MatrixRow(NamedTuple):
    """An event (`heads`) or one of its texts, its cells 'there', 'missing' or 'unwanted' by language."""

    event: str
    heads: bool
    text: str
    cells: list[str]


@QmlElement
class MatrixRows(RecordModel):
    """The events, each followed by its texts."""

    record = MatrixRow


def matrix_rows(matrix: Mapping[str, Any], only_missing: bool, session: Session) -> list[MatrixRow]:
    """The rows of all events, or of what is missing only."""
    rows = []
    for one in matrix.get("rows", ()):
        fields = [field for field in one["fields"] if not only_missing or "missing" in field["cells"]]
        if fields:
            rows.append(MatrixRow(one["event"], True, session.localise(one["title"]), []))
            rows += [
                MatrixRow(one["event"], False, session.localise(field["name"]), field["cells"])
                for field in fields
            ]
    return rows
