"""The states of the staff area: every page, with the real results of its child processes."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from kiosk.sources.stick import Partition, Stick
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.shell import Shell
from kiosk.viewmodels.staff.area import PAGES
from kiosk.viewmodels.staff.entrance import StaffEntrance

SAMPLE_PIN = "482915"
POLL_INTERVAL = 20
"""Milliseconds between two checks of whether the child processes have ended."""


def staff_poses(stick: Path | None) -> Iterator[tuple[str, Callable[[Shell], None]]]:
    """The pages in the order staff see them; `stick` is a folder with packs, None for no stick."""
    yield "staff-pin", lambda shell: _staff_entrance(shell).open()
    yield "staff-keep", lambda shell: _staff_entrance(shell).area().show_new_pin(first=False, pin=SAMPLE_PIN)
    for page in PAGES:
        yield f"staff-{page}", partial(_show_page, page, None)
    if stick:
        yield "staff-preview", partial(_show_page, "packs", stick)


def _background_services(shell: Shell) -> BackgroundServices:
    """The background services of that window; the gallery does not start them."""
    services: BackgroundServices | None = shell.findChild(BackgroundServices)
    return services or BackgroundServices(shell, shell)


def _staff_entrance(shell: Shell) -> StaffEntrance:
    services = _background_services(shell)
    return services.findChild(StaffEntrance) or StaffEntrance(shell, services)


def _show_page(page: str, stick: Path | None, shell: Shell) -> None:
    background = _background_services(shell)
    background.offers.scan_sticks(
        [Stick((Partition(stick, "", stick.name, "", read_only=True, safe=True),))] if stick else []
    )
    area = _staff_entrance(shell).area()
    area.open()
    area.enter()
    area.show(page)
    _wait_for_children(background)


def _wait_for_children(background: BackgroundServices) -> None:
    """Return when every child process has ended."""
    loop = QEventLoop()
    timer = QTimer(interval=POLL_INTERVAL)
    timer.timeout.connect(lambda: None if background.findChildren(ChildProcess) else loop.quit())
    timer.start()
    loop.exec()
