"""Starts and connects the background services: sticks, share, generations, the hourly records (ADR 10)."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.base.errors import KioskError
from kiosk.base.time_zones import zone
from kiosk.programme.shown_programme import ShownProgramme, open_library
from kiosk.sources.stick import Partition
from kiosk.store.visit_counts import CountKey
from kiosk.viewmodels.background.child_process import ChildProcess, count_unkillable
from kiosk.viewmodels.background.child_reply import ChildReply
from kiosk.viewmodels.background.generation_watcher import GenerationWatcher
from kiosk.viewmodels.background.health_monitor import HealthMonitor, screen_size
from kiosk.viewmodels.background.index_builder import IndexBuilder
from kiosk.viewmodels.background.library_job import LibraryJob
from kiosk.viewmodels.background.outdated_sheets import OutdatedSheets
from kiosk.viewmodels.background.pack_offers import PackOffers, Source
from kiosk.viewmodels.background.screen_saver_inhibitor import ScreenSaverInhibitor
from kiosk.viewmodels.background.share_poller import SharePoller
from kiosk.viewmodels.background.stick_watcher import StickWatcher
from kiosk.viewmodels.background.window_frame import WindowFrame
from kiosk.viewmodels.session import Session

TIME_INTERVAL = 60 * 60 * 1000
"""Milliseconds between two records of the time floor and of the programmes held."""


class BackgroundServices(QObject):
    """Serves one window: reports packs to its frame, changes the programme while no visitor is reading.

    After `closing` no child process is started.
    """

    closing = Signal()

    def __init__(self, frame: WindowFrame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._visits_writer: ChildProcess | None = None
        self.session: Session = frame.session
        settings = self.session.settings
        self.job = LibraryJob(self)
        self.screen_saver = ScreenSaverInhibitor(self)
        self.health_monitor = HealthMonitor(self.command, self.screen_saver, self)
        self.outdated_sheets = OutdatedSheets(
            lambda: self.command("sheets", "outdated", "--json", *self.time_options), self
        )
        self.offers = PackOffers(lambda folders: self.command("scan", *folders, "--progress"), self)
        self.stick_watcher = StickWatcher(settings.sticks, self)
        self.stick_watcher.changed.connect(lambda: self.offers.scan_sticks(self.stick_watcher.sticks))
        self.offers.changed.connect(self._update_pack_available)
        self.share: SharePoller | None = None
        if settings.share:
            self.share = SharePoller(self._share_command(), lambda: self.session.moment, self)
            self.share.changed.connect(self._update_pack_available)
        programme = self.session.programme
        folder = settings.library
        self.generation_watcher = GenerationWatcher(folder, programme.generation if programme else 0, self)
        self.generation_watcher.changed.connect(self.show_newest_generation)
        frame.pageChanged.connect(self.show_newest_generation)
        frame.pageChanged.connect(self._write_visits)
        self.job.finished.connect(self._refresh_after_job)
        self.index_builder = IndexBuilder(self.session, frame.refresh_search, self.command, self)
        self._time_timer = QTimer(self, interval=TIME_INTERVAL)
        self._time_timer.timeout.connect(self.record_time)

    def start(self) -> None:
        """Start all services."""
        self.screen_saver.start()
        self.index_builder.build()
        self.stick_watcher.check()
        self.generation_watcher.start()
        self._time_timer.start()
        self.record_time()
        if self.share:
            self.share.poll()

    def command(self, *arguments: object) -> tuple[object, ...]:
        """The arguments with the options for this library and these settings."""
        file = ("--settings", self.session.file) if self.session.file else ()
        return (*arguments, "--library", self.session.settings.library, *file)

    @property
    def time_options(self) -> tuple[str, ...]:
        """The `--at` option with the time of a rehearsal, () with the system's clock."""
        session = self.session
        if not session.clock.is_rehearsed:
            return ()
        local = datetime.fromtimestamp(session.moment, zone(session.zone))
        return ("--at", f"{local:%Y-%m-%dT%H:%M}")

    def _share_command(self) -> tuple[object, ...]:
        """The command of a poll: install newer packs, or only list them where staff are asked first."""
        dry_run = () if self.session.settings.share_install == "automatic" else ("--dry-run",)
        return self.command("pull", "--progress", "--screen", screen_size(), *dry_run)

    def apply_settings(self, choices: Mapping[str, Any]) -> None:
        """Use the settings that staff have chosen from now on."""
        before = self.session.settings
        now = self.session.settings = replace(before, **choices)
        if self.share and now.share_install != before.share_install:
            self.share.change_command(self._share_command())

    def choose_source(self) -> Source | None:
        """The source of packs to choose from: the stick, else the share where staff are asked first."""
        if self.offers.stick or not self.share or not self.share.last_reply:
            return self.offers.source
        wanted = self.share.wanted
        if not self.share.waiting:
            return None
        done, folder = self.share.last_reply["done"], self.session.settings.share or Path()
        best = done["best"] if done["best"] in wanted else next(iter(wanted), None)
        notes = [note["text"] for note in done["notes"]]
        return Source("share", folder.name, done["files"], best, notes)

    def install(self, source: Source, file: Path) -> None:
        """Install a pack and write a receipt to its source, on a stick to the partition of the pack."""
        if source.kind == "share":
            pull = ("pull", "--progress", "--only", file, "--screen", screen_size())
            self.job.start("install", self.command(*pull))
            return
        if self.share:
            self.share.cancel()
        stick = self.offers.stick
        receipt = self._receipt_options(stick.partition_of(file) if stick else None)
        self.job.start("install", self.command("install", file, "--progress", *receipt))

    def roll_back(self) -> None:
        """Roll back to the previous generation and write a receipt to the stick."""
        stick = self.offers.stick
        receipt = self._receipt_options(stick.target if stick else None)
        self.job.start("rollback", self.command("rollback", "--json", *receipt))

    def roll_forward(self) -> None:
        """Show the generation again that was rolled back from, and write a receipt to the stick."""
        stick = self.offers.stick
        receipt = self._receipt_options(stick.target if stick else None)
        self.job.start("forward", self.command("rollback", "--forward", "--json", *receipt))

    def _receipt_options(self, partition: Partition | None) -> tuple[object, ...]:
        """The options that write a receipt to a partition of the stick, () without a writable one."""
        if partition is None or partition.read_only:
            return ()
        return ("--receipts", partition.path, "--screen", screen_size())

    def show_newest_generation(self) -> None:
        """Show the library's newest generation, if it is another one and no visitor is reading."""
        shown = self.session.programme
        if (
            self.generation_watcher.current == (shown.generation if shown else 0)
            or not self._frame.unattended
        ):
            return
        newest: ShownProgramme | None
        try:
            newest = open_library(self.session.settings.library).with_lease()
        except KioskError:
            newest = None
        if newest and shown and newest.generation == shown.generation:
            return
        if newest:
            self.session.clock.follow(newest.floor)
        self._frame.show_programme(newest)
        self.index_builder.build()

    def record_time(self) -> None:
        """Record the time in the library; the clock of the screen then has the library's time floor."""
        child = ChildProcess(self.command("clock", "--record", "--json"), self)
        child.ended.connect(self._handle_time_recorded)
        child.start()

    def _handle_time_recorded(self, reply: ChildReply) -> None:
        if "done" in reply:
            self.session.clock.follow(reply["done"]["passed"])
            self._record_programmes()

    def _record_programmes(self) -> None:
        """Record the programmes that have ended at this Corner; a rehearsal does it only on its page."""
        if self.session.settings.corner and not self.session.clock.is_rehearsed:
            ChildProcess(self.command("month", "record", "--json"), self).start()

    def close(self) -> None:
        """Kill all child processes, also those that the end of another one starts, and stop all timers."""
        self.closing.emit()
        self.screen_saver.close()
        self.stick_watcher.close()
        killed: set[ChildProcess] = set()
        while running := set(self.findChildren(ChildProcess)) - killed:
            for child in running:
                child.kill()
            killed |= running
        for timer in self.findChildren(QTimer):
            timer.stop()

    @property
    def unkillable_count(self) -> int:
        """The number of child processes that could not be killed."""
        return count_unkillable()

    def look_again(self) -> None:
        """Look at the packs of stick and share again: their standing or their rights have changed."""
        self.offers.rescan()
        if self.share:
            self.share.poll()

    def _refresh_after_job(self) -> None:
        self.generation_watcher.check()
        self.look_again()
        self.outdated_sheets.check()

    def _write_visits(self) -> None:
        """Write the counts in a child process, once no visitor is there."""
        tally = self.session.tally
        if tally is None or self._visits_writer or not self._frame.unattended:
            return
        if counts := tally.take():
            rows = [[*key, number] for key, number in counts.items()]
            self._visits_writer = ChildProcess(
                self.command("visits", "add", "--json"), self, stdin_text=json.dumps(rows)
            )
            self._visits_writer.ended.connect(lambda reply: self._handle_visits_written(reply, counts))
            self._visits_writer.start()

    def _handle_visits_written(self, reply: ChildReply, counts: Mapping[CountKey, int]) -> None:
        self._visits_writer = None
        if "done" not in reply and self.session.tally:
            self.session.tally.give_back(counts)

    def _update_pack_available(self) -> None:
        on_share = self.share.waiting if self.share else []
        self._frame.set_pack_available(self.offers.has_installable_pack or bool(on_share))
