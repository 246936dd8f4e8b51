"""Composition root of the kiosk: settings, library, clock and screen put together."""

import gc
import os
import signal
import sys
import traceback
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, QTimer

from kiosk.app.window import KioskWindow, create_application, prepare_qt
from kiosk.app.window_size import parse_size
from kiosk.base import allocator, settings, time_zones
from kiosk.base.clock import Clock, parse_local_time
from kiosk.base.errors import KioskError
from kiosk.i18n.translator import system_language, translator
from kiosk.library.crash_guard import MAX_CRASHES, CrashGuard
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.rollback import roll_back
from kiosk.programme.shown_programme import ShownProgramme, open_library
from kiosk.viewmodels.session import Session
from kiosk.visits.tally import Tally

BUG_EXIT_CODE = 70
END_SIGNALS = (signal.SIGINT, signal.SIGTERM)
"""The signals that ask a program to end."""
SINGLE_SHOT = Qt.ConnectionType.SingleShotConnection


def open_session(library: Path | None, file: Path | None, at: str | None, language: str | None) -> Session:
    """What a screen shows, from settings and command line; KioskError for bad settings or a bad time.

    A library without a valid programme is no error here: the session has nothing to show, and says so.
    """
    chosen = settings.load(file, library)
    if language and language not in chosen.languages:
        raise KioskError("settings.hidden", language=language)
    if language:
        chosen = replace(chosen, language=language)
    showing: ShownProgramme | None
    try:
        showing = open_library(chosen.library).with_lease()
    except KioskError as problem:
        print(translator(system_language()).text(problem.code, **problem.detail), file=sys.stderr)
        showing = None
    home = showing.catalogue.campaign().zone if showing else time_zones.DEFAULT_ZONE
    clock = Clock.system(showing.floor if showing else 0)
    if at:
        clock = Clock.rehearsal(parse_local_time(at, time_zones.zone(home)))
    return Session(chosen, clock, showing, chosen.language, file)


def run(
    library: Path | None, file: Path | None, at: str | None, language: str | None, size: str | None
) -> int:
    """Show the kiosk until it is closed; a bug in it ends the program with exit code 70."""
    session = open_session(library, file, at, language)
    crash_guard = CrashGuard(session.settings.library)
    if _roll_back_after_crashes(session, crash_guard):
        session = open_session(library, file, at, language)
    for number in END_SIGNALS:
        signal.signal(number, lambda *_: _exit_before_window(crash_guard))
    crash_guard.record_start(_generation_of(session))
    if not at:
        session.tally = Tally(LibraryPaths(session.settings.library.absolute()).visits, lambda: session.today)
    window_size = parse_size(size) if size or session.settings.full_screen else parse_size("1280x720")
    prepare_qt(session.settings.renderer)
    app = create_application(sys.argv[:1])
    sys.excepthook = _exit_on_bug
    window = KioskWindow(session, window_size)
    for number in END_SIGNALS:
        signal.signal(number, lambda *_: QTimer.singleShot(0, app.quit))

    def finish_start() -> None:
        """What can wait until the first picture is there (the garbage collector was put off till now)."""
        allocator.fix_mmap_threshold()
        window.preload_pages()
        window.start_background(crash_guard)
        gc.freeze()
        gc.enable()

    # Python sees a signal only when it runs: wake it now and then.
    wake = QTimer()
    wake.start(500)
    wake.timeout.connect(lambda: None)
    window.view.afterAnimating.connect(lambda: QTimer.singleShot(0, window.view, finish_start), SINGLE_SHOT)
    window.show()
    code = app.exec()
    unkillable = window.close()
    crash_guard.record_exit()
    if session.tally:
        session.tally.close()
    if unkillable:
        os._exit(code)  # Qt would wait for children that the kernel does not let go of
    return code


def _exit_before_window(runs: CrashGuard) -> None:
    """Asked to end before there is a window: that is no crash."""
    runs.record_exit()
    os._exit(0)


def _generation_of(shown: Session) -> int:
    return shown.programme.generation if shown.programme else 0


def _roll_back_after_crashes(shown: Session, runs: CrashGuard) -> bool:
    """Turn back to the generation before, if this one has ended the program too often; whether it did."""
    if not shown.programme or runs.count_crashes(shown.programme.generation) < MAX_CRASHES:
        return False
    runs.reset()
    try:
        roll_back(shown.settings.library, reason="crashes")
    except KioskError:
        return False
    return True


def _exit_on_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    traceback.print_exception(kind, error, trace)
    sys.stderr.flush()
    os._exit(BUG_EXIT_CODE)
