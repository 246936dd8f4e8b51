"""The QR codes of a page: tabs for their kinds, and a counted pager where a kind has several."""

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.base import qr_code
from kiosk.events.event_codes import CODE_TITLES, EventCode
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.shared.code_tabs import CodeTabs, code_tabs, tab_kind

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CodeViewer(QObject):
    """Shows one of several codes; `used` is emitted when a visitor asks for another kind or a larger code."""

    changed = Signal()
    enlargedChanged = Signal()
    used = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.codes: Sequence[EventCode] = ()
        self._kind, self._index = "", 0
        self._enlarged = False
        self.code_tabs = CodeTabs(self)

    def show(self, codes: Sequence[EventCode]) -> None:
        """Show these codes: those of the kind shown before, as far as there are any, else the first."""
        self.codes = codes
        self.code_tabs.show(code_tabs(codes, self._session.translator))
        kinds = [tab.kind for tab in self.code_tabs.rows]
        if self._kind not in kinds:
            self._kind, self._index = kinds[0] if kinds else "", 0
            self._set_enlarged(False)
        self._index = min(self._index, max(0, len(self._pages) - 1))
        self.changed.emit()

    def reset(self) -> None:
        """Show no codes; the next ones are shown from the first on."""
        self._kind, self._index = "", 0
        self.show(())
        self._set_enlarged(False)

    @property
    def _pages(self) -> list[EventCode]:
        return [code for code in self.codes if tab_kind(code) == self._kind]

    @property
    def _code(self) -> EventCode | None:
        pages = self._pages
        return pages[self._index] if pages else None

    @Slot(str)
    def select(self, kind: str) -> None:
        """Show the first code of that kind, a tab's."""
        if kind != self._kind:
            self._kind, self._index = kind, 0
            self.used.emit()
        self.changed.emit()

    @Slot(int)
    def step(self, by: int) -> None:
        """Show the code of this kind `by` places further, or back if negative; the first follows the last."""
        self._index = (self._index + by) % max(1, len(self._pages))
        self.changed.emit()

    @Slot(bool)
    def enlarge(self, enlarged: bool) -> None:
        """Show the code as large as the screen allows, or beside the page's text again."""
        if enlarged:
            self.used.emit()
        self._set_enlarged(enlarged)

    def _set_enlarged(self, enlarged: bool) -> None:
        self._enlarged = enlarged
        self.enlargedChanged.emit()

    @Property(CodeTabs, constant=True)
    def tabs(self) -> CodeTabs:
        return self.code_tabs

    @Property(str, notify=changed)
    def kind(self) -> str:
        """The kind of the tab that is chosen, '' without codes."""
        return self._kind

    @Property(str, notify=changed)
    def title(self) -> str:
        """What the code is for."""
        return self._session.translator.text(CODE_TITLES[self._code.kind]) if self._code else ""

    @Property(str, notify=changed)
    def payload(self) -> str:
        return self._code.payload if self._code else ""

    @Property(int, notify=changed)
    def modules(self) -> int:
        """The side of the code with its quiet zone, in modules; 0 without a code."""
        return len(qr_code.qr_matrix(self._code.payload)) if self._code else 0

    @Property(str, notify=changed)
    def host(self) -> str:
        """The host of a link, '' for other codes."""
        return self._code.host if self._code else ""

    @Property(str, notify=changed)
    def note(self) -> str:
        return self._code.note if self._code else ""

    @Property(str, notify=changed)
    def position(self) -> str:
        """Which of several codes of this kind is shown ('1 / 3'); '' for a single one."""
        count = len(self._pages)
        if count < 2:
            return ""
        return self._session.translator.text("screens.code.position", n=self._index + 1, m=count)

    @Property(bool, notify=enlargedChanged)
    def enlarged(self) -> bool:
        return self._enlarged
