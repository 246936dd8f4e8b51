"""Makes an object with a `close` method usable in a `with` statement."""

from types import TracebackType
from typing import Self


class ClosesOnExit:
    """Base class: leaving the `with` statement calls `close`."""

    def close(self) -> None:
        """Release what the object holds."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
