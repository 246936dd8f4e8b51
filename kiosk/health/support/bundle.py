"""Puts a support bundle together, a ZIP archive of bounded size, and writes it to a stick or folder."""

import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path

from kiosk import __version__
from kiosk.base.export.export_file import export_file
from kiosk.base.limits import KIB
from kiosk.base.sentence_ids import SupportId
from kiosk.health.support import parts
from kiosk.health.support.parts import SupportFacts, guarded
from kiosk.health.support.redact import redact_values, redactor
from kiosk.health.support.system_facts import system_facts
from kiosk.i18n.translator import LANGUAGES, translator

MAX_PART, MAX_LOG = 192 * KIB, 512 * KIB
"""The longest file in the archive in bytes, and the longest log; together they are less than 2 MiB."""
_FILES: dict[str, SupportId] = {
    "health.txt": "support.health",
    "health.json": "support.health_json",
    "settings.json": "support.settings",
    "library.json": "support.library",
    "crashes.json": "support.crashes",
    "system.json": "support.system",
    "log.txt": "support.log",
}
"""The files beside the README, and what each of them is."""


def export_bundle(folder: Path, facts: SupportFacts, size: str) -> Path:
    """Write the bundle into `folder` and return its file; KioskErrors of `export_file`.

    `size` is that of the screen ('1920x1080'), '' where it is not known.
    """
    at = f"{datetime.fromtimestamp(facts.report.at, UTC):%Y-%m-%dT%H%M%SZ}"
    name = "-".join(filter(None, ("kiosk-support", facts.settings.corner, at)))
    file = folder / f"{name}.zip"
    export_file(file, make_bundle(facts, size))
    return file


def make_bundle(facts: SupportFacts, size: str) -> bytes:
    """The archive; a part that is too long loses its end, the log its beginning."""
    archive = BytesIO()
    date = datetime.fromtimestamp(facts.report.at, UTC).timetuple()[:6]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bundle:
        for name, data in _contents(facts, size):
            bundle.writestr(
                zipfile.ZipInfo(name, max(date, (1980, 1, 1, 0, 0, 0))), data, zipfile.ZIP_DEFLATED
            )
    return archive.getvalue()


def _contents(facts: SupportFacts, size: str) -> Iterator[tuple[str, bytes]]:
    redact = redactor(facts.settings.technician)
    yield "README.txt", _readme(facts).encode("utf-8-sig")  # as old editors of Windows need it
    yield "health.txt", _whole_letters(redact(parts.health_text(facts)).encode()[:MAX_PART])
    readers: dict[str, Callable[[], object]] = {
        "health.json": partial(parts.health_values, facts),
        "settings.json": partial(parts.settings_values, facts),
        "library.json": partial(parts.library_values, facts),
        "crashes.json": partial(parts.crash_values, facts),
        "system.json": partial(system_facts, facts.settings.library, size, facts.report.at),
    }
    for name, read in readers.items():
        yield name, _json(redact_values(guarded(read), redact))
    yield "log.txt", _whole_letters(redact(parts.log_text(facts)).encode()[-MAX_LOG:])


def _whole_letters(text: bytes) -> bytes:
    """A piece of UTF-8 text without the letters that were cut at its ends."""
    return text.decode("utf-8", "ignore").encode()


def _json(value: object) -> bytes:
    """The value as JSON text; one that is too long is left out, so that the text can be read."""
    data = json.dumps(value, ensure_ascii=False, indent=1).encode()
    return data if len(data) <= MAX_PART else json.dumps({"left_out_bytes": len(data)}).encode()


def _readme(facts: SupportFacts) -> str:
    """What is in the archive and what is not, in every language."""
    at = f"{datetime.fromtimestamp(facts.report.at, UTC):%Y-%m-%d %H:%M} UTC"
    lines = [f"Corner Kiosk {__version__} · {at} · {facts.settings.corner}".rstrip(" ·")]
    for language in LANGUAGES:
        words = translator(language)
        lines += ["", words.text("support.title"), ""]
        lines += [f"{name}: {words.text(id)}" for name, id in _FILES.items()]
        lines += ["", words.text("support.without")]
    return "\r\n".join([*lines, ""])
