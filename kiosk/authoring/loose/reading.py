"""What was understood from something that a person has written."""

from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Reading(NamedTuple, Generic[T]):
    """A value, and whether it can be read in no other way; what is uncertain is echoed to its author."""

    value: T
    is_certain: bool = True
