"""The facts of one event as the list QML shows."""

from PySide6.QtQml import QmlElement

from kiosk.events.event_facts import Fact
from kiosk.viewmodels.record_model import RecordModel

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class FactRows(RecordModel):
    """The facts of one event: when, where, for whom."""

    record = Fact
