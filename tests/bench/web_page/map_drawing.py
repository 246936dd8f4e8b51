"""The drawing of the map as SVG: what `kiosk.images.maps` paints for the same options."""

from urllib.parse import parse_qsl

from kiosk.map.outline import country_outline

WIDTH, HEIGHT = 1200, 660
"""Pixels, about the size of the kiosk's map on the screen that is measured."""
INK, ACCENT, CARD, LAND, BORDER = "#0b1f3a", "#f5b82e", "#fff", "#ddefe6", "#2c6a4f"


def country_symbol() -> str:
    """The outline of the country in kilometres, for the maps in all languages."""
    path = "".join(
        "M" + "L".join(f"{point.x:.1f} {point.y:.1f}" for point in ring) + "z" for ring in country_outline()
    )
    return f'<g id="country"><path d="{path}" vector-effect="non-scaling-stroke"/></g>'


def map_svg(options: str) -> str:
    """The country, routes, leaders and discs; '' without options, as the page is not laid out then."""
    if not options:
        return ""
    given = dict(parse_qsl(options))
    scale, left, top = given["frame"].split(",")
    em = float(given["em"])
    routes, leaders, discs = (
        [one.split(",") for one in given.get(name, "").split(";") if one]
        for name in ("routes", "leaders", "discs")
    )
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}"><use href="#country" fill="{LAND}" stroke="{BORDER}" '
        f'stroke-width="{em / 10}" transform="translate({left} {top}) scale({scale})"/>'
        + "".join(_route(colour, stops, em) for colour, *stops in routes)
        + "".join(_line(ends, INK, em / 12) for ends in leaders)
        + "".join(_disc(numbers, em) for numbers in discs)
        + "</svg>"
    )


def _route(colour: str, stops: list[str], em: float) -> str:
    """A dashed line over a white one."""
    dashes = f'stroke-dasharray="{0.36 * em} {0.2 * em}"'
    return _line(stops, CARD, em / 3) + _line(stops, f"#{colour}", em / 5, dashes)


def _line(points: list[str], colour: str, width: float, more: str = "") -> str:
    return f'<polyline points="{" ".join(points)}" stroke="{colour}" stroke-width="{width}" {more}/>'


def _disc(numbers: list[str], em: float) -> str:
    """A disc, with a ring around it for a Corner and for this kiosk."""
    x, y, radius, is_corner, is_here, has_events = map(float, numbers)
    ring = ""
    if is_corner or is_here:
        ring = f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{ACCENT}" stroke="{CARD}"/>'
        radius -= 0.2 * em
    return f'{ring}<circle cx="{x}" cy="{y}" r="{radius:.1f}" fill="{INK if has_events else CARD}"/>'
