"""The page Health: a child process runs the checks; staff read the report, save it and print it."""

import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.app.window import KioskWindow
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.staff.health.page import HealthPage
from tests.appearance.rules import find_faults
from tests.cups import add_printer, cups, needs_cups
from tests.library_kit import damage_file
from tests.screen_kit import copy_library, run_cli, settle, tap, texts, wait_until
from tests.staff_page import staff_page
from tests.stick import Stick

__all__ = ["cups"]
FAILED = "The check did not come to an end. Try again; if that does not help, ask the technician."
SIZES = ["1920x1080", "1080x1920", "1280x1024", "1366x768"]


@pytest.fixture
def library(april: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library whose newest programme is damaged, on a machine set to the Corner's zone."""
    monkeypatch.setenv("TZ", "Asia/Almaty")
    library = copy_library(april, tmp_path / "library")
    newest = max(library.glob("gen/*/demo/files/events.sqlite"))
    data = newest.read_bytes()
    newest.unlink()
    newest.write_bytes(data)
    damage_file(newest)
    return library


@contextmanager
def health(library: Path, size: str = "1280x1024") -> Iterator[tuple[KioskWindow, HealthPage]]:
    """The page Health, once the checks have run."""
    run_cli("pin", "new", "--library", library)
    with staff_page(library, "health", HealthPage, size) as (shown, page):
        wait_for_checks(page)
        yield shown, page


def wait_for_checks(page: HealthPage) -> None:
    """Wait until the checks have run."""
    wait_until(lambda: not page.background.health_monitor.is_running)
    settle()


def test_findings_are_listed_worst_first_in_every_language(library: Path) -> None:
    with health(library) as (shown, page):
        rows = page._rows.rows
        levels = [row.level for row in rows]
        assert levels == sorted(levels, key=["broken", "attention", "unknown", "good"].index)
        assert {row.icon for row in rows} <= {f"bold/{name}" for name in (
            "x-circle", "warning", "question", "check-circle")}  # fmt: skip
        for language, text in (
            ("en", "What is shown · needs attention"),
            ("ru", "Что показывается · требует внимания"),
            ("kk", "Көрсетіліп тұрғаны · назар аудару керек"),
        ):
            shown.shell.setLanguage(language)
            settle()
            assert text in texts(shown)
        assert page.log.count("\n") == 2  # type: ignore[attr-defined]


def test_the_worst_warning_and_the_names_of_others_are_above_every_other_page(library: Path) -> None:
    with health(library) as (shown, page):
        warning = (
            "What is shown: The newest programme is damaged, so an earlier one is shown, or only a part. "
            "Install the newest pack again: that repairs it. If it happens again, ask the technician to "
            "check the disk."
        )
        assert warning not in texts(shown)
        for name in ("packs", "visits", "settings"):
            tap(shown, f"rail-{name}")
            assert warning in texts(shown)
            assert "Also: Files of the programme" in texts(shown)
        was_running: list[object] = []
        page.changed.connect(lambda: was_running.append(page.isRunning))
        tap(shown, "warnings")
        assert "What is shown · needs attention" in texts(shown)
        wait_for_checks(page)
        assert True in was_running


def test_a_repaired_fault_is_no_longer_listed(library: Path, april: Path) -> None:
    with health(library) as (shown, page):
        run_cli("install", april.parent / "april-update.kpack", "--library", library)
        tap(shown, "health-again")
        wait_for_checks(page)
        assert {row.name for row in page._rows.rows if row.level == "attention"}.isdisjoint(
            {"What is shown", "Files of the programme"}
        )


def test_a_doctor_without_a_reply_is_reported(library: Path) -> None:
    with health(library) as (shown, page):
        before = page._rows.rows
        page.runAgain()
        (child,) = page.background.health_monitor.findChildren(ChildProcess)
        child.cancel()
        wait_for_checks(page)
        assert FAILED in texts(shown)
        assert page._rows.rows == before


@pytest.mark.parametrize("size", SIZES)
def test_the_page_keeps_the_rules_of_the_layout(size: str, library: Path) -> None:
    with health(library, size) as (shown, page):
        found = []
        for language in ("en", "kk", "ru"):
            shown.shell.setLanguage(language)
            for name in ("health", "packs"):
                shown.staff_entrance.area().show(name)  # type: ignore[union-attr]
                wait_for_checks(page)
                found += [f"{language} {name}: {fault}" for fault in find_faults(shown.view.rootObject())]
        assert not found, "\n".join(found)


def test_the_report_is_saved_on_the_stick(library: Path, tmp_path: Path) -> None:
    with health(library) as (shown, page), Stick(tmp_path, "USB") as stick:
        assert not page.canSave
        stick.plug_in()
        wait_until(lambda: page.canSave)
        settle()
        tap(shown, "health-save")
        wait_until(lambda: "The page is on the stick: kiosk-health-2016-04-03.pdf" in texts(shown))
        file = stick.path / "kiosk-health-2016-04-03.pdf"
        assert file.read_bytes().startswith(b"%PDF-")


def test_the_support_bundle_is_saved_on_the_stick_once(library: Path, tmp_path: Path) -> None:
    with health(library, "1280x1024") as (shown, page), Stick(tmp_path, "USB") as stick:
        stick.plug_in()
        wait_until(lambda: page.canSave)
        for language in ("kk", "ru", "en"):
            shown.shell.setLanguage(language)
            settle()
            assert not list(find_faults(shown.view.rootObject()))
        tap(shown, "health-bundle")
        assert page.note == "One moment…" and not page.canSave
        page.saveBundle()
        wait_until(lambda: not page._is_busy)
        settle()
        (file,) = stick.path.glob("*.zip")
        assert f"Saved: {file.name}. Send this file to the technician." in texts(shown)
        assert zipfile.is_zipfile(file)


@needs_cups
def test_the_report_is_printed(cups: None, library: Path) -> None:
    add_printer("HP")
    subprocess.run(["lpadmin", "-d", "HP"], check=True)
    with health(library) as (shown, page):
        assert page.canPrint
        tap(shown, "health-print")
        wait_until(lambda: "The page was sent to the printer." in texts(shown))
        jobs = subprocess.run(["lpstat", "-W", "all"], capture_output=True, text=True).stdout
        assert "HP-1" in jobs
        subprocess.run(["cupsreject", "HP"], check=True)
        tap(shown, "health-print")
        wait_until(lambda: any("has been paused" in text for text in texts(shown)))
