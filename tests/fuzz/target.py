"""The fuzz targets: five checks of untrusted bytes, each with its own oracle."""

from collections.abc import Callable, Mapping
from importlib import import_module
from random import Random
from typing import Protocol, cast

NAMES = ("packs", "database", "pictures", "links", "words")

ByteMutator = Callable[[bytes], bytes]
"""Mutates bytes without knowing their format, as libFuzzer does."""


class Target(Protocol):
    """A module of `tests.fuzz.targets`."""

    LONGEST: int
    """Maximum input length in bytes."""

    def seeds(self) -> Mapping[str, bytes]:
        """The initial inputs by name; the same ones in every process."""

    def offer(self, data: bytes) -> bool:
        """Whether the check accepts `data`. Any exception is a finding, AssertionError one of the oracle."""

    def mutate(self, data: bytes, random: Random, mutate_bytes: ByteMutator) -> bytes:
        """A mutation of `data` that gets past the first checks."""


def load(name: str) -> Target:
    """The target called `name`, one of NAMES."""
    return cast(Target, import_module(f"tests.fuzz.targets.{name}"))
