"""The clock by which packs and keys are signed."""

import time
from datetime import UTC, datetime

from kiosk.base.clock import BUILD_DATE
from kiosk.base.errors import KioskError


def read_signing_clock() -> int:
    """The time of this computer in UTC seconds; KioskError 'authoring.clock' before the build date."""
    now = int(time.time())
    if now < BUILD_DATE:
        shown, built = (f"{datetime.fromtimestamp(at, UTC):%Y-%m-%d}" for at in (now, BUILD_DATE))
        raise KioskError("authoring.clock", shown=shown, built=built)
    return now


def signing_date() -> datetime:
    """The same as a date in UTC."""
    return datetime.fromtimestamp(read_signing_clock(), UTC)
