"""Flyers for tests: their context, programmes made for a test, and what other programs read from a PDF."""

import re
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

import numpy
import pypdfium2
import pytest

from kiosk.base import settings, time_zones
from kiosk.base.clock import parse_local_time
from kiosk.base.model import Event
from kiosk.flyers.flyer_context import FlyerContext
from kiosk.flyers.make_flyers import build_document, build_sheets
from kiosk.flyers.order import FlyerKind, Order
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.programme.shown_programme import ShownProgramme, open_library
from kiosk.store.catalogue import Catalogue
from kiosk.typesetting.paper import Ink, Paper
from kiosk.typesetting.proofread import render_grey_page
from kiosk.typesetting.sheet import Sheet
from kiosk.typesetting.typeset import typeset
from kiosk.typography.rules import JOINER
from tests.qr_reader import read_qr
from tests.screen_kit import AT, demo, run_cli
from tests.source_builder import SourceChanges, write_source
from tests.unit.store.sample import NOW
from tests.unit.viewmodels.sessions import PACK, database_with_events

__all__ = ["demo", "publisher"]

MM = 72 / 25.4
"""Points of a millimetre."""
CODE_MARGIN = 8
"""Dots around the position that a reader reports: less than the quiet zone, more than the reader's error."""
HOURS = {"kk": "Дс–Сб, 10:00–19:00", "ru": "Пн–Сб, 10:00–19:00", "en": "Mon–Sat, 10:00–19:00"}


class Word(NamedTuple):
    """A word on a page and its bounding box, in points from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class FoundCode(NamedTuple):
    """A code on a page: its payload, error correction level, and the box of its modules in millimetres."""

    payload: str
    level: str
    left: float
    top: float
    right: float
    bottom: float


class SamplePublisher:
    """A publisher that the library in `folder` trusts, and who installs programmes there."""

    def __init__(self, folder: Path, id: str = "mission", rank: int = 0) -> None:
        self.folder, self.library, self._keys = folder, folder / "library", folder / f"keys-{id}"
        self._count = 0
        options = ("--publisher", id, "--host", "kz.usembassy.gov", "--rank", rank)
        run_cli("keys", "new", self._keys, *options)
        run_cli("trust", "add", self._keys / "root.json", "--library", self.library)

    def install(self, changes: SourceChanges | None = None) -> Path:
        """Install the small programme of tests/source_builder.py with `changes`; the library's path."""
        self._count += 1
        source = write_source(self.folder / f"{self._keys.name}-{self._count}", changes)
        pack = source / "pack.toml"
        pack.write_text(
            re.sub(r"version = \d+", f"version = {self._count}", pack.read_text("utf-8")), "utf-8"
        )
        built = self.folder / f"{self._keys.name}-{self._count}.kpack"
        run_cli("pack", "build", source, "-o", built, "--keys", self._keys)
        run_cli("install", built, "--library", self.library)
        return self.library


@pytest.fixture
def publisher(tmp_path: Path) -> SamplePublisher:
    """A publisher with a library that trusts it."""
    return SamplePublisher(tmp_path)


def context_at(library: Path, at: str = AT, **chosen: Any) -> FlyerContext:
    """The context of that library at a local time, with `chosen` settings."""
    programme = open_library(library)
    now = parse_local_time(at, time_zones.zone(programme.catalogue.campaign().zone))
    return FlyerContext(programme, replace(settings.Settings(library=library), **chosen), now)


def context_of(*events: Event, now: int = NOW, **chosen: Any) -> FlyerContext:
    """The context of a programme with these events, with `chosen` settings."""
    programme = CombinedCatalogue((Catalogue(database_with_events(*events)),))
    return FlyerContext(
        ShownProgramme(1, (PACK,), programme, Path("/nowhere")), settings.Settings(**chosen), now
    )


def upcoming_event_ids(context: FlyerContext) -> tuple[str, ...]:
    """The ids of all upcoming events."""
    return tuple(card.id for card in context.programme.catalogue.cards(context.now))


def typeset_unproofed(
    context: FlyerContext, kind: FlyerKind, subjects: Iterable[str], *languages: str, paper: Paper = Paper.A4,
    ink: Ink = Ink.COLOUR,
) -> tuple[bytes, tuple[Sheet, ...]]:  # fmt: skip
    """A PDF without proofreading, which takes most of the time, and its sheets."""
    order = Order(kind, tuple(subjects), languages, paper, ink)
    sheets = build_sheets(context, order, 1)
    return typeset(build_document(context, order, sheets)), sheets


def page_texts(pdf: bytes) -> list[str]:
    """The text that poppler extracts from each page, without spaces, as lines break anywhere."""
    extracted = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return ["".join(page.split()).replace(JOINER, "") for page in extracted.stdout.decode().split("\f")[:-1]]


def word_boxes(pdf: bytes) -> list[tuple[float, float, list[Word]]]:
    """The width and height of each page in points, and the words that poppler finds on it."""
    extracted = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    pages: list[tuple[float, float, list[Word]]] = []
    for line in extracted.stdout.decode().splitlines():
        if found := re.search(r'<page width="([\d.]+)" height="([\d.]+)"', line):
            pages.append((float(found[1]), float(found[2]), []))
        elif found := re.search(r'xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*)</word>', line):
            pages[-1][2].append(Word(*map(float, found.groups()[:4]), unescape(found[5])))
    return pages


def find_codes(pdf: bytes, page: int = 0, dpi: int = 300) -> list[FoundCode]:
    """The codes on a page, as a printer of this resolution draws them."""
    rendered = render_grey_page(pdf, page, dpi)
    dark = numpy.asarray(rendered) < 128
    found = []
    for code in read_qr(rendered):
        corners = [getattr(code.position, name) for name in
                   ("top_left", "top_right", "bottom_right", "bottom_left")]  # fmt: skip
        left, top = (min(getattr(corner, axis) for corner in corners) - CODE_MARGIN for axis in "xy")
        right, bottom = (max(getattr(corner, axis) for corner in corners) + CODE_MARGIN for axis in "xy")
        part = dark[top:bottom, left:right]
        columns, rows = (numpy.flatnonzero(part.any(axis=axis)) for axis in (0, 1))
        box = (left + columns[0], top + rows[0], left + columns[-1] + 1, top + rows[-1] + 1)
        found.append(
            FoundCode(code.bytes.decode(), code.ec_level, *(float(side) * 25.4 / dpi for side in box))
        )
    return found


def count_pages(pdf: bytes) -> int:
    """The number of pages, counted by pdfium."""
    return len(pypdfium2.PdfDocument(pdf))
