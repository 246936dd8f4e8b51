"""Composition root of the kiosk: creates settings, library, clock and window."""

import gc
import os
import signal
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer, Slot

from kiosk.app import allocator
from kiosk.app.heartbeat import Heartbeat, generation_of
from kiosk.app.window import KioskWindow, create_application, prepare_qt
from kiosk.app.window_size import parse_size
from kiosk.base import cancellation, settings, time_zones
from kiosk.base.clock import Clock, parse_local_time
from kiosk.base.errors import KioskError
from kiosk.base.output import print_errors, print_traceback
from kiosk.i18n.translator import system_language, translator
from kiosk.library.crash_guard import MAX_CRASHES, count_crashes, forgive
from kiosk.library.library_paths import LibraryPaths
from kiosk.programme.shown_programme import ShownProgramme, open_library
from kiosk.supervisor.link import SupervisorLink
from kiosk.viewmodels.session import Session
from kiosk.visits.tally import Tally

BUG_EXIT_CODE = 70
STARTING = "start"
"""What is reported as the page until the first one is shown."""


def open_session(
    library: Path | None, settings_file: Path | None, at: str | None, language: str | None
) -> Session:
    """A session from settings and command line; KioskError for an invalid time or a hidden language.

    Faults of the settings file and a library without a valid programme are no error here: usual values
    replace what is wrong, the session has no programme, and the reason goes to stderr.
    """
    loaded = settings.load_file(settings_file, library)
    if fault := loaded.error("settings.faults"):
        _print_error(fault)
    chosen_settings = replace(loaded.settings, **settings.read_staff_choices(loaded.settings))
    if language and language not in chosen_settings.languages:
        raise KioskError("settings.hidden", language=language)
    if language:
        chosen_settings = replace(chosen_settings, language=language)
    programme: ShownProgramme | None
    try:
        programme = open_library(chosen_settings.library).with_lease()
    except KioskError as problem:
        _print_error(problem)
        programme = None
    zone = programme.catalogue.campaign().zone if programme else time_zones.DEFAULT_ZONE
    clock = Clock.system(programme.floor if programme else 0)
    if at:
        clock = Clock.rehearsal(parse_local_time(at, time_zones.zone(zone)))
    return Session(chosen_settings, clock, programme, chosen_settings.language, settings_file)


def run(
    library: Path | None,
    settings_file: Path | None,
    at: str | None,
    language: str | None,
    size: str | None,
    link: SupervisorLink,
) -> int:
    """Show the kiosk until it is closed; a bug ends this process with exit code 70."""
    session = open_session(library, settings_file, at, language)
    link.report_library(session.settings.library)
    if _roll_back_after_crashes(session):
        session = open_session(library, settings_file, at, language)
    for end_signal in cancellation.SIGNALS:
        signal.signal(end_signal, lambda *_: os._exit(0))
    cancellation.check()
    if not at:
        session.tally = Tally(LibraryPaths(session.settings.library.absolute()).visits, lambda: session.today)
    window_size = parse_size(size) if size or session.settings.full_screen else parse_size("1280x720")
    prepare_qt(session.settings.renderer)
    app = create_application(sys.argv[:1])
    sys.excepthook = partial(_exit_on_bug, session, link)
    link.report_page(STARTING, generation_of(session))
    pictures = LibraryPaths(session.settings.library.absolute()).pictures
    window = KioskWindow(session, window_size, None if session.programme is None else pictures)
    heartbeat = Heartbeat(window.view, window.shell, link)
    for end_signal in cancellation.SIGNALS:
        signal.signal(end_signal, lambda *_: QTimer.singleShot(0, app.quit))

    def finish_start() -> None:
        """Do what can wait until the first frame is shown; the garbage collector is disabled until then."""
        heartbeat.start()
        link.end_with_supervisor()
        allocator.fix_mmap_threshold()
        window.finish_first_frame()
        window.preload_pages()
        window.start_background()
        window.prepare_pages()
        gc.freeze()
        gc.enable()

    @Slot()
    def handle_first_frame() -> None:
        window.view.afterAnimating.disconnect(handle_first_frame)
        QTimer.singleShot(0, window.view, finish_start)

    window.view.afterAnimating.connect(handle_first_frame)
    # Python handles signals only while its code runs: run some regularly.
    wake_timer = QTimer()
    wake_timer.start(500)
    wake_timer.timeout.connect(lambda: None)
    window.show()
    code = app.exec()
    heartbeat.stop()
    unkillable = window.close()
    if session.tally:
        session.tally.close()
    if unkillable:
        os._exit(code)  # Qt would wait for child processes that the kernel cannot end
    return code


def _print_error(error: KioskError) -> None:
    print_errors(translator(system_language()).error(error))


def _roll_back_after_crashes(session: Session) -> bool:
    """Roll back to the previous generation if the current one crashed too often; whether it did."""
    library, generation = session.settings.library, generation_of(session)
    if not generation or count_crashes(library, generation) < MAX_CRASHES:
        return False
    from kiosk.library.rollback import roll_back

    try:
        roll_back(library, reason="crashes")
    except KioskError:
        return False
    forgive(library, generation)
    return True


def _exit_on_bug(
    session: Session,
    link: SupervisorLink,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    print_traceback(error.with_traceback(trace))
    link.report_bug(error, trace, generation_of(session))
    os._exit(BUG_EXIT_CODE)
