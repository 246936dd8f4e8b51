"""Gives up on a source that delivers too few bytes for too long, or that keeps a command from ending."""

import time
from collections.abc import Callable
from threading import Event, Thread
from types import TracebackType
from typing import Self

from kiosk.base import cancellation
from kiosk.base.sentence_ids import SourcesId

MIN_BYTES_PER_SECOND = 256_000
"""Bytes per second below which a source counts as dead."""
WINDOW_SECONDS = 60.0
"""Seconds for which a source may be that slow."""
STOP_SECONDS = 2.0
"""Seconds for which a source may keep a command from ending that was asked to end."""
POLL_SECONDS = 0.2
"""Seconds between two looks."""


class ReadDeadline:
    """Calls `on_expired` from its own thread when fewer than the minimum of bytes came in `seconds`.

    It watches for the duration of a `with` block. A process that waits for a dead server cannot be woken:
    `on_expired` has to end it. It gets the reason, the id of a sentence: 'sources.slow', or 'sources.stopped'
    when the block goes on for STOP_SECONDS after a request to end.
    """

    def __init__(
        self,
        on_expired: Callable[[SourcesId], object],
        min_bytes_per_second: int = MIN_BYTES_PER_SECOND,
        seconds: float = WINDOW_SECONDS,
    ) -> None:
        self._on_expired = on_expired
        self._seconds = seconds
        self._required = int(min_bytes_per_second * seconds)
        self._received = 0
        self._stopped = Event()

    def __enter__(self) -> Self:
        self._stopped = Event()
        Thread(target=self._watch, args=(self._stopped,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopped.set()

    def count_bytes(self, size: int) -> None:
        """Add `size` received bytes."""
        self._received += size

    def count_response(self) -> None:
        """Count a response as enough for the present window, however small it was."""
        self._received += self._required

    def _watch(self, stopped: Event) -> None:
        if reason := self._find_reason(stopped):
            self._on_expired(reason)

    def _find_reason(self, stopped: Event) -> SourcesId | None:
        """Wait until the block has ended, None, or there is a reason to give up."""
        before, since, asked = self._received, time.monotonic(), 0.0
        while not stopped.wait(min(POLL_SECONDS, self._seconds)):
            now = time.monotonic()
            if cancellation.is_requested():
                asked = asked or now
                if now - asked >= STOP_SECONDS:
                    return "sources.stopped"
            if now - since >= self._seconds:
                if self._received - before < self._required:
                    return "sources.slow"
                before, since = self._received, now
        return None
