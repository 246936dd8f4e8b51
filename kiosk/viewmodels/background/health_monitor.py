"""Runs the health checks in a child process: the window itself asks no disk, share or printer (ADR 10)."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply
from kiosk.viewmodels.background.screen_saver_inhibitor import ScreenSaverInhibitor
from kiosk.viewmodels.primary_screen import primary_screen_size

WARNING_CHECKS = (
    *("content", "fallback", "damage", "freshness", "clock", "zone"),
    *("settings", "read_only", "screen_saver"),
)
"""The ids of the checks that every staff page warns of when they need attention or are broken."""

MAX_WARNINGS = 3
"""The number of warnings shown; the page Health has all."""


def screen_size() -> str:
    """The size of the screen, such as '1920x1080'."""
    size = primary_screen_size()
    return f"{size.width()}x{size.height()}"


class HealthMonitor(QObject):
    """Runs `kiosk doctor`: `report` is its latest result, empty before; `has_failed` tells if it had none."""

    changed = Signal()

    def __init__(
        self, command: Callable[..., Sequence[object]], screen_saver: ScreenSaverInhibitor, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._screen_saver = screen_saver
        self._command = command
        self._child: ChildProcess | None = None
        self.report: ChildReply = {}
        self.has_failed = False

    @property
    def is_running(self) -> bool:
        """Whether the checks are running now."""
        return self._child is not None

    @property
    def checks(self) -> Sequence[ChildReply]:
        """The findings, the worst first."""
        checks: Sequence[ChildReply] = self.report.get("checks", ())
        return checks

    @property
    def warnings(self) -> list[ChildReply]:
        """The findings to show on every staff page."""
        bad = ("broken", "attention")
        return [check for check in self.checks if check["id"] in WARNING_CHECKS and check["level"] in bad][
            :MAX_WARNINGS
        ]

    def run_checks(self) -> None:
        """Run all checks, unless they are running already."""
        if self._child is None:
            self._child = self.run_doctor(self._handle_reply)
            self.changed.emit()

    def run_doctor(self, on_reply: Callable[[dict[str, Any]], None], *options: object) -> ChildProcess:
        """Run `kiosk doctor` with these options; `on_reply` gets its reply."""
        common = ("--size", screen_size(), "--screen-saver", self._screen_saver.state, "--json")
        child = ChildProcess(self._command("doctor", *common, *options), self)
        child.ended.connect(on_reply)
        child.start()
        return child

    def _handle_reply(self, reply: dict[str, Any]) -> None:
        self._child = None
        self.has_failed = "done" not in reply
        self.report = reply.get("done", self.report)
        self.changed.emit()
