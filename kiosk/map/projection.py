"""Projects latitude and longitude to the plane: Lambert's conformal conic projection, for Kazakhstan."""

from math import cos, log, pi, radians, sin, tan

from kiosk.map.geometry import Point

EARTH_RADIUS = 6371.0
"""Of the earth as a sphere, in kilometres; the difference to the ellipsoid is less than a pixel here."""
CENTRAL_MERIDIAN, STANDARD_PARALLELS = 67.0, (43.0, 53.0)
"""The central meridian of the country, and the standard parallels: a sixth of its height from its southern
and its northern end, the usual rule for least distortion between them."""


def _conformal(latitude: float) -> float:
    return tan(pi / 4 + radians(latitude) / 2)


_CONE = log(cos(radians(STANDARD_PARALLELS[0])) / cos(radians(STANDARD_PARALLELS[1]))) / log(
    _conformal(STANDARD_PARALLELS[1]) / _conformal(STANDARD_PARALLELS[0])
)
_SCALE = (
    EARTH_RADIUS * cos(radians(STANDARD_PARALLELS[0])) * _conformal(STANDARD_PARALLELS[0]) ** _CONE / _CONE
)


def project(latitude: float, longitude: float) -> Point:
    """Project angles in degrees to kilometres from the tip of the cone, `x` to the east, `y` to the south.

    J. P. Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395), formulas 15-1 to 15-3.
    Latitudes are clamped just short of the poles, as the south pole is projected to infinity.
    """
    away = _SCALE / _conformal(min(max(latitude, -89.9), 89.9)) ** _CONE
    turn = _CONE * radians((longitude - CENTRAL_MERIDIAN + 180) % 360 - 180)
    return Point(away * sin(turn), away * cos(turn))
