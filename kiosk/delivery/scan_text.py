"""The packs on a stick or a share, in sentences for a terminal."""

from pathlib import Path

from kiosk.delivery.scan import ScanResult
from kiosk.i18n.translator import pick, translator


def scan_lines(found: ScanResult, folder: Path, language: str) -> list[str]:
    """A line for each pack on a stick or share mounted at `folder`, and which to install."""
    said = translator(language)
    told = [] if found.packs else [said.text("sources.none", path=folder)]
    for offer in found.packs:
        name = offer.file.name
        if offer.pack:
            title = pick(offer.pack.title, language)[0]
            facts = {"version": offer.pack.version, "short_id": offer.pack.short_id}
            facts |= {"name": name, "title": title, "publisher": offer.publisher}
            told.append(said.text(f"sources.standing.{offer.standing}", **facts))
        else:
            told.append(said.text("sources.refused", name=name, reason=offer.error))
    if found.best is not None:
        told.append(said.text("sources.best", name=found.packs[found.best].file.name))
    if found.skipped:
        told.append(said.text("sources.left_out", n=found.skipped))
    return told
