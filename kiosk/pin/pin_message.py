"""The status of the staff PIN in one sentence."""

from math import ceil

from kiosk.i18n.translator import translator
from kiosk.pin.lockout import PinStatus

MINUTES_FROM_SECONDS = 120
"""From so many seconds on, a wait is given in minutes."""


def pin_message(status: PinStatus, language: str) -> str:
    """Return the sentence for a PIN status in `language`."""
    translation = translator(language)
    if status.right:
        return translation.text("pin.right")
    if status.missing:
        return translation.text("pin.missing")
    if status.locked:
        return translation.text("pin.locked")
    if status.wait >= MINUTES_FROM_SECONDS:
        return translation.plural("pin.wait_minutes", ceil(status.wait / 60))
    if status.wait:
        return translation.plural("pin.wait", status.wait)
    return translation.plural("pin.wrong", status.left)
