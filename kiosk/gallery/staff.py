"""The staff area as pictures: every page of it, with what its children really say."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from kiosk.library.runs import Runs
from kiosk.sources.mounts import Stick
from kiosk.viewmodels.backstage import Backstage
from kiosk.viewmodels.child import Child
from kiosk.viewmodels.shell import Shell
from kiosk.viewmodels.staff.area import PAGES

SAMPLE_PIN = "482915"
LOOK = 20
"""Milliseconds from one look whether the children are done to the next."""


def poses(stick: Path | None) -> Iterator[tuple[str, Callable[[Shell], None]]]:
    """The pages in the order staff meet them; `stick` is a folder with packs, None for none plugged in."""
    yield "staff-pin", lambda shell: _backstage(shell).let_in()
    yield "staff-keep", lambda shell: _backstage(shell).show_pin({"done": {"pin": SAMPLE_PIN}})
    for page in PAGES:
        yield f"staff-{page}", partial(_show, page, None)
    if stick:
        yield "staff-preview", partial(_show, "packs", stick)


def _backstage(shell: Shell) -> Backstage:
    """What goes on behind that window; in a gallery nothing does by itself."""
    return shell.findChild(Backstage) or Backstage(shell, Runs(shell.session.settings.library))


def _show(page: str, stick: Path | None, shell: Shell) -> None:
    backstage = _backstage(shell)
    backstage.offers.take([Stick(stick, "", stick.name, "", read_only=True, safe=True)] if stick else [])
    area = backstage.area()
    area.enter()
    area.show(page)
    _wait(backstage)


def _wait(backstage: Backstage) -> None:
    """Until every child has said all it has to say."""
    loop = QEventLoop()
    timer = QTimer(interval=LOOK)
    timer.timeout.connect(lambda: None if backstage.findChildren(Child) else loop.quit())
    timer.start()
    loop.exec()
