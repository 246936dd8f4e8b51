"""Checks whether a newer programme is overdue; the shown programme stays in any case."""

from collections.abc import Iterator

from kiosk.health.finding import Finding, Level
from kiosk.health.library_facts import LibraryFacts
from kiosk.health.multilingual import fill_languages, format_day, join_lines, translate


def check(library: LibraryFacts, now: int) -> Iterator[Finding]:
    """Compare the day until which each pack is fresh with `now` (UTC seconds)."""
    packs = library.programme.packs if library.programme else ()
    if stale := [pack for pack in packs if pack.fresh_until < now]:
        texts = [
            translate(
                "health.freshness.stale",
                title=fill_languages(pack.title),
                until=format_day(pack.fresh_until, library.zone),
            )
            for pack in stale
        ]
        yield Finding("freshness", Level.ATTENTION, join_lines(texts), translate("health.freshness.stale_do"))
    elif packs:
        until = format_day(min(pack.fresh_until for pack in packs), library.zone)
        yield Finding("freshness", Level.GOOD, translate("health.freshness.fresh", until=until))
