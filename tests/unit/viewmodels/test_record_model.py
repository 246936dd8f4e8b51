"""Lists for QML: Qt's own model tester watches each of them through every kind of change."""

from importlib import import_module
from itertools import pairwise
from pkgutil import walk_packages
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from kiosk import viewmodels
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.visitor.home import ThemeRows
from kiosk.viewmodels.visitor.search.result_rows import RESULT_PAGE_SIZE, ResultRows
from kiosk.viewmodels.visitor.shared.filter_rows import ChoiceRows

for module in walk_packages(viewmodels.__path__, f"{viewmodels.__name__}."):
    import_module(module.name)
MODELS = sorted(RecordModel.__subclasses__(), key=lambda model: model.__name__)
LENGTHS = [0, 3, 3, 1, 0, 0, 5, 5, 2]


def record(model: type[RecordModel], number: int) -> Any:
    """A row whose fields all say `number`."""
    return model.record(*[number] * len(model.record._fields))


def shown(model: QAbstractItemModel) -> list[set[Any]]:
    """What the roles of every row say."""
    return [
        {model.data(model.index(place, 0), role) for role in model.roleNames()}
        for place in range(model.rowCount())
    ]


@pytest.mark.parametrize("kind", MODELS)
def test_the_tester_finds_no_fault(kind: type[RecordModel]) -> None:
    model = kind()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for step, length in enumerate(LENGTHS):
        model.show([record(kind, step * 10 + place) for place in range(length)])
        said = shown(model)
        assert said[:length] == [{step * 10 + place} for place in range(length)]
        assert kind is ResultRows or said[length:] == []
    assert tester.model() is model


def test_the_first_results_need_no_new_card() -> None:
    model = ResultRows()
    model.show([])
    told: list[object] = []
    model.rowsInserted.connect(lambda *_: told.append("made"))
    model.rowsRemoved.connect(lambda *_: told.append("gone"))
    for length in (3, RESULT_PAGE_SIZE, 0, 1):
        model.show([record(ResultRows, place) for place in range(length)])
        assert (model.count, len(model.rows)) == (length, length)
        assert shown(model)[length:] == [{""}] * (RESULT_PAGE_SIZE - length)
    assert told == []


@pytest.mark.parametrize(("before", "after"), list(pairwise(LENGTHS)))
def test_what_is_in_both_keeps_its_delegates(before: int, after: int) -> None:
    model = ChoiceRows()
    model.show([record(ChoiceRows, place) for place in range(before)])
    told: list[str] = []
    model.dataChanged.connect(lambda first, last: told.append(f"{first.row()}-{last.row()}"))
    model.rowsInserted.connect(lambda _, first, last: told.append(f"+{first}-{last}"))
    model.rowsRemoved.connect(lambda _, first, last: told.append(f"-{first}-{last}"))
    model.modelReset.connect(lambda: told.append("reset"))
    model.show([record(ChoiceRows, 10 + place) for place in range(after)])
    more = [f"+{before}-{after - 1}"] if after > before else []
    fewer = [f"-{after}-{before - 1}"] if after < before else []
    kept = min(before, after)
    assert told == [*more, *fewer, *([f"0-{kept - 1}"] if kept else [])]


def test_nothing_is_said_when_nothing_changes() -> None:
    model = ChoiceRows()
    model.show([record(ChoiceRows, 1)])
    told: list[str] = []
    model.dataChanged.connect(lambda *_: told.append("data"))
    model.modelReset.connect(lambda: told.append("reset"))
    model.show([record(ChoiceRows, 1)])
    assert told == []


def test_roles_are_the_names_of_the_fields() -> None:
    names = {bytes(name).decode() for name in ThemeRows().roleNames().values()}
    assert names == set(ThemeRows.record._fields)


def test_what_is_not_there_is_nothing() -> None:
    model = ChoiceRows()
    model.show([record(ChoiceRows, 1)])
    assert model.data(QModelIndex(), Qt.ItemDataRole.UserRole) is None
    assert model.data(model.index(0), Qt.ItemDataRole.DisplayRole) is None
    assert model.data(model.index(0), Qt.ItemDataRole.UserRole + 99) is None
    assert model.rowCount(model.index(0)) == 0
