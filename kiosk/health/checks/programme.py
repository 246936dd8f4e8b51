"""Checks the shown programme: that there is one, that it is the newest installed, and undamaged."""

from collections.abc import Iterator

from kiosk import dates
from kiosk.base.model import Text
from kiosk.health.finding import Finding, Level
from kiosk.health.library_facts import LibraryFacts
from kiosk.health.multilingual import fill_languages, join_lines, translate, translate_error
from kiosk.i18n.translator import LANGUAGES, translator
from kiosk.store.records import InstalledPack

MAX_NAMES = 3
"""The most damaged files that are named."""


def check(library: LibraryFacts) -> Iterator[Finding]:
    """The shown packs; if there are any, also whether they are the newest, and undamaged."""
    if library.problem:
        yield Finding(
            "content", Level.BROKEN, translate_error(library.problem), translate("health.content.problem_do")
        )
        return
    if library.programme is None:
        value, remedy = translate("health.content.empty"), translate("health.content.empty_do")
        if library.status.current:
            value = translate("health.content.unreadable")
            remedy = translate("health.content.unreadable_do")
        yield Finding("content", Level.BROKEN, value, remedy)
    else:
        yield Finding(
            "content", Level.GOOD, join_lines([_describe_pack(pack) for pack in library.programme.packs])
        )
    if library.programme and library.programme.damaged:
        remedy = translate("health.damage.do")
        yield Finding("fallback", Level.ATTENTION, translate("health.fallback.older"), remedy)
    elif _has_crashed(library):
        yield Finding(
            "fallback",
            Level.ATTENTION,
            translate("health.fallback.crashed"),
            translate("health.fallback.crashed_do"),
        )
    if damaged := library.status.damaged:
        names = ", ".join(damaged[:MAX_NAMES]) + (", …" if len(damaged) > MAX_NAMES else "")
        value = translate("health.damage.files", n=len(damaged), names=names)
        yield Finding("damage", Level.ATTENTION, value, translate("health.damage.do"))
    elif library.status.current:
        yield Finding("damage", Level.GOOD, translate("health.damage.none"))


def _has_crashed(library: LibraryFacts) -> bool:
    """Whether the shown programme was rolled back to after a newer one crashed the screen."""
    changes = ("installed", "rolled_back", "rolled_forward")
    turns = [detail for _, what, detail in library.status.log if what in changes]
    return bool(turns) and turns[-1].get("because") == "crashes"


def _describe_pack(pack: InstalledPack) -> Text:
    return translate(
        "health.content.pack",
        title=fill_languages(pack.title),
        version=pack.version,
        short_id=pack.short_id,
        events={code: translator(code).plural("health.events", pack.events) for code in LANGUAGES},
        updated={code: dates.format_day(pack.updated, code) for code in LANGUAGES},
    )
