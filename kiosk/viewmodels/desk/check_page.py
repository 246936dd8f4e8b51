"""The page Check: the findings, and what the programme changes against the last pack."""

from typing import Any

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk import dates
from kiosk.viewmodels.desk.checker import Checker
from kiosk.viewmodels.desk.matrix_rows import MatrixRows, matrix_rows
from kiosk.viewmodels.desk.rows import FindingRows, finding_rows
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.packs.rows import ChangeRows, change_rows

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CheckPage(QObject):
    """The report in lists; `packChosen` names another pack to compare with."""

    changed = Signal()
    packChosen = Signal(str)

    def __init__(self, session: Session, checker: Checker, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._checker = session, checker
        self._severity = ""
        self._shows_all_texts = False
        self._findings, self._changes, self._matrix = FindingRows(self), ChangeRows(self), MatrixRows(self)

    @Slot(str)
    def filterFindings(self, severity: str) -> None:
        """Show the findings of one severity only; again, or '' for all."""
        self._severity = "" if severity == self._severity else severity
        self.refresh()

    @Slot(bool)
    def showAllTexts(self, all_texts: bool) -> None:
        """Show the texts that are there too, or the missing ones only."""
        self._shows_all_texts = all_texts
        self.refresh()

    @Slot(QUrl)
    def comparePack(self, url: QUrl) -> None:
        """Compare with this pack."""
        self.packChosen.emit(url.toLocalFile())

    @Slot()
    def refresh(self) -> None:
        """Update all texts, after a change of language or of the report."""
        report = self._checker.report
        if not self._checker.count(self._severity):
            self._severity = ""
        self._findings.show(finding_rows(report.get("findings", ()), self._severity, self._session))
        self._matrix.show(matrix_rows(self._texts, not self._shows_all_texts, self._session))
        changes = report.get("changes") or {}
        self._changes.show(change_rows(changes.get("rows", ()), self._session))
        self.changed.emit()

    @property
    def _texts(self) -> dict[str, Any]:
        return self._checker.report.get("matrix") or {}

    @Property(MatrixRows, constant=True)
    def matrix(self) -> MatrixRows:
        return self._matrix

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]
    def textLanguages(self) -> list[str]:
        """The codes of the pack's languages, in its order."""
        return list(self._texts.get("languages", ()))

    @Property(int, notify=changed)
    def missingTexts(self) -> int:
        """How many texts are there in another language only."""
        return int(self._texts.get("missing", 0))

    @Property(bool, notify=changed)
    def showsAllTexts(self) -> bool:
        return self._shows_all_texts

    @Property(FindingRows, constant=True)
    def findings(self) -> FindingRows:
        return self._findings

    @Property(ChangeRows, constant=True)
    def changes(self) -> ChangeRows:
        return self._changes

    @Property(str, notify=changed)
    def severity(self) -> str:
        """The severity that is shown, '' for all."""
        return self._severity

    @Property(int, notify=changed)
    def errors(self) -> int:
        return self._checker.count("error")

    @Property(int, notify=changed)
    def warnings(self) -> int:
        return self._checker.count("warning")

    @Property(int, notify=changed)
    def repaired(self) -> int:
        return self._checker.count("repaired")

    @Property(bool, notify=changed)
    def hasReport(self) -> bool:
        return bool(self._checker.report)

    @Property(bool, notify=changed)
    def isCompared(self) -> bool:
        """Whether the programme was compared with an earlier pack."""
        return bool(self._checker.report.get("changes"))

    @Property(str, notify=changed)
    def comparison(self) -> str:
        """What the changes are against."""
        report, text = self._checker.report, self._session.translator.text
        if changes := report.get("changes"):
            day = dates.format_day(changes["updated"], self._session.language)
            return text("desk.against", number=changes["number"], day=day)
        return text("desk.against_nothing") if report.get("programme") else text("desk.changes_later")
