"""What can be fuzzed: four gates that untrusted bytes have to pass, each with an oracle of its own."""

from collections.abc import Callable, Mapping
from importlib import import_module
from random import Random
from typing import Protocol, cast

NAMES = ("packs", "database", "pictures", "links")

Plain = Callable[[bytes], bytes]
"""Changes bytes blindly: libFuzzer's own mutations."""


class Target(Protocol):
    """A module of `tests.fuzz.targets`."""

    LONGEST: int
    """Bytes of the longest input worth trying."""

    def seeds(self) -> Mapping[str, bytes]:
        """Inputs to begin with, by a name for each; the same ones in every process."""

    def offer(self, data: bytes) -> bool:
        """Whether the gate lets `data` in. Anything raised is a finding, AssertionError one of the oracle."""

    def mutate(self, data: bytes, chance: Random, plain: Plain) -> bytes:
        """Another input like `data`, changed in a way that gets past the first checks."""


def load(name: str) -> Target:
    """The target called `name`, one of NAMES."""
    return cast(Target, import_module(f"tests.fuzz.targets.{name}"))
