"""The result of a scan as lines for a terminal."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.base.display_text import NAME_LENGTH, display_line
from kiosk.base.sentence_ids import SentenceId
from kiosk.delivery.scan import ScanResult
from kiosk.i18n.translator import pick_translation, translator
from kiosk.library.trust.rights_text import request_lines
from kiosk.preview.standing import Standing

_STANDINGS: dict[Standing, SentenceId] = {
    Standing.FIRST: "sources.standing.first",
    Standing.NEWER: "sources.standing.newer",
    Standing.ALREADY: "sources.standing.already",
    Standing.REPAIR: "sources.standing.repair",
    Standing.BESIDE: "sources.standing.beside",
}


def scan_lines(scan: ScanResult, folders: Sequence[Path], language: str) -> list[str]:
    """Return a line for each pack in the folders that were scanned, and which one to install."""
    translation = translator(language)
    lines = [] if scan.packs else [translation.text("sources.none", path=", ".join(map(str, folders)))]
    for scanned in scan.packs:
        name = display_line(scanned.file.name, NAME_LENGTH)
        if scanned.pack and isinstance(scanned.standing, Standing):
            title = pick_translation(scanned.pack.title, language)[0]
            facts = {"version": scanned.pack.version, "short_id": scanned.pack.short_id}
            facts |= {"name": name, "title": title, "publisher": scanned.publisher}
            lines.append(translation.text(_STANDINGS[scanned.standing], **facts))
        else:
            lines.append(translation.text("sources.refused", name=name, reason=scanned.error))
        if scanned.request:
            lines += request_lines(scanned.request, language, name)
    if scan.best is not None:
        lines.append(translation.text("sources.best", name=scan.packs[scan.best].file.name))
    lines += (translation.text(note.code, **note.detail) for note in scan.notes)
    return lines
