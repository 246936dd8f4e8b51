"""Whether a newer programme should have come by now; what is shown stays in any case."""

from collections.abc import Iterator

from kiosk.health.check_result import Check, Level
from kiosk.health.library_facts import Known
from kiosk.health.multilingual import day, everywhere, lines, said


def checks(known: Known, now: int) -> Iterator[Check]:
    """The day until which each pack counts as fresh, as seen at `now` (UTC seconds)."""
    packs = known.showing.packs if known.showing else ()
    if stale := [pack for pack in packs if pack.fresh_until < now]:
        told = [
            said(
                "health.freshness.stale",
                title=everywhere(pack.title),
                until=day(pack.fresh_until, known.zone),
            )
            for pack in stale
        ]
        yield Check("freshness", Level.ATTENTION, lines(told), said("health.freshness.stale_do"))
    elif packs:
        until = day(min(pack.fresh_until for pack in packs), known.zone)
        yield Check("freshness", Level.GOOD, said("health.freshness.fresh", until=until))
