"""Draws figures by the number of events as an SVG picture with logarithmic axes."""

from collections.abc import Iterator, Mapping
from math import log10
from xml.sax.saxutils import escape

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 620, 520, 60, 50, 190, 40
LINE = 15
"""Pixels between two labels."""
COLOURS = ("#0A6C9B", "#A23B72", "#2E6F40", "#B3541E", "#5B3F9B", "#666666")

Lines = Mapping[str, Mapping[int, float]]
"""By name: the figure for each number of events."""


def draw_growth(commands: Lines, visits: Lines) -> str:
    """Two charts: the seconds of commands, and the milliseconds (of `memory`: MiB) of a visit."""
    charts = (
        f'<g transform="translate({place * WIDTH} 0)">{"".join(_chart(title, lines))}</g>'
        for place, (title, lines) in enumerate(
            (("authors and staff: seconds", commands), ("visitors: milliseconds; memory: MiB", visits))
        )
    )
    size = f'width="{2 * WIDTH}" height="{HEIGHT}" viewBox="0 0 {2 * WIDTH} {HEIGHT}"'
    style = 'font-family="sans-serif" font-size="12" fill="#222222"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>\n{"".join(charts)}</svg>\n'


def _chart(title: str, lines: Lines) -> Iterator[str]:
    events = sorted({number for line in lines.values() for number in line})
    values = [value for line in lines.values() for value in line.values()]
    lowest, highest = min(values), max(values)

    def x(number: int) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * _share(number, events[0], events[-1])

    def y(value: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * _share(value, lowest, highest)

    yield _text(LEFT, TOP - 26, title)
    for number in events:
        yield _text(x(number), HEIGHT - 14, f"{number:,}", "middle")
        yield _path([(x(number), TOP), (x(number), HEIGHT - BOTTOM)], "#DDDDDD")
    for value in (lowest, highest):
        yield _text(LEFT - 8, y(value) + 4, f"{value:.3g}", "end")
    below = HEIGHT + LINE
    by_end = sorted(lines.items(), key=lambda one: one[1][max(one[1])])
    for place, (name, line) in enumerate(by_end):
        colour = COLOURS[place % len(COLOURS)]
        points = [(x(number), y(line[number])) for number in sorted(line)]
        yield _path(points, colour)
        below = min(points[-1][1] + 4, below - LINE)
        yield _text(points[-1][0] + 8, below, f"{name.replace('_', ' ')} {line[max(line)]:.3g}", fill=colour)


def _share(value: float, lowest: float, highest: float) -> float:
    """Where `value` lies between the two on a logarithmic scale, from 0 to 1."""
    return log10(value / lowest) / (log10(highest / lowest) or 1)


def _path(points: list[tuple[float, float]], colour: str) -> str:
    steps = " L ".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f'<path d="M {steps}" fill="none" stroke="{colour}" stroke-width="1.5"/>\n'


def _text(x: float, y: float, words: str, anchor: str = "start", fill: str = "#222222") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{fill}">{escape(words)}</text>\n'
