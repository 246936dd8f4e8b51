"""The doors of the home page: the themes, and first choices where they lead to something."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtQml import QmlElement

from kiosk.base.model import Theme
from kiosk.base.sentence_ids import ScreensId
from kiosk.programme.choices import Choice, HomeProgramme
from kiosk.rules.tints import letters_on_tint, tint_of
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.session import Session

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

DOORS: dict[Choice, tuple[ScreensId, str, int]] = {
    Choice.NOW: ("screens.badge.now", "door-open", 2),
    Choice.EVENING: ("screens.home.evening", "sun", 1),
    Choice.WEEKEND: ("screens.home.weekend", "calendar-star", 1),
    Choice.CHILDREN: ("screens.home.children", "balloon", 1),
    Choice.ONLINE: ("screens.event.online", "laptop", 1),
    Choice.FREE: ("screens.event.free", "ticket", 1),
}
"""The first choices in their order: word, icon, and the number of events from which it is offered."""
MORE = "more"


class DoorRow(NamedTuple):
    """One door; `kind` is 'theme', 'choice' or 'more', `target` the id of what it opens."""

    kind: str
    target: str
    title: str
    events: str
    colour: str
    tint: str
    letters: str
    icon: str


@QmlElement
class DoorRows(RecordModel):
    """The doors that are shown."""

    record = DoorRow


def theme_door(theme: Theme, events: int, session: Session) -> DoorRow:
    """The door of a theme with so many coming events."""
    count = session.translator.plural("screens.count.events", events)
    colours = theme.colour, tint_of(theme.colour), letters_on_tint(theme.colour)
    return DoorRow("theme", theme.id, session.localise(theme.title), count, *colours, theme.icon)


def more_door(session: Session) -> DoorRow:
    """The door to the next page of doors."""
    title = session.translator.text("screens.home.more_themes")
    return DoorRow("more", MORE, title, "", "", "", "", "stack")


def choice_doors(programme: HomeProgramme, session: Session) -> list[DoorRow]:
    """The doors of the choices that lead to enough events."""
    counts = {choice: programme.count(choice) for choice in DOORS}
    return [
        DoorRow(
            "choice",
            choice.value,
            session.translator.text(title),
            session.translator.plural("screens.count.events", counts[choice]),
            "",
            "",
            "",
            icon,
        )
        for choice, (title, icon, least) in DOORS.items()
        if counts[choice] >= least
    ]


def arrange_doors(
    themes: Sequence[DoorRow], choices: Sequence[DoorRow], more: DoorRow, slots: int
) -> list[list[DoorRow]]:
    """The doors in pages of at most `slots`: the themes, then as many choices as there is room for.

    When the themes alone are too many, half of the first page is for the choices, and the last door of each
    page leads to the next one.
    """
    if len(themes) <= slots:
        return [[*themes, *choices[: slots - len(themes)]]]
    offered = choices[: slots // 2]
    first = slots - 1 - len(offered)
    rest = [themes[at : at + slots - 1] for at in range(first, len(themes), slots - 1)]
    return [[*themes[:first], *offered, more], *([*page, more] for page in rest)]
