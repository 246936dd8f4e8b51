"""A preview as lines of text for staff."""

from collections.abc import Iterator
from datetime import datetime

from kiosk import dates
from kiosk.base.model import When
from kiosk.base.time_zones import zone
from kiosk.i18n.translator import translator
from kiosk.library.trust.rights_text import request_lines
from kiosk.preview.change_list import build_sections
from kiosk.preview.change_text import ChangeFormatter
from kiosk.preview.preview import Preview
from kiosk.preview.standing import Standing

MEGABYTE = 1000**2


def preview_lines(preview: Preview, language: str) -> list[str]:
    """The pack that would be installed and its changes, indented by section."""
    return list(_PreviewText(preview, language).lines())


class _PreviewText:
    def __init__(self, preview: Preview, language: str) -> None:
        self._preview = preview
        self._language = language
        self._translator = translator(language)
        self._formatter = ChangeFormatter(language, preview.themes, preview.pack.languages)

    def lines(self) -> Iterator[str]:
        yield from self._heading_lines()
        for section in build_sections(self._preview, self._language):
            before, indent = ("  – ", "      ") if section.heading else ("", "  ")
            if section.heading:
                yield self._translator.text(section.heading, n=section.number)
            for row in section.rows:
                yield before + row.title
                yield from (indent + line for line in dict.fromkeys(row.lines))
            if more := section.number - len(section.rows):
                yield "  " + self._translator.text("changes.more", n=more)

    def _heading_lines(self) -> Iterator[str]:
        preview, pack = self._preview, self._preview.pack
        title = self._formatter.title(pack.title)
        yield self._translator.text("changes.pack", title=title, version=pack.version, short_id=pack.short_id)
        yield self._translator.text("changes.signed", publisher=preview.publisher, at=self._signed_at())
        if preview.request:
            yield from request_lines(preview.request, self._language)
        size, copied = self._megabytes(preview.size), self._megabytes(preview.copied)
        yield self._translator.text("changes.size", events=pack.events, size=size, copied=copied)
        yield self._standing_line()
        if preview.standing is Standing.NEWER and not preview.changes:
            yield self._translator.text("changes.none")

    def _standing_line(self) -> str:
        text, shown = self._translator.text, self._preview.shown
        match self._preview.standing:
            case Standing.FIRST:
                return text("changes.standing.first")
            case Standing.NEWER:
                return text("changes.standing.newer", version=shown.version if shown else "")
            case Standing.ALREADY:
                return text("changes.standing.already")
            case Standing.REPAIR:
                return text("changes.standing.repair")
            case Standing.BESIDE:
                title = self._formatter.title(shown.title) if shown else ""
                return text("changes.standing.beside", title=title)

    def _signed_at(self) -> str:
        seconds, name = self._preview.pack.signed_at, self._preview.zone
        written = f"{datetime.fromtimestamp(seconds, zone(name)):%Y-%m-%dT%H:%M}"
        return dates.format_time(When(written, name, seconds, seconds), self._language, None)

    def _megabytes(self, size: int) -> str:
        text = f"{-(-size * 10 // MEGABYTE) / 10:.1f}"
        return text if self._language == "en" else text.replace(".", ",")
