"""A visitor watches a video in its own process: `python -m tests.flows.watch_video LIBRARY SIZE LANGUAGE`."""

import sys
from pathlib import Path

from kiosk.app import run, window
from kiosk.app.window import KioskWindow
from kiosk.app.window_size import parse_size
from kiosk.i18n.translator import LANGUAGES, translator
from tests.appearance.rules import find_faults
from tests.screen_kit import (
    AT,
    find,
    grab_pixels,
    settle,
    tap,
    tap_targets,
    texts,
    wait_until,
    wait_until_ready,
)

EVENT = "us-kz-film-festival"


def watch(shown: KioskWindow, language: str) -> None:
    """Open a video, play it, change the language, pause, play to the end, leave the viewer."""
    player, translations = shown.shell.pages.event.media_viewer.video_player, translator(language)
    shown.shell.setLanguage(language)
    shown.shell.openEvent(EVENT)
    wait_until_ready(shown)
    tap(shown, "viewer-open")
    assert "film-play" not in [item.objectName() for item in tap_targets(shown)]
    tap(shown, "viewer-before")
    wait_until(lambda: player.ready)
    assert not player.playing and not list(find_faults(shown.view.rootObject()))
    assert find(shown, "film-play").property("label") == translations.text("screens.viewer.play")
    poster = grab_pixels(shown)
    tap(shown, "film-play")
    wait_until(lambda: player.caption)
    assert player.caption in texts(shown) and not list(find_faults(shown.view.rootObject()))
    assert find(shown, "film-play").property("label") == translations.text("screens.viewer.pause")
    assert (grab_pixels(shown) != poster).mean() > 0.05
    other = LANGUAGES[LANGUAGES.index(language) - 1]
    before = player.caption
    language_name = translator(other).text("screens.language.own")
    top_target = [item for item in tap_targets(shown) if item.property("label") == language_name][-1]
    top_target.setObjectName("other-language")
    tap(shown, "other-language")
    assert player.playing and player.caption not in ("", before)
    tap(shown, "film-louder")
    assert player.volume > shown.shell.session.settings.volume / 100
    progress = player.progress
    wait_until(lambda: player.progress > progress)
    tap(shown, "film-play")
    settle()
    progress = player.progress
    assert not player.playing and 0 < progress < 1
    tap(shown, "film-play")
    wait_until(lambda: player.progress > 0.9)
    wait_until(lambda: not player.started)
    assert not player.playing and player.progress == 0
    assert find(shown, "viewed").property("progress") == 1
    tap(shown, "film-play")
    wait_until(lambda: player.progress > 0)
    tap(shown, "viewer-after")
    settle()
    assert not player.ready and "film-play" not in [item.objectName() for item in tap_targets(shown)]
    tap(shown, "viewer-close")
    assert (player.ready, player.progress) == (False, 0)
    tap(shown, "viewer-open")
    tap(shown, "viewer-before")
    wait_until(lambda: player.ready)
    tap(shown, "film-play")
    wait_until(lambda: player.progress > 0)
    tap(shown, "dock-home")
    assert (player.ready, player.progress) == (
        False,
        0,
    ) and player.volume == shown.shell.session.settings.volume / 100


def main() -> None:
    """Run the visit; print 'watched' at the end."""
    library, size, language = sys.argv[1:]
    window.prepare_qt("opengl")
    window.create_application(["kiosk"])
    shown = KioskWindow(run.open_session(Path(library), None, AT, "en"), parse_size(size))
    shown.show()
    settle()
    watch(shown, language)
    shown.close()
    print("watched")


if __name__ == "__main__":
    main()
