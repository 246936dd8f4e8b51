"""The rows of the desk's lists."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from PySide6.QtQml import QmlElement

from kiosk.sources.stick import Stick
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


class FindingRow(NamedTuple):
    """A cause with what to do (`heads`), or one of its places below it; `number` is '' for a single one."""

    severity: str
    heads: bool
    number: str
    text: str
    remedy: str
    place: str
    typed: str


@QmlElement
class FindingRows(RecordModel):
    """The findings, grouped by cause."""

    record = FindingRow


class StickRow(NamedTuple):
    """A stick that is plugged in; `usable` is False for one that is write-protected."""

    name: str
    path: str
    usable: bool
    chosen: bool


@QmlElement
class StickRows(RecordModel):
    """The sticks to choose from."""

    record = StickRow


def finding_rows(groups: Iterable[Mapping[str, Any]], shown: str, session: Session) -> list[FindingRow]:
    """The rows of the groups with the severity `shown`, '' for all."""
    wanted = (group for group in groups if shown in ("", group["severity"]))
    return [row for group in wanted for row in _group_rows(group, session)]


def _group_rows(group: Mapping[str, Any], session: Session) -> Iterator[FindingRow]:
    severity, places, count = group["severity"], group["rows"], group["count"]
    heading, number = session.localise(group["what"]), str(count) if count > 1 else ""
    yield FindingRow(severity, True, number, heading, session.localise(group["remedy"]), "", "")
    for one in places:
        what = session.localise(one["what"])
        own, where = "" if what == heading else what, session.localise(one["place"])
        yield FindingRow(severity, False, "", own, "", where, one["typed"])
    if others := count - len(places):
        yield FindingRow(severity, False, "", session.translator.text("desk.more", n=others), "", "", "")


def stick_rows(sticks: Iterable[Stick], chosen: str) -> list[StickRow]:
    """Each partition of each stick."""
    found = [partition for stick in sticks for partition in stick.partitions]
    return [StickRow(one.name, str(one.path), not one.read_only, str(one.path) == chosen) for one in found]
