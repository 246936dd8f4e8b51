"""How an installation ended, in sentences for a terminal."""

from kiosk.i18n.translator import pick, translator
from kiosk.library.install import Installation


def installation_lines(done: Installation, language: str) -> list[str]:
    """How an installation ended."""
    said = translator(language)
    title = pick(done.pack.title, language)[0]
    facts = {"title": title, "version": done.pack.version, "short_id": done.pack.short_id}
    lines = [said.text("library.already" if done.already_shown else "library.installed", **facts)]
    if done.shared_events:
        lines.append(said.text("library.shared", events=", ".join(done.shared_events)))
    return lines
