"""Derives from a theme's colour the light tint of a surface, and the dark colour of letters on it."""

from functools import cache

from kiosk.rules.contrast import luminance

TINT = 0.16
"""The share of the colour in its tint; the rest is white."""
MIN_CONTRAST = 8.0
"""Of letters on the tint: they are read from two metres."""
STEP = 0.92


@cache
def tint_of(colour: str) -> str:
    """The tint of '#RRGGBB'."""
    return _format([255 - (255 - channel) * TINT for channel in _channels(colour)])


@cache
def letters_on_tint(colour: str) -> str:
    """The colour '#RRGGBB', darkened until it has MIN_CONTRAST on its tint."""
    light, dark = luminance(tint_of(colour)) + 0.05, colour
    channels: list[float] = [*_channels(colour)]
    while light / (luminance(dark) + 0.05) < MIN_CONTRAST:
        channels = [channel * STEP for channel in channels]
        dark = _format(channels)
    return dark


def _channels(colour: str) -> list[int]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]


def _format(channels: list[float]) -> str:
    return "#" + "".join(f"{round(channel):02X}" for channel in channels)
