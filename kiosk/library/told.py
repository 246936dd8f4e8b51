"""A preview in sentences: what staff read before they decide."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby

from kiosk import dates
from kiosk.library.changes import Change, Kind
from kiosk.library.differences import Field
from kiosk.library.preview import Preview, Standing
from kiosk.library.wording import Wording
from kiosk.model import When
from kiosk.words import words
from kiosk.zones import zone

MOST = 50
"""How many events of a kind are named; of the others the number is told."""
MB = 1000**2
_KINDS = list(Kind)


def lines(preview: Preview, language: str) -> list[str]:
    """What would be installed, and what would then be different, indented as it belongs together."""
    return list(_Told(preview, language).lines())


class _Told:
    def __init__(self, preview: Preview, language: str) -> None:
        self._preview = preview
        self._language = language
        self._words = words(language)
        self._wording = Wording(language, preview.themes, preview.pack.languages)

    def lines(self) -> Iterator[str]:
        yield from self._heading()
        yield from self._whole()
        for change in self._preview.changes.venues:
            if change.kind is Kind.CHANGED:
                yield self._words.text("changes.venue", title=self._wording.title(change.title))
                yield from self._fields(change.fields)
        events = sorted(self._preview.changes.events, key=lambda change: _KINDS.index(change.kind))
        for kind, group in groupby(events, key=lambda change: change.kind):
            found = list(group)
            yield self._words.text(f"changes.events.{kind}", n=len(found))
            yield from self._listed(found)
        for code, lacking in groupby(self._preview.untranslated, key=lambda one: one.language):
            titles = [self._wording.title(one.title) for one in lacking]
            yield self._words.text(f"changes.untranslated.{code}", n=len(titles))
            yield from self._most([f"  – {title}" for title in titles])

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

    def _whole(self) -> Iterator[str]:
        """What differs in the campaign and its themes; what comes with a first programme needs no telling."""
        if self._preview.standing in (Standing.FIRST, Standing.BESIDE):
            return
        if self._preview.changes.campaign:
            yield self._words.text("changes.campaign")
            yield from self._fields(self._preview.changes.campaign)
        for change in self._preview.changes.themes:
            yield self._words.text(f"changes.theme.{change.kind}", title=self._wording.title(change.title))
            yield from self._fields(change.fields)

    def _listed(self, found: list[Change]) -> Iterator[str]:
        for change in found[:MOST]:
            yield f"  – {self._wording.title(change.title, self._time(change))}"
            # the heading has said the status already
            said = (field for field in change.fields if field.name != "status" or field.after != change.kind)
            yield from self._fields(said, "      ")
        yield from self._more(len(found))

    def _time(self, change: Change) -> When | None:
        """The time that tells an event from others; where it has changed it is told as that."""
        moved = any(field.name == "time" for field in change.fields)
        return None if moved else change.when

    def _fields(self, fields: Iterable[Field], indent: str = "  ") -> Iterator[str]:
        return (f"{indent}{line}" for line in self._wording.lines(fields))

    def _most(self, found: list[str]) -> Iterator[str]:
        yield from found[:MOST]
        yield from self._more(len(found))

    def _more(self, number: int) -> Iterator[str]:
        if number > MOST:
            yield "  " + self._words.text("changes.more", n=number - MOST)

    def _megabytes(self, size: int) -> str:
        said = f"{-(-size * 10 // MB) / 10:.1f}"
        return said if self._language == "en" else said.replace(".", ",")
