"""How long something may wait for a source that gives next to nothing."""

from collections.abc import Callable
from threading import Event, Thread
from types import TracebackType
from typing import Self

MIN_BYTES_PER_SECOND = 256_000
"""Bytes a second below which a source counts as dead."""
WINDOW_SECONDS = 60.0
"""For how long it may be that slow."""


class ReadDeadline:
    """Calls `expired` from a thread of its own when too little came within so many seconds.

    It watches as long as a `with` statement lasts. A process that waits for a dead server can be woken by
    nobody: `expired` has to end it.
    """

    def __init__(
        self,
        expired: Callable[[], object],
        min_bytes_per_second: int = MIN_BYTES_PER_SECOND,
        seconds: float = WINDOW_SECONDS,
    ) -> None:
        self._expired = expired
        self._seconds = seconds
        self._enough = int(min_bytes_per_second * seconds)
        self._came = 0
        self._over = Event()

    def __enter__(self) -> Self:
        self._over = Event()
        Thread(target=self._watch, args=(self._over,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()

    def count_bytes(self, size: int) -> None:
        """So many bytes have come."""
        self._came += size

    def count_response(self) -> None:
        """Something has come that counts as enough, however small."""
        self._came += self._enough

    def _watch(self, over: Event) -> None:
        before = self._came
        while not over.wait(self._seconds):
            if self._came - before < self._enough:
                self._expired()
                return
            before = self._came
