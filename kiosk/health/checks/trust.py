"""Whose packs are taken, and until when their keys hold."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.base.limits import DAY
from kiosk.base.model import Text
from kiosk.health.check_result import Check, Level
from kiosk.health.multilingual import day, lines, said, sentence
from kiosk.library.trusted_roots import TrustedRoot, read_trusted_roots

SOON = 180 * DAY
"""Seconds before the end of a publisher's keys from which on staff are told."""


def checks(library: Path, now: int, zone_name: str) -> Iterator[Check]:
    """Every publisher that is trusted, as seen at `now` (UTC seconds)."""
    try:
        found = read_trusted_roots(library)
    except KioskError as problem:
        yield Check("trust", Level.BROKEN, sentence(problem), said("health.trust.problem_do"))
        return
    if not found:
        yield Check("trust", Level.ATTENTION, said("health.trust.nobody"), said("health.trust.nobody_do"))
        return
    value = lines([_told(root, now, zone_name) for root in found])
    end = min(root.expires for root in found)
    if end <= now:
        yield Check("trust", Level.BROKEN, value, said("health.trust.over_do"))
    elif end <= now + SOON:
        yield Check("trust", Level.ATTENTION, value, said("health.trust.soon_do"))
    else:
        yield Check("trust", Level.GOOD, value)


def _told(root: TrustedRoot, now: int, zone_name: str) -> Text:
    state = "over" if root.expires <= now else "holds"
    return said(
        f"health.trust.{state}", name=root.name, number=root.number, until=day(root.expires, zone_name)
    )
