"""Contains the faults of staff pages: an exception of their code closes the page and never reaches Qt.

Below `kiosk.viewmodels.staff` this module's `Slot` and `Property` stand for those of PySide6, and `contained`
wraps what else is connected to a signal. PySide 6.11 can crash on an exception that passes through QML.
"""

import sys
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore
from PySide6.QtCore import QObject
from shiboken6 import isValid

from kiosk.base.output import print_traceback

__all__ = ["FaultBoundary", "Property", "Slot", "contained"]

PLAIN_TYPES = (str, bool, int, float)


class FaultBoundary(QObject):
    """Has the models below it, in the tree of QObjects, whose faults it can contain."""

    def contain(self, model: QObject) -> bool:
        """Make sure that this model is not used much longer; False if that cannot be done."""
        raise NotImplementedError


def contained(model: QObject, handle: Callable[[Any], object]) -> Callable[[Any], None]:
    """The function, for a signal with one argument; an exception counts as a fault of the model."""

    def call(argument: Any) -> None:
        try:
            handle(argument)
        except Exception as error:
            report_fault(model, error)

    return call


def report_fault(model: QObject, error: Exception) -> None:
    """Log a fault and have the model's page closed; where that is impossible, end the program as a bug.

    A model that Qt has deleted already belongs to a page that is closed.
    """
    if not isValid(model) or _is_contained(model):
        print_traceback(error)
    else:
        sys.excepthook(type(error), error, error.__traceback__)


def _is_contained(model: QObject) -> bool:
    ancestor: QObject | None = model
    while ancestor:
        if isinstance(ancestor, FaultBoundary):
            return ancestor.contain(model)
        ancestor = ancestor.parent()
    return False


if TYPE_CHECKING:
    from PySide6.QtCore import Property, Slot
else:

    def Slot(*types, **options):
        """PySide6.QtCore.Slot with a method that raises nothing."""
        return lambda method: QtCore.Slot(*types, **options)(_contained_method(method, options.get("result")))

    def Property(kind, **options):
        """PySide6.QtCore.Property with a getter that raises nothing."""
        return lambda getter: QtCore.Property(kind, **options)(_contained_method(getter, kind))


def _contained_method(method: Callable[..., Any], kind: type) -> Callable[..., Any]:
    """The method; after a fault it returns the empty value of a plain type, else None."""

    @wraps(method)
    def call(model: QObject, *arguments: Any) -> Any:
        try:
            return method(model, *arguments)
        except Exception as error:
            report_fault(model, error)
            return kind() if kind in PLAIN_TYPES else None

    return call
