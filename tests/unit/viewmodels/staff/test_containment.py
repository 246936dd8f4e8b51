"""Everything below kiosk.viewmodels.staff that Qt can call contains its faults."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import Property, QMetaMethod, QObject

from kiosk.viewmodels.staff import containment

CONTAINED = containment.__file__
QT_SLOTS = {"stop"}


def modules(checkout: Path) -> list[Path]:
    """The modules of the staff area; the entrance is what creates the area."""
    found = sorted((checkout / "kiosk/viewmodels/staff").rglob("*.py"))
    return [file for file in found if file.stem not in ("__init__", "containment", "entrance")]


def models(checkout: Path) -> Iterator[type[QObject]]:
    """Every class of QObjects that the modules define."""
    for file in modules(checkout):
        module = import_module(".".join(file.relative_to(checkout).with_suffix("").parts))
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, QObject) and value.__module__ == module.__name__:
                yield value


def uncontained(model: type[QObject]) -> Iterator[str]:
    """The slots and properties of a class, apart from those of its bases, whose exceptions would reach Qt."""
    meta = model.staticMetaObject
    for place in range(meta.methodOffset(), meta.methodCount()):
        method = meta.method(place)
        name = method.name().data().decode()
        if method.methodType() is QMetaMethod.MethodType.Slot and not is_contained(vars(model)[name]):
            yield f"{model.__name__}.{name}"
    for name, value in vars(model).items():
        if isinstance(value, Property) and not is_contained(value.fget):  # type: ignore[attr-defined]
            yield f"{model.__name__}.{name}"


def is_contained(function: object) -> bool:
    code = getattr(function, "__code__", None)
    return code is not None and code.co_filename == CONTAINED


def test_k01_every_slot_and_property_of_the_staff_area_is_contained(checkout: Path) -> None:
    found = list(models(checkout))
    assert len(found) > 20
    assert [name for model in found for name in uncontained(model)] == []


def test_k01_what_is_connected_to_a_signal_is_contained(checkout: Path) -> None:
    """It is a signal, a slot of the staff area, a call of `contained`, or a slot of Qt."""
    trees = {file: ast.parse(file.read_text("utf-8")) for file in modules(checkout)}
    known = QT_SLOTS | {name for tree in trees.values() for name in signals_and_slots(tree)}
    wrong = [
        f"{file.name}:{node.lineno}"
        for file, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "connect"
        if not all(is_safe(part, known) for part in alternatives(node.args[0]))
    ]
    assert wrong == []


def signals_and_slots(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id="Signal"))):
                yield name
            case ast.FunctionDef(name=name, decorator_list=[ast.Call(func=ast.Name(id="Slot"))]):
                yield name


def alternatives(node: ast.expr) -> list[ast.expr]:
    return [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]


def is_safe(node: ast.expr, known: set[str]) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="contained")):
            return True
        case ast.Attribute(attr=name):
            return name in known
    return False


@pytest.mark.parametrize(
    "line", ["a.connect(lambda: None)", "a.connect(self._other)", "a.connect(b if c else self._other)"]
)
def test_what_is_not_contained_is_found(line: str) -> None:
    call = ast.parse(line).body[0].value  # type: ignore[attr-defined]
    assert not all(is_safe(part, {"b"}) for part in alternatives(call.args[0]))
