"""RecordModel: its signals and data; Qt's model tester checks every list model through all changes."""

from importlib import import_module
from itertools import pairwise
from pkgutil import walk_packages
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from kiosk import viewmodels
from kiosk.viewmodels.record_model import RecordModel
from kiosk.viewmodels.visitor.home.door_rows import DoorRows
from kiosk.viewmodels.visitor.search.result_rows import RESULT_PAGE_SIZE, ResultRows
from kiosk.viewmodels.visitor.shared.filter_rows import ChoiceRows

for module in walk_packages(viewmodels.__path__, f"{viewmodels.__name__}."):
    import_module(module.name)
MODELS = sorted(RecordModel.__subclasses__(), key=lambda model: model.__name__)
LENGTHS = [0, 3, 3, 1, 0, 0, 5, 5, 2]


def make_row(model: type[RecordModel], number: int) -> Any:
    """A row whose fields are all `number`."""
    return model.record(*[number] * len(model.record._fields))


def row_values(model: QAbstractItemModel) -> list[set[Any]]:
    """The values of all roles, row by row."""
    return [
        {model.data(model.index(index, 0), role) for role in model.roleNames()}
        for index in range(model.rowCount())
    ]


@pytest.mark.parametrize("model_type", MODELS)
def test_qts_model_tester_accepts_every_model(model_type: type[RecordModel]) -> None:
    model = model_type()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for step, length in enumerate(LENGTHS):
        model.show([make_row(model_type, step * 10 + index) for index in range(length)])
        values = row_values(model)
        assert values[:length] == [{step * 10 + index} for index in range(length)]
        assert model_type is ResultRows or values[length:] == []
    assert tester.model() is model


def test_the_first_results_insert_and_remove_no_rows() -> None:
    model = ResultRows()
    model.show([])
    signals: list[object] = []
    model.rowsInserted.connect(lambda *_: signals.append("inserted"))
    model.rowsRemoved.connect(lambda *_: signals.append("removed"))
    for length in (3, RESULT_PAGE_SIZE, 0, 1):
        model.show([make_row(ResultRows, index) for index in range(length)])
        assert (model.count, len(model.rows)) == (length, length)
        assert row_values(model)[length:] == [{""}] * (RESULT_PAGE_SIZE - length)
    assert signals == []


@pytest.mark.parametrize(("before", "after"), list(pairwise(LENGTHS)))
def test_only_rows_at_the_end_are_inserted_or_removed(before: int, after: int) -> None:
    model = ChoiceRows()
    model.show([make_row(ChoiceRows, index) for index in range(before)])
    signals: list[str] = []
    model.dataChanged.connect(lambda first, last: signals.append(f"{first.row()}-{last.row()}"))
    model.rowsInserted.connect(lambda _, first, last: signals.append(f"+{first}-{last}"))
    model.rowsRemoved.connect(lambda _, first, last: signals.append(f"-{first}-{last}"))
    model.modelReset.connect(lambda: signals.append("reset"))
    model.show([make_row(ChoiceRows, 10 + index) for index in range(after)])
    insertions = [f"+{before}-{after - 1}"] if after > before else []
    removals = [f"-{after}-{before - 1}"] if after < before else []
    kept = min(before, after)
    assert signals == [*insertions, *removals, *([f"0-{kept - 1}"] if kept else [])]


def test_equal_rows_emit_no_signal() -> None:
    model = ChoiceRows()
    model.show([make_row(ChoiceRows, 1)])
    signals: list[str] = []
    model.dataChanged.connect(lambda *_: signals.append("data"))
    model.modelReset.connect(lambda: signals.append("reset"))
    model.show([make_row(ChoiceRows, 1)])
    assert signals == []


def test_role_names_are_field_names() -> None:
    names = {bytes(name).decode() for name in DoorRows().roleNames().values()}
    assert names == set(DoorRows.record._fields)


def test_a_missing_index_or_role_has_no_data() -> None:
    model = ChoiceRows()
    model.show([make_row(ChoiceRows, 1)])
    assert model.data(QModelIndex(), Qt.ItemDataRole.UserRole) is None
    assert model.data(model.index(0), Qt.ItemDataRole.DisplayRole) is None
    assert model.data(model.index(0), Qt.ItemDataRole.UserRole + 99) is None
    assert model.rowCount(model.index(0)) == 0
