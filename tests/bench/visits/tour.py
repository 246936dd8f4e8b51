"""A visit: what a visitor taps, and how long each page takes to appear."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tests.bench.display import Display, PixelSamples, Recording, changed_part
from tests.bench.finger import Finger
from tests.bench.item_positions import WAKE, Point


class Step(NamedTuple):
    """One tap on the item of that name; `page` names the page that is measured, '' for none.

    A film has no picture that stays: it is watched for `seconds`.
    """

    name: str
    page: str = ""
    seconds: float = 0


_PAGES = (
    Step("theme-innovation", "theme"),
    Step("dock-home"),
    Step("dock-calendar", "calendar"),
    Step("dock-map", "map"),
    Step("dock-search", "search"),
    Step("dock-events"),
    Step("dock-tray"),
    Step("dock-home"),
    Step("theme-friendship", "other_theme"),
    Step("event-us-kz-fest", "event"),
    Step("back"),
    Step("event-us-kz-film-festival"),
    Step("viewer-open"),
    Step("viewer-before", seconds=3.0),  # after the first picture comes the last, the film
    Step("viewer-close"),
)
ENGLISH = (Step(WAKE, "home"), *_PAGES)
KAZAKH = (Step(WAKE, "home"), Step("Қазақша"), *_PAGES)
"""A visit that begins with the language switch."""

TIMEOUT = 8.0
"""Seconds for a page, fewer than until the kiosk asks whether the visitor is still there."""
PAGE_REST = 0.8
"""A measured page is complete when nothing has changed for so many seconds after it."""
QUICK_REST = 0.5
"""The same for the others; the kiosk takes no touch for 0.3 s after the attract loop (Theme.qml, pause)."""
PRESS_SECONDS = 0.1
"""How long a touch lasts."""
MIN_CHANGED = 0.02
"""The fraction of changed pixels above which a picture is of another page."""


def names_of(steps: Sequence[Step]) -> list[str]:
    """The names of all items that are tapped."""
    return [step.name for step in steps]


def make_visit(
    display: Display,
    finger: Finger,
    steps: Sequence[Step],
    points: Mapping[str, Point],
    *,
    measured: bool = True,
) -> dict[str, float]:
    """Tap all steps; the seconds from the end of each touch to the complete page, by the page.

    RuntimeError when a tap leads nowhere.
    """
    seconds: dict[str, float] = {}
    for step in steps:
        is_page = measured and bool(step.page)
        recording = _tap(display, finger, step, points[step.name], PAGE_REST if is_page else QUICK_REST)
        if is_page:
            seconds[step.page] = recording.time_to_final_picture()
    return seconds


def _tap(display: Display, finger: Finger, step: Step, point: Point, rest: float) -> Recording:
    """The screen from the end of the touch until it has shown another page for `rest` seconds."""
    before = display.sample_pixels()

    def is_other_page(picture: PixelSamples) -> bool:
        return changed_part(before, picture) > MIN_CHANGED

    finger.move(*point)
    display.record(finger.press, PRESS_SECONDS)
    timeout, rest = (step.seconds, 0) if step.seconds else (TIMEOUT, rest)
    recording = display.record(finger.release, timeout, rest=rest, is_expected=is_other_page)
    if not is_other_page(display.sample_pixels()):
        raise RuntimeError(f"the tap on {step.name!r} leads nowhere")
    return recording
