"""Whose packs are taken, and until when their keys hold."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.base.limits import DAY
from kiosk.base.model import Text
from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import format_day, join_lines, translate, translate_error
from kiosk.library.trusted_roots import TrustedRoot, read_trusted_roots

EXPIRES_SOON = 180 * DAY
"""Seconds before the end of a publisher's keys from which on staff are told."""


def check(library: Path, now: int, zone_name: str) -> Iterator[Finding]:
    """Every publisher that is trusted, as seen at `now` (UTC seconds)."""
    try:
        found = read_trusted_roots(library)
    except KioskError as problem:
        yield Finding("trust", Level.BROKEN, translate_error(problem), translate("health.trust.problem_do"))
        return
    if not found:
        yield Finding(
            "trust", Level.ATTENTION, translate("health.trust.nobody"), translate("health.trust.nobody_do")
        )
        return
    value = join_lines([_describe_publisher(root, now, zone_name) for root in found])
    end = min(root.expires for root in found)
    if end <= now:
        yield Finding("trust", Level.BROKEN, value, translate("health.trust.over_do"))
    elif end <= now + EXPIRES_SOON:
        yield Finding("trust", Level.ATTENTION, value, translate("health.trust.soon_do"))
    else:
        yield Finding("trust", Level.GOOD, value)


def _describe_publisher(root: TrustedRoot, now: int, zone_name: str) -> Text:
    state = "over" if root.expires <= now else "holds"
    return translate(
        f"health.trust.{state}", name=root.name, number=root.number, until=format_day(root.expires, zone_name)
    )
