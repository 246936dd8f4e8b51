"""The result of an installation as lines for a terminal."""

from kiosk.i18n.translator import pick_translation, translator
from kiosk.library.install import Installation
from kiosk.library.trust.rights_text import request_lines


def installation_lines(installation: Installation, language: str) -> list[str]:
    """Return the result of an installation in sentences of `language`."""
    translation = translator(language)
    title = pick_translation(installation.pack.title, language)[0]
    facts = {"title": title, "version": installation.pack.version, "short_id": installation.pack.short_id}
    lines = [
        translation.text("library.already" if installation.already_shown else "library.installed", **facts)
    ]
    if installation.shared_events:
        lines.append(translation.text("library.shared", events=", ".join(installation.shared_events)))
    return lines + (request_lines(installation.request, language) if installation.request else [])
