"""Shows a library as the kiosk does and visits every page: `python -m tests.bench.growth.visit LIBRARY`.

Prints JSON: milliseconds of processor time by name, and `memory` in MiB.
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.memory import session_memory

if TYPE_CHECKING:
    from kiosk.viewmodels.session import Session

AT, CORNER, SIZE = "2016-04-03T14:20", "corner-almaty", "1920x1080"
TYPED = "робототехника"
TURNS = 5
SETTINGS = f'corner = "{CORNER}"\nlanguage = "ru"\n'


def main(library: Path) -> None:
    """Measure one start and one visit, without a display."""
    gc.disable()  # as `kiosk run` does until the first picture
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.app import allocator, run
    from kiosk.app.window import KioskWindow, create_application, prepare_qt
    from kiosk.app.window_size import parse_size

    settings = library / "kiosk.toml"
    settings.write_text(SETTINGS, "utf-8")
    session = run.open_session(library, settings, AT, None)
    prepare_qt("software")
    app = create_application(["kiosk"])
    window = KioskWindow(session, parse_size(SIZE))
    frames: list[float] = []
    window.view.frameSwapped.connect(lambda: frames.append(time.process_time()))
    window.show()
    while not frames:
        app.processEvents()
    figures = {"first_frame": frames[0] * 1e3}
    allocator.fix_mmap_threshold()  # what `kiosk run` does after the first picture
    gc.freeze()
    gc.enable()
    window.preload_pages()
    _load_search(session)

    def cost(act: Callable[[], object]) -> float:
        """Milliseconds until the next picture is drawn."""
        start, drawn = time.process_time(), len(frames)
        act()
        window.view.update()
        while len(frames) == drawn:
            app.processEvents()
        return (frames[-1] - start) * 1e3

    shell = window.shell
    figures["home"] = cost(shell.goHome)
    figures["memory"] = session_memory(os.getpid()) / 2**20
    assert session.programme
    theme, other = (one.id for one in session.programme.catalogue.themes()[:2])
    event = session.programme.catalogue.find_events(session.now, limit=1)[0].event
    visits: dict[str, Callable[[], object]] = {
        "theme": lambda: shell.openTheme(theme),
        "another_theme": lambda: shell.openTheme(other),
        "event": lambda: shell.openEvent(event),
        "map": lambda: shell.open("map"),
        "calendar": lambda: shell.open("calendar"),
        "past": shell.openPast,
        "search": lambda: shell.open("search"),
    }
    again = []
    for name, visit in visits.items():
        figures[name] = cost(visit)
        if name != "search":
            again.append(cost(shell.goHome))
    figures["home_again"] = median(again)
    figures["key_stroke"] = median(
        cost(lambda letter=letter: shell.pages.search.type(letter))  # type: ignore[misc]
        for letter in TYPED
    )
    print(json.dumps(figures))
    sys.stdout.flush()
    os._exit(0)  # the figures are complete, the rest of the process does not matter


def _load_search(session: "Session") -> None:
    """Load the search index as the kiosk does after its first picture."""
    from kiosk.programme.event_search import EventSearch
    from kiosk.programme.search_index_file import load_search_index
    from kiosk.viewmodels.search_setup import prepare_search

    programme = session.programme
    assert programme
    if not prepare_search(session):
        index = load_search_index(session.settings.library, programme)
        assert index
        session.search = EventSearch(programme.catalogue, index)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
