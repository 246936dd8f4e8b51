"""All that goes on behind the screen: sticks, share, generations, the hourly note of the time (ADR 10)."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.base.errors import KioskError
from kiosk.base.time_zones import zone
from kiosk.library.crash_guard import CrashGuard
from kiosk.programme.shown_programme import ShownProgramme, open_library
from kiosk.store.visit_counts import CountKey
from kiosk.viewmodels.background.child_process import ChildProcess, ChildReply, count_unkillable
from kiosk.viewmodels.background.generation_watcher import Generations
from kiosk.viewmodels.background.health_monitor import HealthMonitor, screen_size
from kiosk.viewmodels.background.index_builder import IndexBuilder
from kiosk.viewmodels.background.library_job import Job
from kiosk.viewmodels.background.pack_offers import Offers, Source
from kiosk.viewmodels.background.share_poller import Share
from kiosk.viewmodels.background.stick_watcher import Sticks
from kiosk.viewmodels.background.window_frame import WindowFrame
from kiosk.viewmodels.session import Session

HOUR = 60 * 60 * 1000
"""Milliseconds between two notes of the time."""


class BackgroundServices(QObject):
    """Serves one window: tells its frame of what arrives, changes the programme when nobody is there.

    `pinMade` carries a new PIN that staff have to write down. After `closing` no child process is started.
    """

    closing = Signal()
    pinMade = Signal(str)

    def __init__(self, frame: WindowFrame, runs: CrashGuard, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._runs = runs
        self._writer: ChildProcess | None = None
        self.session: Session = frame.session
        settings = self.session.settings
        self.job = Job(self)
        self.doctor = HealthMonitor(self.command, self)
        self.offers = Offers(lambda path: self.command("scan", path, "--progress"), self)
        self.sticks = Sticks(settings.sticks, self)
        self.sticks.changed.connect(lambda: self.offers.take(self.sticks.found))
        self.offers.changed.connect(self._notify)
        self.share: Share | None = None
        if settings.share:
            self.share = Share(self._to_share(), self)
            self.share.changed.connect(self._notify)
        showing = self.session.programme
        folder = settings.library
        self.generations = Generations(folder, showing.generation if showing else 0, self)
        self.generations.changed.connect(self.change_over)
        frame.pageChanged.connect(self.change_over)
        frame.pageChanged.connect(self._write_visits)
        self.job.finished.connect(self._finished)
        self.finder = IndexBuilder(self.session, frame.refresh_search, self.command, self)
        self._hour = QTimer(self, interval=HOUR)
        self._hour.timeout.connect(lambda: ChildProcess(self.command("clock", "--record"), self).start())

    def start(self) -> None:
        """Begin to look around; the very first time a PIN is made and shown."""
        first = ChildProcess(self.command("pin", "new", "--first", "--json"), self)
        first.ended.connect(self.show_pin)
        first.start()
        self.finder.make()
        self.sticks.look()
        self.generations.start()
        self._hour.start()
        if self.share:
            self.share.visit()

    def command(self, *words: object) -> tuple[object, ...]:
        """A command of the program for this library and these settings."""
        file = ("--settings", self.session.file) if self.session.file else ()
        return (*words, "--library", self.session.settings.library, *file)

    @property
    def at(self) -> tuple[str, ...]:
        """For commands that judge by the time: in a rehearsal, its time."""
        session = self.session
        if not session.clock.rehearsed:
            return ()
        local = datetime.fromtimestamp(session.moment, zone(session.zone))
        return ("--at", f"{local:%Y-%m-%dT%H:%M}")

    def _to_share(self) -> tuple[object, ...]:
        """What a child does at the share: install what is newer, or only look, for staff are to be asked."""
        asked = () if self.session.settings.share_install == "automatic" else ("--dry-run",)
        return self.command("pull", "--progress", "--screen", screen_size(), *asked)

    def follow(self, chosen: Mapping[str, Any]) -> None:
        """Work with these settings from now on: staff have chosen them."""
        before = self.session.settings
        now = self.session.settings = replace(before, **chosen)
        if self.share and now.share_install != before.share_install:
            self.share.send(self._to_share())

    def source(self) -> Source | None:
        """Where there are packs to choose from: the stick, else the share where staff are to be asked."""
        if self.offers.stick or not self.share or not self.share.last:
            return self.offers.source
        done = self.share.last.get("done") or {}
        if not done.get("wanted"):
            return None
        folder = self.session.settings.share or Path()
        return Source("share", folder.name, str(folder), done["files"], done["wanted"][0])

    def install(self, source: Source, file: Path) -> None:
        """Install a pack; the stick or share it is on gets a receipt."""
        if source.kind == "share":
            self.job.start("install", self.command("pull", "--progress", "--screen", screen_size()))
            return
        if self.share:
            self.share.cancel()
        self.job.start("install", self.command("install", file, "--progress", *self._receipts()))

    def roll_back(self) -> None:
        """Show the programme of before again; a stick gets a receipt."""
        self.job.start("rollback", self.command("rollback", "--json", *self._receipts()))

    def _receipts(self) -> tuple[object, ...]:
        """Where a receipt goes, and what it tells of the screen: to the stick, if it can be written to."""
        stick = self.offers.stick
        if stick is None or stick.read_only:
            return ()
        return ("--receipts", stick.path, "--screen", screen_size())

    def change_over(self) -> None:
        """Show the library's newest generation, if it is another and nobody is reading."""
        shown = self.session.programme
        if self.generations.found == (shown.generation if shown else 0) or not self._frame.unattended:
            return
        showing: ShownProgramme | None
        try:
            showing = open_library(self.session.settings.library).leased()
        except KioskError:
            showing = None
        if showing and shown and showing.generation == shown.generation:
            return
        self._runs.record_start(showing.generation if showing else 0)
        self._frame.show_programme(showing)
        self.finder.make()

    def close(self) -> None:
        """Send nobody any more, and call back whoever is out."""
        self.closing.emit()
        self.sticks.close()
        for child in self.findChildren(ChildProcess):
            child.leave()

    @property
    def unkillable_count(self) -> int:
        """How many children could not be called back."""
        return count_unkillable()

    def show_pin(self, said: ChildReply) -> None:
        """Emit `pinMade` with the PIN that a child process has made; nothing when it made none."""
        if pin := (said.get("done") or {}).get("pin"):
            self.pinMade.emit(pin)

    def _finished(self) -> None:
        self.generations.look()
        self.offers.again()
        if self.share:
            self.share.visit()

    def _write_visits(self) -> None:
        """Have what was counted written, once nobody is there."""
        tally = self.session.tally
        if tally is None or self._writer or not self._frame.unattended:
            return
        if counts := tally.take():
            rows = [[*key, number] for key, number in counts.items()]
            self._writer = ChildProcess(self.command("visits", "add", "--json"), self, fed=json.dumps(rows))
            self._writer.ended.connect(lambda said: self._written(said, counts))
            self._writer.start()

    def _written(self, said: ChildReply, counts: Mapping[CountKey, int]) -> None:
        self._writer = None
        if "done" not in said and self.session.tally:
            self.session.tally.give_back(counts)

    def _notify(self) -> None:
        shared = self.share.last.get("done", {}).get("wanted") if self.share and self.share.last else None
        self._frame.set_pack_available(self.offers.wanted or bool(shared))
