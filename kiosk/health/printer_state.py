"""The printer's state in one word for receipts; imports the check only when it is called."""

DEADLINE = 1.0
"""Seconds CUPS has to answer: somebody may be waiting for the end of an installation."""


def printer_state() -> str:
    """'ready', 'attention' (also for a CUPS that does not answer) or 'none'."""
    from kiosk.health.checks.printer import check
    from kiosk.health.finding import Level

    level = check(deadline=DEADLINE).level
    return {Level.GOOD: "ready", Level.UNKNOWN: "none"}.get(level, "attention")
