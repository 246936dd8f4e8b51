"""A librarian at a kiosk in a window of this process: plugs in sticks, opens staff pages, taps buttons."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.app.window import KioskWindow
from kiosk.sources.stick import Partition, Stick
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.staff.area import StaffArea
from kiosk.viewmodels.staff.packs.page import PacksPage
from tests.screen_kit import (
    centre,
    click,
    find,
    is_dead,
    reveal,
    settle,
    tap,
    tap_targets,
    texts,
    wait_until,
    wait_until_ready,
    window,
)

DOUBLE_TAP = 1.0
"""Seconds within which a second tap belongs to the first (Theme.doubleTap)."""


PATIENCE = 600_000
"""Milliseconds without a touch after which the staff area closes here: a busy machine is slow."""


class Librarian:
    """Staff who have typed the PIN; `packs` is the view-model of the page Programmes."""

    def __init__(self, shown: KioskWindow) -> None:
        assert shown.background and shown.staff_entrance
        self.shown = shown
        self.background: BackgroundServices = shown.background
        self.area: StaffArea = shown.staff_entrance.area()
        packs = self.area.page_named("packs")
        assert isinstance(packs, PacksPage)
        self.packs = packs
        self.area._idle_timer.setInterval(PATIENCE)

    def open(self, page: str = "packs") -> None:
        """Open a staff page, as after the PIN."""
        self.area.open()
        self.area.enter()
        self.area.show(page)
        settle()

    def plug_in(self, folder: Path) -> None:
        """Plug in a stick that is mounted at `folder`."""
        stick = Stick((Partition(folder, "/dev/sdx1", folder.name, "vfat", read_only=False, safe=True),))
        self.background.offers.scan_sticks([stick])

    def pull_out(self) -> None:
        """Pull out the stick."""
        self.background.offers.scan_sticks([])

    def wait_for(self, state: str) -> None:
        """Wait until the page Programmes is in a state."""
        wait_until(
            lambda: self.packs._state() == state, lambda: (state, self.packs._state(), texts(self.shown))
        )
        settle()

    def wait_for_outcome(self) -> None:
        """Wait until an installation or rollback has ended and what visitors see is up to date."""
        wait_until(lambda: not self.background.job.is_running)
        self.background.show_newest_generation()
        settle()

    def tap(self, name: str) -> None:
        """Tap a button."""
        tap(self.shown, name)

    def double_tap(self, name: str, pause: int = 0) -> list[str]:
        """Tap the place of a button twice, `pause` ms apart; the names of all targets that took a tap.

        On a machine too busy to tap twice within DOUBLE_TAP the second tap is left out.
        """
        reveal(find(self.shown, name))
        point = centre(find(self.shown, name))
        taken: list[str] = []
        known: list[QQuickItem] = []
        wait_until_ready(self.shown)
        wait_until(lambda: not is_dead(self.shown, point))

        def listen() -> None:
            for target in tap_targets(self.shown):
                if target not in known:
                    known.append(target)
                    target.tapped.connect(partial(taken.append, target_name(target)))

        listen()
        start = time.monotonic()
        click(self.shown, point)
        QTest.qWait(pause)
        listen()
        if time.monotonic() - start < DOUBLE_TAP * 0.9:
            click(self.shown, point)
        return taken

    @property
    def shown_versions(self) -> list[tuple[str, int]]:
        """Publisher and number of the packs that visitors see."""
        programme = self.shown.shell.session.programme
        return [(pack.publisher, pack.version) for pack in programme.packs] if programme else []


def target_name(target: QQuickItem) -> str:
    """The object name of a tap target, its label when it has none."""
    return target.objectName() or str(target.property("label"))


@contextmanager
def librarian(library: Path, size: str = "1280x1024", **settings: object) -> Iterator[Librarian]:
    """A librarian at a kiosk with that library, with its background services running."""
    with window(library, size, sticks=(library.parent / "media",), **settings) as shown:
        shown.start_background()
        yield Librarian(shown)
