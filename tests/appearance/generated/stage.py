"""The window in which the programmes are shown one after the other."""

from dataclasses import replace

from kiosk.app.window import KioskWindow
from kiosk.app.window_size import parse_size
from kiosk.base.clock import Clock
from kiosk.gallery.draw import grab_settled
from kiosk.gallery.pose import Pose
from tests import screen_kit
from tests.appearance.generated.programmes import Kiosk, shown_programme
from tests.appearance.rules import find_faults
from tests.unit.store.sample import at
from tests.unit.viewmodels.sessions import make_session

NOW = at("2016-04-06T17:40")


class Stage:
    """A window that shows one programme after the other, and finds what breaks the rules of the layout."""

    def __init__(self) -> None:
        screen_kit.application()
        size = parse_size("1920x1080")
        self.window = KioskWindow(make_session("kk", now=NOW), size)
        self.window.show()

    def show(self, kiosk: Kiosk) -> None:
        """Show that programme, with its settings, in its size and language."""
        shell, size = self.window.shell, parse_size(kiosk.size)
        assert size is not None
        session = shell.session
        session.settings = replace(kiosk.settings, language=kiosk.language)
        session.clock = Clock(lambda: NOW, NOW if kiosk.trusted else NOW + 1)
        shell.showAttract()
        self.window.view.resize(size)
        shell.show_programme(shown_programme(kiosk.programme))
        shell.setLanguage(kiosk.language)

    def faults(self, kiosk: Kiosk, poses: list[Pose]) -> list[str]:
        """A sentence for each rule that one of the pages breaks."""
        self.show(kiosk)
        found = []
        for name, pose in poses:
            self.window.shell.idle_timer.stop()
            pose(self.window.shell)
            grab_settled(self.window)
            found += [f"{name}: {fault}" for fault in find_faults(self.window.view.rootObject())]
        return found

    def close(self) -> None:
        """Close the window."""
        self.window.close()
