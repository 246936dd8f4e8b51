"""Checks the trusted publishers and the expiry of their keys."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.base.limits import DAY
from kiosk.base.model import Text
from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import format_day, join_lines, translate, translate_error
from kiosk.library.trust.trusted_roots import TrustedRoot, read_trusted_roots

EXPIRES_SOON = 180 * DAY
"""Seconds before the expiry of a publisher's keys from which on staff are warned."""


def check(library: Path, now: int, zone_name: str) -> Iterator[Finding]:
    """List the trusted publishers with the state of their keys at `now` (UTC seconds)."""
    try:
        roots = read_trusted_roots(library)
    except KioskError as problem:
        yield Finding("trust", Level.BROKEN, translate_error(problem), translate("health.trust.problem_do"))
        return
    if not roots:
        yield Finding(
            "trust", Level.ATTENTION, translate("health.trust.nobody"), translate("health.trust.nobody_do")
        )
        return
    value = join_lines([_describe_publisher(root, now, zone_name) for root in roots])
    expires = min(root.expires for root in roots)
    if expires <= now:
        yield Finding("trust", Level.BROKEN, value, translate("health.trust.over_do"))
    elif expires <= now + EXPIRES_SOON:
        yield Finding("trust", Level.ATTENTION, value, translate("health.trust.soon_do"))
    else:
        yield Finding("trust", Level.GOOD, value)


def _describe_publisher(root: TrustedRoot, now: int, zone_name: str) -> Text:
    return translate(
        "health.trust.over" if root.expires <= now else "health.trust.holds",
        name=root.name,
        number=root.number,
        until=format_day(root.expires, zone_name),
    )
