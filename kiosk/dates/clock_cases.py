"""A time of the day in a sentence: Kazakh adds the ending of a case to the number that is spoken last."""

from typing import NamedTuple


class _Endings(NamedTuple):
    until: str
    at: str


_SOFT, _HARD = _Endings("ге", "де"), _Endings("ға", "да")
_HARD_VOICELESS = _Endings("қа", "та")
_SOFT_VOICELESS = _Endings("ке", "те")
_ENDINGS = {
    0: _SOFT,
    1: _SOFT,
    2: _SOFT,
    3: _SOFT_VOICELESS,
    4: _SOFT_VOICELESS,
    5: _SOFT_VOICELESS,
    6: _HARD,
    7: _SOFT,
    8: _SOFT,
    9: _HARD,
    10: _HARD,
    20: _HARD,
    30: _HARD,
    40: _HARD_VOICELESS,
    50: _SOFT,
}
"""By the number that is said last.

нөл, бір, екі, үш, төрт, бес, алты, жеті, сегіз, тоғыз, он, жиырма, отыз, қырық, елу.
"""


def until_time(time: str, language: str) -> str:
    """'21:00' for a sentence with 'until': in Kazakh '21:00-ге', in other languages as it is."""
    return f"{time}-{_endings(time).until}" if language == "kk" else time


def at_time(time: str, language: str) -> str:
    """'18:00' for a sentence with 'at': in Kazakh '18:00-де', in other languages as it is."""
    return f"{time}-{_endings(time).at}" if language == "kk" else time


def _endings(time: str) -> _Endings:
    """The endings of the hour when it is full, else of the minutes, because these are said last."""
    hour, minute = map(int, time.split(":"))
    spoken = minute or hour
    return _ENDINGS[spoken % 10 or spoken]
