"""Syncs and checks staged files on a worker thread while the next file is copied."""

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from types import TracebackType
from typing import Self

from kiosk.base import cancellation
from kiosk.base.durable_files import sync_file
from kiosk.base.progress import ProgressCallback, track_progress
from kiosk.base.threads import require_thread_memory
from kiosk.library.file_checks import check_file
from kiosk.packs.targets import PackContents, Target


class BackgroundChecker:
    """Syncs and checks the files of `contents` in `folder`, one after the other, on one worker thread.

    This keeps the disk and two cores busy at the same time. Use it in a `with` statement, which at its end
    cancels pending files and waits for the running one.
    """

    def __init__(self, folder: Path, contents: PackContents) -> None:
        self._folder = folder
        self._contents = contents
        self._pool = ThreadPoolExecutor(1)
        self._pending: deque[tuple[Target, Future[None]]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def enqueue(self, target: Target) -> None:
        """Queue a completely written file; raises the error of an earlier file, if there is one."""
        with require_thread_memory():
            self._pending.append((target, self._pool.submit(self._sync_and_check, target)))
        while self._pending[0][1].done() and len(self._pending) > 1:
            self._result(self._pending.popleft()[1])

    def wait_for_all(self, report: ProgressCallback) -> None:
        """Wait for all queued files; raises the KioskErrors of `check_file`, and OSError."""
        futures = dict(self._pending)
        for target, _ in track_progress(report, "check", list(futures)):
            self._result(futures[target])

    def _result(self, future: Future[None]) -> None:
        """Wait for a check; after a request to end its error may be that of the check that was broken off."""
        wait([future])
        cancellation.check()
        future.result()

    def _sync_and_check(self, target: Target) -> None:
        sync_file(self._folder / target.name)
        check_file(self._folder / target.name, target, self._contents)
