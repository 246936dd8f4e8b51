"""A state of the kiosk that the gallery draws."""

from collections.abc import Callable

from kiosk.viewmodels.shell import Shell

Pose = tuple[str, Callable[[Shell], None]]
"""The name of a state, and what brings the shell into it from any other."""
