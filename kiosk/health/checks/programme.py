"""What visitors see: the programme that is shown, and whether it is the one installed, and whole."""

from collections.abc import Iterator

from kiosk import dates
from kiosk.base.model import Text
from kiosk.health.check_result import Check, Level
from kiosk.health.library_facts import Known
from kiosk.health.multilingual import everywhere, lines, said, sentence
from kiosk.i18n.translator import LANGUAGES, translator
from kiosk.store.records import InstalledPack

NAMED = 3
"""How many damaged files are named."""


def checks(known: Known) -> Iterator[Check]:
    """What is shown; with something to show also whether it is the newest, and undamaged."""
    if known.problem:
        yield Check("content", Level.BROKEN, sentence(known.problem), said("health.content.problem_do"))
        return
    if known.showing is None:
        state = "unreadable" if known.status.current else "empty"
        yield Check(
            "content", Level.BROKEN, said(f"health.content.{state}"), said(f"health.content.{state}_do")
        )
    else:
        yield Check("content", Level.GOOD, lines([_pack(pack) for pack in known.showing.packs]))
    if known.showing and known.showing.damaged:
        again = said("health.damage.do")
        yield Check("fallback", Level.ATTENTION, said("health.fallback.older"), again)
    elif _crashed(known):
        yield Check(
            "fallback", Level.ATTENTION, said("health.fallback.crashed"), said("health.fallback.crashed_do")
        )
    if damaged := known.status.damaged:
        names = ", ".join(damaged[:NAMED]) + (", …" if len(damaged) > NAMED else "")
        value = said("health.damage.files", n=len(damaged), names=names)
        yield Check("damage", Level.ATTENTION, value, said("health.damage.do"))
    elif known.status.current:
        yield Check("damage", Level.GOOD, said("health.damage.none"))


def _crashed(known: Known) -> bool:
    """Whether the programme shown is the one from before another that made the screen crash."""
    turns = [detail for _, what, detail in known.status.log if what in ("installed", "rolled_back")]
    return bool(turns) and turns[-1].get("because") == "crashes"


def _pack(pack: InstalledPack) -> Text:
    return said(
        "health.content.pack",
        title=everywhere(pack.title),
        version=pack.version,
        short_id=pack.short_id,
        events={code: translator(code).plural("health.events", pack.events) for code in LANGUAGES},
        updated={code: dates.day(pack.updated, code) for code in LANGUAGES},
    )
