"""A kiosk with faults in its settings file opens its window, and staff read which lines to correct."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.appearance.rules import find_faults
from tests.flows.visitor import run_kiosk
from tests.screen_kit import install_demo, settle, texts, wait_until, window

pytestmark = pytest.mark.xdist_group("xvfb")

FAULTY = """\
idle_second = 90
language = "en"
idle_seconds = 5
corner_name = { en = "Unclosed }
[kiosk]
volume = 33
"""
CORRECT = 'language = "en"\nvolume = 33\n'


def test_j07_the_window_opens_with_every_line_that_is_right(demo: Path, tmp_path: Path) -> None:
    with run_kiosk(tmp_path, demo, "1280x1024", settings=FAULTY) as visitor:
        visitor.tap("attract")
        visitor.expect_texts("This month in the programme")
    log = (tmp_path / "kiosk.log").read_text("utf-8")
    assert [f"Line {number}:" in log for number in range(1, 7)] == [True, False, True, True, True, False]


@pytest.mark.parametrize("kind", ["missing", "folder", "unreadable"])
def test_j07_the_window_opens_without_a_file_that_can_be_read(kind: str, demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "chosen.toml"
    if kind == "folder":
        file.mkdir()
    elif kind == "unreadable":
        file.write_bytes(b"\xff\xfe\x00")
    with window(demo, settings=file, language=None) as shown:
        assert (shown.shell.page, shown.shell.language) == ("attract", "kk")


@pytest.mark.parametrize("size", ["1280x1024", "1366x768"])
def test_j07_every_staff_page_names_the_file_the_line_and_the_remedy(
    size: str, demo: Path, tmp_path: Path
) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(FAULTY, "utf-8")
    with window(demo, size, settings=file) as shown:
        shown.start_background()
        assert shown.staff_entrance
        area = shown.staff_entrance.area()
        area.open()
        area.enter()
        wait_until(lambda: area.warnings.rows)
        for language in ("en", "kk", "ru"):
            shown.shell.setLanguage(language)
            for page in ("packs", "settings", "health"):
                area.show(page)
                settle()
                faults = [
                    fault for fault in find_faults(shown.view.rootObject()) if str(tmp_path) not in fault
                ]
                assert faults == [], (language, page)
        area.show("packs")
        shown.shell.setLanguage("en")
        settle()
        (said,) = (text for text in texts(shown) if str(file) in text)
        assert "Line 3: “idle_seconds” cannot have this value. It may be: 10–3600" in said
        area.show("health")
        settle()
        assert any("Ask the technician to correct the file" in text for text in texts(shown))


def test_j07_a_command_does_nothing_to_a_library_that_may_be_another(tmp_path: Path, checkout: Path) -> None:
    demo = install_demo(tmp_path / "demo", checkout)
    pack, root = demo / "april-update.kpack", demo / "keys/root.json"
    home, file = tmp_path / "home", tmp_path / "kiosk.toml"
    home.mkdir()
    for line in ('libary = "other"', "library = other", "library = 5", '\x00 = "other"'):
        file.write_text(f"{line}\nidle_seconds = 90\n", "utf-8")
        for command in (
            ("install", pack), ("trust", "add", root), ("pin", "new"), ("rollback",), ("settings", "reset"),
            ("scan", demo), ("pull",), ("clock", "--record"), ("index",), ("flyer", "--preview", "x"),
        ):  # fmt: skip
            answer = kiosk(home, *command, "--settings", file)
            assert answer.returncode == 1, (line, command, answer)
            assert f"{file} does not say for certain which library is meant:\nLine 1:" in answer.stderr
        assert not list(home.iterdir())
        shown = kiosk(home, "settings", "show", "--settings", file)
        assert (shown.returncode, "idle_seconds = 90" in shown.stdout) == (0, True)
        assert "Line 1:" in shown.stderr
        report = json.loads(kiosk(home, "doctor", "--json", "--settings", file).stdout)
        (finding,) = (check for check in report["checks"] if check["id"] == "settings")
        assert (finding["level"], str(home) in finding["remedy"]["en"]) == ("broken", True)
    named = kiosk(home, "clock", "--record", "--settings", file, "--library", demo / "april")
    assert named.returncode == 0


def test_j07_a_fault_elsewhere_leaves_the_commands_at_work(demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(f'idle_seconds = 5\nlibrary = "{demo}"\nvolume = 33\ncolour = 1\n', "utf-8")
    answer = kiosk(tmp_path, "status", "--settings", file)
    assert answer.returncode == 0
    assert "Line 1: “idle_seconds”" in answer.stderr
    assert "Line 4: “colour”" in answer.stderr
    facts = json.loads(kiosk(tmp_path, "settings", "show", "--json", "--settings", file).stdout)
    assert (facts["settings"]["volume"], facts["settings"]["idle_seconds"]) == (33, 60)
    assert [fault["line"] for fault in facts["faults"]] == [1, 4]


def kiosk(home: Path, *arguments: object) -> "subprocess.CompletedProcess[str]":
    """Run the program as a user with that home folder."""
    command = [sys.executable, "-m", "kiosk", *map(str, arguments)]
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2]
    )
