"""Draws the poses of all sessions into PNG files."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.app.window import KioskWindow
from kiosk.base import cancellation
from kiosk.base.export.export_file import export_errors
from kiosk.gallery.pose import Pose
from kiosk.viewmodels.session import Session

PNG_QUALITY = 75
"""Half the time of Qt's usual compression for a tenth more bytes."""


def grab_settled(window: KioskWindow) -> QImage:
    """A picture of the window once all its layouts are done."""
    for _ in range(3):
        QGuiApplication.processEvents()
    return window.view.grabWindow()


def draw_sessions(
    sessions: Iterable[tuple[Session, list[Pose]]],
    folder: Path,
    sizes: list[QSize],
    languages: list[str],
    *,
    only_missing: bool = False,
) -> Iterator[Path]:
    """Draw the poses of these sessions in every size and language into `folder`.

    Yields each file once it is written. With `only_missing` pictures that are there stay.
    """
    with export_errors(folder.parent):
        folder.mkdir(parents=True, exist_ok=True)
    for gallery_session, poses in sessions:
        window = KioskWindow(gallery_session, sizes[0])
        window.show()
        for size in sizes:
            window.view.resize(size)
            for language in languages:
                window.shell.setLanguage(language)
                for name, pose in poses:
                    cancellation.check()
                    file = folder / f"{name}-{language}-{size.width()}x{size.height()}.png"
                    if only_missing and file.exists():
                        continue
                    window.shell.idle_timer.stop()
                    pose(window.shell)
                    grab_settled(window).save(str(file), quality=PNG_QUALITY)
                    yield file
        window.close()
