"""Self-checks of tests/bench, without the programs that it compares."""

import json
import re
import shutil
import subprocess
import sys
import time
import tomllib
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from kiosk.base.clock import Clock
from kiosk.base.paths import resources
from kiosk.base.settings import Settings
from kiosk.programme.shown_programme import open_library
from kiosk.store.catalogue import Catalogue
from kiosk.typesetting.proofread import count_pages, read_qr_codes, render_grey_page
from kiosk.typography.rules import JOINER
from kiosk.viewmodels.session import Session
from tests.bench import demo, results, screens
from tests.bench.display import Recording, start_display
from tests.bench.finger import open_finger
from tests.bench.flyers import compare, design, programme
from tests.bench.flyers.measure import load_peers, measure_flyers
from tests.bench.memory import session_memory
from tests.bench.programs import Program, end_program
from tests.bench.results import Result
from tests.bench.series import measure_series, plain_database, with_series
from tests.bench.web_page.document import write_page
from tests.library_kit import DAY_AFTER_SIGNING, LibraryKit, sample_publisher
from tests.pdf_kit import pdf_text
from tests.screen_kit import application

WINDOW = """
import sys
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QRasterWindow

class Window(QRasterWindow):
    colour = "green"
    def paintEvent(self, event):
        painter = QPainter(self)
        painter.fillRect(0, 0, 1920, 1080, QColor(self.colour))
        painter.end()
    def mousePressEvent(self, event):
        self.colour = "red"
        self.update()
    def mouseReleaseEvent(self, event):
        self.colour = "blue"
        self.update()

app = QGuiApplication(sys.argv)
window = Window()
window.resize(1920, 1080)
window.show()
app.exec()
"""


def recording(*pictures: list[int]) -> Recording:
    return Recording(
        0, [(number / 10, np.array(picture, np.uint32)) for number, picture in enumerate(pictures, 1)]
    )


def test_the_final_picture_is_the_one_that_stays() -> None:
    recorded = recording([1, 0], [9, 9], [1, 9], [2, 9])
    assert recorded.time_to_first_change() == 0.1
    assert recorded.time_to_final_picture() == 0.4


def test_a_first_picture_that_stays_is_the_final_picture() -> None:
    assert recording([1, 2]).time_to_final_picture() == 0.1
    assert recording([1, 2], [3, 2], [3, 2]).time_to_final_picture() == 0.2


def test_a_screen_that_never_changes_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing changed"):
        recording().time_to_final_picture()


def test_results_are_written_as_a_table_and_as_json(tmp_path: Path) -> None:
    found = [Result("speed", 1.0, 4.0, "cheetah", "s"), Result("weight", 3.0, None, "elephant", "kg")]
    lines = results.format_table(found).splitlines()
    assert lines[1].split() == ["speed", "1.0", "4.0", "0.25", "s", "cheetah"]
    assert "skipped" in lines[2]
    results.write_json(found, tmp_path / "new/bench.json")
    speed, weight = json.loads((tmp_path / "new/bench.json").read_text())
    assert speed == {
        "name": "speed", "ours": 1.0, "peer": 4.0, "peer_name": "cheetah", "ratio": 0.25, "unit": "s",
    }  # fmt: skip
    assert weight["peer"] is None
    assert weight["ratio"] is None


def test_the_web_page_holds_the_whole_programme_in_one_file(tmp_path: Path) -> None:
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1)
    showing = open_library(kit.folder)
    session = Session(Settings(), Clock.rehearsal(DAY_AFTER_SIGNING.now()), showing, "kk")
    application()
    write_page(session, tmp_path / "page.html")
    html = (tmp_path / "page.html").read_text("utf-8")
    templates = set(re.findall(r'<template id="([^"]+)"', html))
    for card in showing.catalogue.cards(None):
        assert {f"{code}/event-{card.id}" for code in ("kk", "ru", "en")} <= templates
    for page in ("home", "calendar", "map", "search", "tray"):
        assert {f"{code}/{page}" for code in ("kk", "ru", "en")} <= templates
    assert set(re.findall(r'data-go="([^"]+)"', html)) <= {name.partition("/")[2] for name in templates}
    assert set(re.findall(r"url\((\w+):", html)) == {"data"}
    assert not re.search(r'\b(src|href)="(?!#|file://)', html)
    ours = {f"{file.parent.name}-{file.stem}" for file in resources().glob("icons/*/*.svg")}
    assert ours & set(re.findall(r'href="#([^"]+)"', html)) == set(re.findall(r'<symbol id="([^"]+)"', html))


def test_session_memory_includes_all_processes(tmp_path: Path) -> None:
    large = "kept = b'x' * (32 << 20); pathlib.Path(sys.argv[1]).touch(); time.sleep(60)"
    large = f"import pathlib, sys, time; {large}"
    start = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {large!r}, sys.argv[1]])"
    marks = [tmp_path / "alone", tmp_path / "family"]
    alone, family = (
        Program(mark.name, [sys.executable, "-c", code, mark], {})
        for mark, code in zip(marks, (large, start), strict=True)
    )
    with alone.running("") as one, family.running("") as two:
        deadline = time.monotonic() + 20
        while not all(mark.exists() for mark in marks) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert 32 << 20 < session_memory(one.pid) < session_memory(two.pid)


def test_the_measuring_process_does_not_load_qt(checkout: Path) -> None:
    ask = "import sys, tests.bench.__main__; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", ask], cwd=checkout, capture_output=True, text=True, check=True
    )
    assert not [name for name in loaded.stdout.split() if name.startswith("PySide6")]


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
def test_a_tap_is_measured_at_press_and_at_release(tmp_path: Path) -> None:
    window = Program("window", [sys.executable, "-c", WINDOW], {}, {"QT_QPA_PLATFORM": "xcb"})
    with start_display(tmp_path) as screen, open_finger(screen.name) as one:
        blank = screen.sample_pixels()
        shown = screen.record(lambda: None, 0.1)
        assert shown.frames == []
        process = window.start(screen.name)
        try:
            assert screen.record(lambda: None, 20, rest=0.3).frames
            pressed, released = screens.timed_tap(screen, one, 900, 500)
        finally:
            end_program(process)
        assert 0 < pressed < 5
        assert 0 < released < 5
        screen.wait_for(blank, 5)


def test_the_programme_for_flyers_has_different_events(tmp_path: Path) -> None:
    source = programme.write_programme(tmp_path / "source", 130)
    events = [tomllib.loads(file.read_text("utf-8")) for file in (source / "events").iterdir()]
    assert len({event["title"]["kk"] for event in events}) == 130
    assert all(len(event["body"]["kk"]) in range(200, 700) for event in events)


def test_all_flyer_makers_print_the_same_text(tmp_path: Path) -> None:
    source = programme.write_programme(tmp_path / "source", programme.WARM_UP_EVENTS + 1)
    installed = demo.build_demo(tmp_path / "made", source)
    figures = measure_flyers(installed.library, tmp_path / "kiosk.toml", flyers=1, rounds=1)
    assert set(figures.peers) == set(load_peers()) == set(figures.pages) - {"kiosk"}
    assert min(figures.kiosk, figures.drawn, figures.proof, *figures.peers.values()) > 0
    words = {}
    for name, pdf in figures.pages.items():
        assert count_pages(pdf) == 1
        assert len(list(read_qr_codes(render_grey_page(pdf, 0, 150)))) == 1
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(pdf)
        words[name] = sorted("".join(pdf_text(file).replace(JOINER, "").split()))
    assert all(found == words["kiosk"] for found in words.values())
    assert json.loads(json.dumps(figures.to_json())) == figures.to_json()


def test_rates_use_the_minimum_time_and_missing_peers_are_skipped() -> None:
    figures = {"flyers": 100, "kiosk": 0.5, "drawn": 0.4, "proof": 1.5, "peers": {"reportlab": 4.0}}
    found = {one.name: (one.ours, one.peer) for one in compare.results(figures)}
    assert found == {
        "flyers": (200, 25), "flyers_weasyprint": (200, None), "flyers_drawn": (250, None),
        "flyers_proofed": (50, 200),
    }  # fmt: skip


def test_bringing_in_series_is_measured() -> None:
    result = measure_series(events=30, series=10)
    assert result.ours > 0 and result.ratio is not None
    with closing(Catalogue(with_series(plain_database(30), 10))) as catalogue:
        clubs = [event for event in catalogue.programme().events if event.series]
        assert len(clubs) == 10 and all(len(club.occurrences) in (26, 27) for club in clubs)


def test_a_text_of_any_length_has_a_font_size() -> None:
    sizes = [design.font_size_for(letters, design.TEXT_SIZES) for letters in (1, 380, 381, 700, 100_000)]
    assert sizes == [14.6, 14.6, 13.7, 12.75, 12.75]


def test_an_unknown_part_is_refused_before_anything_is_built() -> None:
    asked = subprocess.run(
        [sys.executable, "-m", "tests.bench", "nothing"], capture_output=True, text=True, cwd=demo.CHECKOUT
    )
    assert asked.returncode == 2 and "growth" in asked.stderr
