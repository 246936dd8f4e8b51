"""The pages of a programme, in groups that are judged together."""

from functools import partial

from kiosk.gallery.pose import Pose
from kiosk.gallery.visitor_poses import show_calendar, show_event, show_theme, show_tray
from kiosk.programme.choices import Choice
from kiosk.viewmodels.shell import Shell
from kiosk.viewmodels.visitor.calendar.page import UNDATED_EVENTS
from tests.appearance.generated.programmes import Kiosk

GROUPS = ("home", "event", "lists", "others")
MOST_EVENTS = 3


def page_groups(kiosk: Kiosk) -> dict[str, list[Pose]]:
    """The pages by group: home and attract loop, events, lists, the others."""
    ids = [event.id for event in kiosk.programme.events[:MOST_EVENTS]]
    return {
        "home": [
            ("attract", Shell.showAttract),
            ("attract-next", _show_next_slide),
            ("home", Shell.goHome),
            ("home-doors", _turn_doors),
        ],
        "event": [pose for id in ids for pose in _event_poses(id)],
        "lists": [
            ("events", partial(show_theme, "")),
            ("theme", partial(show_theme, kiosk.programme.themes[0].id)),
            ("past", Shell.openPast),
            *((f"choice-{one}", partial(_show_choice, one)) for one in (Choice.TODAY, Choice.FREE)),
            ("tray", partial(show_tray, ids)),
            ("tray-enlarged", partial(show_tray, ids, enlarged=True)),
            ("tray-empty", partial(show_tray, ())),
        ],
        "others": [
            ("calendar", show_calendar),
            ("calendar-undated", partial(show_calendar, chosen=UNDATED_EVENTS)),
            ("map", lambda shell: shell.open("map")),
            ("search", partial(_search, "")),
            ("search-typed", partial(_search, "а")),
            ("search-long", partial(_search, "программирование" * 4)),
            ("idle", _ask),
        ],
    }


def _event_poses(id: str) -> list[Pose]:
    return [
        (id, partial(show_event, id, 0)),
        (f"{id}-code", partial(show_event, id, -1)),
        (f"{id}-dates", partial(_show_dates, id)),
        (f"{id}-enlarged", partial(_enlarge, id)),
        (f"{id}-viewer", partial(_view, id)),
    ]


def _show_next_slide(shell: Shell) -> None:
    shell.showAttract()
    shell.pages.attract.advance()


def _turn_doors(shell: Shell) -> None:
    shell.goHome()
    shell.pages.home.turnDoors()


def _show_choice(choice: Choice, shell: Shell) -> None:
    shell.open("choice", choice.value)


def _show_dates(id: str, shell: Shell) -> None:
    shell.openEvent(id)
    shell.pages.event.showAllDates()


def _enlarge(id: str, shell: Shell) -> None:
    shell.openEvent(id)
    shell.pages.event.code_viewer.enlarge(True)


def _view(id: str, shell: Shell) -> None:
    shell.openEvent(id)
    shell.pages.event.media_viewer.open()


def _search(text: str, shell: Shell) -> None:
    shell.open("search")
    shell.pages.search.clear()
    shell.pages.search.type(text)


def _ask(shell: Shell) -> None:
    shell.goHome()
    shell.idle_timer.ask()
