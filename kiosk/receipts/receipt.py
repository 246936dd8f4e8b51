"""A receipt: a kiosk's report to its mission of an attempt to change the programme (docs/receipts.md)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

Counts = Mapping[str, Mapping[str, int | None]]
"""Views by metric ('event') and id; None is a number too small to report."""

MAX_COUNTS = 200
"""The most counts in a receipt."""
MAX_ID_LENGTH = 64
MAX_PACKS = 4
"""The most packs of a generation in a receipt."""
LATEST_TIME = 253_402_300_799
"""The last second of the year 9999."""
TEXT_LENGTHS: Mapping[str, int] = {
    "corner": MAX_ID_LENGTH,
    "kiosk": 12,
    "file": 100,
    "code": MAX_ID_LENGTH,
    "reason": 320,
    "program": 32,
    "screen": 16,
    "language": 16,
    "printer": 100,
    "asks": 320,
}
"""The highest number of characters of each text field; all are of one line."""
PACK_TEXT_LENGTHS: Mapping[str, int] = {"publisher": 40, "title": 80, "short_id": 16}


class Result(StrEnum):
    """How an attempt ended."""

    INSTALLED = "installed"
    ALREADY = "already"
    REFUSED = "refused"
    FAILED = "failed"
    CANCELLED = "cancelled"
    ROLLED_BACK = "rolled_back"
    ROLLED_FORWARD = "rolled_forward"


@dataclass(frozen=True, slots=True)
class PackSummary:
    """A pack as listed in a receipt; `since` is the UTC second it came on the screen, 0 if not there."""

    publisher: str
    title: str
    version: int
    short_id: str
    since: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """Times are UTC seconds, sizes bytes; '' is what is not known.

    `kiosk` is the short id of the kiosk's own key, `number` counts its receipts. `system` is the time of
    the machine's clock, `floor` the time floor, `effective` the time that was used. `file` and `pack` are
    what was attempted (a refused pack as it describes itself), `code` and `reason` why it is not shown.
    `shown` is None when the library could not be read. `counts` are those since `counts_since` (0: ever).
    `asks` is what publishers ask for beyond the rights that staff have granted them.
    """

    corner: str
    kiosk: str
    number: int
    effective: int
    system: int
    floor: int
    file: str
    pack: PackSummary | None
    result: Result
    code: str
    reason: str
    shown: tuple[PackSummary, ...] | None
    previous: tuple[PackSummary, ...]
    free: int
    size: int
    program: str
    screen: str
    language: str
    printer: str
    counts: Counts
    counts_since: int
    counts_left_out: int
    asks: str = ""

    def to_fields(self) -> dict[str, Any]:
        """The fields as JSON values."""
        return asdict(self)
