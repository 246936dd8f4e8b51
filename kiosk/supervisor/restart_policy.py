"""Decides when the screen is started again, and when without the graphics card."""

MAX_DELAY = 30.0
"""Seconds; the first delay is one second, each further one twice as long."""
SOFTWARE_AFTER = 2
"""So many starts in a row without a frame before the processor draws instead of the graphics card."""


class RestartPolicy:
    """A screen that has drawn a frame is started again at once; one that has not, after a growing delay."""

    def __init__(self) -> None:
        self._failures = 0
        self.uses_software = False
        """Whether the processor draws; stays so, as the card would fail again."""

    def delay_after(self, has_drawn: bool) -> float:
        """Seconds until the next start, after a process that had drawn a frame or not."""
        if has_drawn:
            self._failures = 0
            return 0.0
        self._failures += 1
        self.uses_software |= self._failures >= SOFTWARE_AFTER
        return min(2.0 ** (self._failures - 1), MAX_DELAY)
