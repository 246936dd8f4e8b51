"""A receipt: what a kiosk tells its mission after each try to change the programme (docs/receipts.md)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

Counts = Mapping[str, Mapping[str, int | None]]
"""Views by what is counted ('event') and its id; None is a number too small to tell."""

MAX_COUNTS = 200
"""How many counts a receipt lists."""
MAX_ID_LENGTH = 64
MAX_PACKS = 4
"""How many packs of a generation a receipt lists."""
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
}
"""The texts of a receipt, all of one line, and how many characters they may have."""
PACK_TEXT_LENGTHS: Mapping[str, int] = {"publisher": 40, "title": 80, "short_id": 16}


class Result(StrEnum):
    """How a try ended."""

    INSTALLED = "installed"
    ALREADY = "already"
    REFUSED = "refused"
    FAILED = "failed"
    CANCELLED = "cancelled"
    ROLLED_BACK = "rolled_back"


@dataclass(frozen=True, slots=True)
class PackSummary:
    """A pack in short; it has been shown `since` that UTC second, 0 for one that is not shown."""

    publisher: str
    title: str
    version: int
    short_id: str
    since: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """Times are UTC seconds, sizes bytes; '' is what is not known.

    `kiosk` is short for the kiosk's own key, `number` counts its receipts. `system` is what the machine's
    clock said, `floor` the latest time known to have passed, `effective` what was counted with. `file` and
    `pack` are what was tried (a refused pack is as it calls itself), `code` and `reason` why it is not shown.
    `shown` is None when the library could not be read. `counts` are those since `counts_since` (0: ever).
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

    def to_fields(self) -> dict[str, Any]:
        """The same as plain values of JSON."""
        return asdict(self)
