"""Every page is laid out in every size, and no binding depends on itself: a warning of QML is an error."""

from pathlib import Path

import pytest

from kiosk.app import run
from kiosk.app.window import KioskWindow
from kiosk.app.window_size import parse_size
from kiosk.gallery.visitor_poses import visitor_poses
from tests import screen_kit
from tests.appearance.generated.programmes import SIZES

USUAL_SIZES = [size for size in map(parse_size, SIZES) if size and size.width() * size.height() < 4_000_000]
"""Without those of 8 megapixels, which have the layout of two others, twice as large."""
FEW = 8
"""Of so many events one is shown, as all have the same page."""


@pytest.mark.parametrize("programme", ["april", "corner_month"])
def test_no_page_warns_while_the_window_turns_through_all_sizes(
    programme: str, request: pytest.FixtureRequest
) -> None:
    library: Path = request.getfixturevalue(programme)
    screen_kit.application()
    session = run.open_session(library, None, "2016-04-06T17:40", "kk")
    window = KioskWindow(session, parse_size(SIZES[0]))
    window.show()
    poses = list(visitor_poses(session))
    events = [pose for pose in poses if pose[0].startswith("event-")]
    for _, pose in (*(one for one in poses if one not in events), *events[::FEW]):
        pose(window.shell)
        for size in USUAL_SIZES:
            window.view.resize(size)
            screen_kit.settle()
    window.close()
