"""How a pack relates to the shown programme."""

from enum import StrEnum


class Standing(StrEnum):
    """How a pack relates to the shown programme."""

    FIRST = "first"
    NEWER = "newer"
    ALREADY = "already"
    REPAIR = "repair"
    BESIDE = "beside"
