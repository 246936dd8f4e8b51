"""The contrast of white text on a colour (WCAG 2.2, 'relative luminance' and 'contrast ratio')."""

MIN_CONTRAST = 4.5
"""Minimum ratio for body text (WCAG 2.2, success criterion 1.4.3)."""


def contrast_with_white(colour: str) -> float:
    """The contrast ratio of '#RRGGBB' with white, 1 to 21."""
    return 1.05 / (luminance(colour) + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of '#RRGGBB', 0 for black to 1 for white."""
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
