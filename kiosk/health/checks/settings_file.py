"""Checks that every line of the settings file counts."""

from collections.abc import Iterator

from kiosk.base.settings import LoadedSettings
from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import translate, translate_error


def check(loaded: LoadedSettings) -> Iterator[Finding]:
    """A finding about the lines to be corrected, if there are any; BROKEN when the library is in doubt."""
    fault = loaded.error("settings.faults")
    if fault is None:
        return
    if loaded.is_library_certain:
        yield Finding("settings", Level.ATTENTION, translate_error(fault), translate("health.settings.do"))
    else:
        remedy = translate("health.settings.library_do", library=loaded.settings.library)
        yield Finding("settings", Level.BROKEN, translate_error(fault), remedy)
