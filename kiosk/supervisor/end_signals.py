"""The signals that request the program to end, as the supervisor receives them."""

import os
import select
import signal
from types import TracebackType
from typing import Self

from kiosk.base import cancellation

END_SIGNALS = cancellation.SIGNALS


class EndSignals:
    """Receives END_SIGNALS within a `with` statement; `received` stays set (Unix)."""

    received = False

    def __enter__(self) -> Self:
        self._read_end, self._write_end = os.pipe()
        for end in (self._read_end, self._write_end):
            os.set_blocking(end, False)
        for number in END_SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._receive)
        # a signal that comes just before a wait ends that wait
        signal.set_wakeup_fd(self._write_end, warn_on_full_buffer=False)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        restore_handlers()
        os.close(self._read_end)
        os.close(self._write_end)

    def wait(self, seconds: float, *descriptors: int) -> None:
        """Return after `seconds`, or when a signal has come or one of the descriptors is readable."""
        if not self.received:
            select.select([self._read_end, *descriptors], [], [], seconds)

    def _receive(self, *_: object) -> None:
        self.received = True


def restore_handlers() -> None:
    """Handle END_SIGNALS as every command does (`kiosk.base.cancellation`)."""
    signal.set_wakeup_fd(-1)
    cancellation.listen()
