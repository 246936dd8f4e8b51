"""The card 'The technician' of the page Settings: the telephone number, typed on keys of the page."""

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.base.kiosk_toml.telephone import MIN_DIGITS, format_telephone
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.containment import Property, Slot

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

ERASE = "erase"
MAX_TYPED = 16
"""The longest international number, with its '+' (ITU-T E.164)."""
KEYS = [*"123456789", "+", "0", ERASE]


@QmlElement
class TechnicianNumber(QObject):
    """Shows the number; while `isEditing`, what is typed takes its place."""

    changed = Signal()

    def __init__(self, session: Session, save: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._save = session, save
        self._number = ""
        self._draft: str | None = None

    def show(self, number: str) -> None:
        """Show this setting, in the current language."""
        self._number = number
        self.changed.emit()

    @Slot()
    def edit(self) -> None:
        """Type another number, beginning with the present one."""
        self._draft = re.sub(r"[ ()-]", "", self._number)
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Keep the number as it is."""
        self._draft = None
        self.changed.emit()

    @Slot(str)
    def press(self, key: str) -> None:
        """Type one of KEYS; '+' only begins a number."""
        draft = self._draft
        if draft is None or key not in KEYS or (key == "+" and draft):
            return
        self._draft = draft[:-1] if key == ERASE else (draft + key)[:MAX_TYPED]
        self.changed.emit()

    @Slot()
    def save(self) -> None:
        """Keep what was typed."""
        if self._draft is not None and self.canSave:
            number, self._draft = self._draft, None
            self._save(number)

    @Property(str, notify=changed)
    def text(self) -> str:
        """What was typed, else the number, else that there is none."""
        number = self._number if self._draft is None else self._draft
        if not number and self._draft is None:
            return self._session.translator.text("choices.technician.none")
        return format_telephone(number) or "–"

    @Property(bool, notify=changed)
    def isEditing(self) -> bool:
        return self._draft is not None

    @Property(bool, notify=changed)
    def canSave(self) -> bool:
        """Whether what was typed can be a number, or is nothing."""
        return not self._draft or len(self._draft.lstrip("+")) >= MIN_DIGITS

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def keys(self) -> list[str]:
        return KEYS
