"""The rules for times: their form, and that their bounds are those of their text (ADR 3)."""

from typing import NamedTuple

from kiosk.base.model import When
from kiosk.dates.bounds import parse_when
from kiosk.rules.rule import Rule

TOLERANCE = 2 * 60 * 60
"""Seconds by which bounds may differ from the text: governments change zone rules after a pack was built."""

FORM = Rule("when_form", "A time is written as [ADR 3](adr/0003-dates-as-edtf.md) says.")
BOUNDS = Rule(
    "bounds",
    "The bounds of a time are those of its text in its zone, give or take two hours, for zone rules change.",
)


class TimeColumns(NamedTuple):
    """A time in a table: the columns '<prefix>edtf', '…earliest' and '…latest', and SQL for its zone."""

    table: str
    prefix: str
    zone: str

    @property
    def query(self) -> str:
        """The distinct times of the table: text, zone and bounds."""
        columns = (f"{self.prefix}edtf", self.zone, f"{self.prefix}earliest", f"{self.prefix}latest")
        return f"SELECT DISTINCT {', '.join(columns)} FROM {self.table} WHERE {columns[0]} IS NOT NULL"


_PACK_ZONE = "(SELECT zone FROM campaign)"
TIME_COLUMNS = (
    TimeColumns("occurrence", "", "zone"),
    TimeColumns("occurrence", "original_", "zone"),
    TimeColumns("registration", "opens_", _PACK_ZONE),
    TimeColumns("registration", "closes_", _PACK_ZONE),
)


def find_violation(stored: When) -> Rule | None:
    """The rule that a stored time violates; its zone exists."""
    try:
        parsed = parse_when(stored.edtf, stored.zone)
    except ValueError:
        return FORM
    differences = (parsed.earliest - stored.earliest, parsed.latest - stored.latest)
    return BOUNDS if max(map(abs, differences)) > TOLERANCE else None
