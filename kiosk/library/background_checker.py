"""Work on the files of a stage that goes on behind the copying: they are written out and checked."""

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

from kiosk.base.durable_files import sync_file
from kiosk.base.progress import ProgressCallback, track_progress
from kiosk.base.threads import require_thread_memory
from kiosk.library.file_checks import check_file
from kiosk.packs.targets import PackContents, Target


class BackgroundChecker:
    """Syncs and checks the files of `found` below `folder`, one after the other, while others are copied.

    The disk and both of two cores are busy then, where each would wait for the other. Use it in a `with`
    statement: at its end nothing more is begun, and what was begun is waited for.
    """

    def __init__(self, folder: Path, found: PackContents) -> None:
        self._folder = folder
        self._found = found
        self._pool = ThreadPoolExecutor(1)
        self._begun: deque[tuple[Target, Future[None]]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def add(self, target: Target) -> None:
        """Take on a file that is there now, whole; raises at once what was wrong with an earlier one."""
        with require_thread_memory():
            self._begun.append((target, self._pool.submit(self._work, target)))
        while self._begun[0][1].done() and len(self._begun) > 1:
            self._begun.popleft()[1].result()

    def wait(self, report: ProgressCallback) -> None:
        """Return when all is done; raises the KioskErrors of `check_file`, and OSError."""
        left = dict(self._begun)
        for target, _ in track_progress(report, "check", list(left)):
            left[target].result()

    def _work(self, target: Target) -> None:
        sync_file(self._folder / target.name)
        check_file(self._folder / target.name, target, self._found)
