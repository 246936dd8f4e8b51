"""What staff read: which packs there are, what one would change, and how its installation ended."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from kiosk import dates
from kiosk.library.install import Installation
from kiosk.library.look import Look
from kiosk.library.preview import Preview, Standing
from kiosk.library.rows import sections
from kiosk.library.wording import Wording
from kiosk.model import When
from kiosk.words import pick, words
from kiosk.zones import zone

MB = 1000**2


def lines(preview: Preview, language: str) -> list[str]:
    """What would be installed, and what would then be different, indented as it belongs together."""
    return list(_Told(preview, language).lines())


def outcome(done: Installation, language: str) -> list[str]:
    """How an installation ended."""
    said = words(language)
    title = pick(done.pack.title, language)[0]
    facts = {"title": title, "version": done.pack.version, "short_id": done.pack.short_id}
    lines = [said.text("library.already" if done.already else "library.installed", **facts)]
    if done.shared:
        lines.append(said.text("library.shared", events=", ".join(done.shared)))
    return lines


def packs(found: Look, folder: Path, language: str) -> list[str]:
    """A line for each pack on a stick or share mounted at `folder`, and which to install."""
    said = words(language)
    told = [] if found.offers else [said.text("sources.none", path=folder)]
    for offer in found.offers:
        name = offer.file.name
        if offer.pack:
            title = pick(offer.pack.title, language)[0]
            facts = {"version": offer.pack.version, "short_id": offer.pack.short_id}
            facts |= {"name": name, "title": title, "publisher": offer.publisher}
            told.append(said.text(f"sources.standing.{offer.standing}", **facts))
        else:
            told.append(said.text("sources.refused", name=name, reason=offer.error))
    if found.best is not None:
        told.append(said.text("sources.best", name=found.offers[found.best].file.name))
    if found.left_out:
        told.append(said.text("sources.left_out", n=found.left_out))
    return told


class _Told:
    def __init__(self, preview: Preview, language: str) -> None:
        self._preview = preview
        self._language = language
        self._words = words(language)
        self._wording = Wording(language, preview.themes, preview.pack.languages)

    def lines(self) -> Iterator[str]:
        yield from self._heading()
        for section in sections(self._preview, self._language):
            before, indent = ("  – ", "      ") if section.heading else ("", "  ")
            if section.heading:
                yield self._words.text(section.heading, n=section.number)
            for row in section.rows:
                yield before + row.title
                yield from (indent + line for line in dict.fromkeys(row.lines))
            if more := section.number - len(section.rows):
                yield "  " + self._words.text("changes.more", n=more)

    def _heading(self) -> Iterator[str]:
        preview, pack = self._preview, self._preview.pack
        title = self._wording.title(pack.title)
        yield self._words.text("changes.pack", title=title, version=pack.version, short_id=pack.short_id)
        yield self._words.text("changes.signed", publisher=preview.publisher, at=self._signed_at())
        size, copied = self._megabytes(preview.size), self._megabytes(preview.copied)
        yield self._words.text("changes.size", events=pack.events, size=size, copied=copied)
        shown = preview.shown
        facts = {"title": self._wording.title(shown.title), "version": shown.version} if shown else {}
        yield self._words.text(f"changes.standing.{preview.standing}", **facts)
        if preview.standing is Standing.NEWER and not preview.changes:
            yield self._words.text("changes.none")

    def _signed_at(self) -> str:
        seconds, name = self._preview.pack.signed_at, self._preview.zone
        written = f"{datetime.fromtimestamp(seconds, zone(name)):%Y-%m-%dT%H:%M}"
        return dates.in_words(When(written, name, seconds, seconds), self._language, None)

    def _megabytes(self, size: int) -> str:
        said = f"{-(-size * 10 // MB) / 10:.1f}"
        return said if self._language == "en" else said.replace(".", ",")
