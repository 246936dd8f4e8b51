"""The printer's state in one word, as a receipt tells it; nothing is imported before it is asked for."""

DEADLINE = 1.0
"""Seconds CUPS has for its answer: somebody may be waiting for the end of an installation."""


def printer_state() -> str:
    """'ready', 'attention' (so is a CUPS that does not answer) or 'none'."""
    from kiosk.health.checks.printer import check
    from kiosk.health.finding import Level

    level = check(deadline=DEADLINE).level
    return {Level.GOOD: "ready", Level.UNKNOWN: "none"}.get(level, "attention")
