"""The rows of the page Programmes: the packs of the source, and the preview of one."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from PySide6.QtQml import QmlElement

from kiosk.base.display_text import NAME_LENGTH, DisplayText, display_line
from kiosk.base.sentence_ids import PluralId, StaffId
from kiosk.delivery.scan_standing import ScanStanding
from kiosk.i18n.translator import find_sentence
from kiosk.preview.programme_diff import ChangeKind, SectionKind
from kiosk.preview.standing import Standing
from kiosk.viewmodels.background.child_reply import error_text
from kiosk.viewmodels.background.pack_offers import INSTALLABLE_STANDINGS, Source
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

MB = 1000**2
STANDINGS: dict[ScanStanding, StaffId] = {
    Standing.FIRST: "staff.standing.first",
    Standing.NEWER: "staff.standing.newer",
    Standing.ALREADY: "staff.standing.already",
    Standing.REPAIR: "staff.standing.repair",
    Standing.BESIDE: "staff.standing.beside",
    "older": "staff.standing.older",
    "refused": "staff.standing.refused",
    "misplaced": "staff.standing.refused",
}
_BADGES: dict[SectionKind, StaffId] = {
    ChangeKind.NEW: "staff.kind.new",
    ChangeKind.CANCELLED: "staff.kind.cancelled",
    ChangeKind.MOVED: "staff.kind.moved",
    ChangeKind.FULL: "staff.kind.full",
    ChangeKind.OVER: "staff.kind.over",
    ChangeKind.RESTORED: "staff.kind.restored",
    ChangeKind.CHANGED: "staff.kind.changed",
    ChangeKind.CORRECTED: "staff.kind.corrected",
    ChangeKind.REMOVED: "staff.kind.removed",
    "programme": "staff.kind.programme",
    "venue": "staff.kind.venue",
    "untranslated": "staff.kind.untranslated",
}
_Number = Literal["new", "changed", "cancelled", "removed"]
_NUMBER_LABELS: dict[_Number, PluralId] = {
    "new": "staff.figure.new",
    "changed": "staff.figure.changed",
    "cancelled": "staff.figure.cancelled",
    "removed": "staff.figure.removed",
}


class OfferRow(NamedTuple):
    """One pack of the source: `line` is its standing; it can be installed when it is `wanted`."""

    title: DisplayText
    line: str
    wanted: bool
    chosen: bool


class NumberRow(NamedTuple):
    """A large number with its label; `kind` chooses its colour."""

    number: str
    label: str
    kind: str


class ChangeRow(NamedTuple):
    """One event that differs; `kind` is that of `kiosk.preview.programme_diff`."""

    kind: str
    badge: str
    title: str
    detail: str


@QmlElement
class OfferRows(RecordModel):
    """The packs of the source."""

    record = OfferRow


@QmlElement
class NumberRows(RecordModel):
    """The numbers of a preview."""

    record = NumberRow


@QmlElement
class ChangeRows(RecordModel):
    """The events that differ."""

    record = ChangeRow


def offer_rows(source: Source, chosen: int | None, session: Session) -> list[OfferRow]:
    """Every pack of a stick or share with its title and standing, then what else staff should know."""
    translator, rows = session.translator, []
    for place, pack in enumerate(source.packs):
        title, standing = display_line(pack["name"], NAME_LENGTH), pack["standing"]
        line = session.localise(error_text(pack))
        if about := pack.get("pack"):
            version = translator.text("staff.number", version=about["version"])
            title = display_line(f"{session.localise(about['title'])} · {version}")
        rows.append(
            OfferRow(
                title,
                line or translator.text(find_sentence(STANDINGS, standing) or "staff.standing.refused"),
                standing in INSTALLABLE_STANDINGS,
                place == chosen,
            )
        )
    rows += (OfferRow(display_line(session.localise(note)), "", False, False) for note in source.notes)
    return rows


def number_rows(preview: Mapping[str, Any], session: Session) -> list[NumberRow]:
    """The numbers of new, changed, cancelled and removed events, and the size to copy."""
    counts: Mapping[str, int] = preview["counts"]
    others = sum(
        counts.get(kind, 0) for kind in ("changed", "moved", "full", "over", "restored", "corrected")
    )
    numbers: dict[_Number, int] = {"new": counts.get("new", 0), "changed": others}
    shown_if_any: tuple[_Number, ...] = ("cancelled", "removed")
    numbers |= {kind: counts[kind] for kind in shown_if_any if counts.get(kind)}
    rows = [
        NumberRow(str(n), session.translator.plural(_NUMBER_LABELS[kind], n), kind)
        for kind, n in numbers.items()
    ]
    return [
        *rows,
        NumberRow(megabytes(preview["size"], session), session.translator.text("staff.figure.size"), "size"),
    ]


def change_rows(rows: Sequence[Mapping[str, Any]], session: Session) -> list[ChangeRow]:
    """The events that differ, in the language of the session."""
    found = []
    for row in rows:
        kind, detail = row["kind"], "\n".join(session.localise(line) for line in row["lines"])
        badge = session.translator.text(find_sentence(_BADGES, kind) or "staff.kind.changed")
        found.append(ChangeRow(kind, badge, session.localise(row["title"]), detail))
    return found


def megabytes(size: int, session: Session) -> str:
    """A size in words: '42 MB', below 10 MB with one decimal: '0.4 MB'."""
    number = f"{size / MB:.0f}" if size >= 10 * MB else f"{max(size / MB, 0.1):.1f}"
    number = number if session.language == "en" else number.replace(".", ",")
    return session.translator.text("staff.megabytes", number=number)
