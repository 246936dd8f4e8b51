"""How a try of the staff PIN ended, in one sentence."""

from math import ceil

from kiosk.i18n.translator import translator
from kiosk.pin.lockout import PinStatus

MINUTES_FROM = 120
"""Seconds of waiting from which on minutes are told."""


def pin_message(verdict: PinStatus, language: str) -> str:
    """What to say to whoever typed the PIN."""
    said = translator(language)
    if verdict.right:
        return said.text("pin.right")
    if verdict.missing:
        return said.text("pin.missing")
    if verdict.locked:
        return said.text("pin.locked")
    if verdict.wait >= MINUTES_FROM:
        return said.plural("pin.wait_minutes", ceil(verdict.wait / 60))
    if verdict.wait:
        return said.plural("pin.wait", verdict.wait)
    return said.plural("pin.wrong", verdict.left)
