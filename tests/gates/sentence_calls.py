"""Finds the calls in the code that fill a sentence, with the values that each of them gives."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FILLING = {"text", "plural", "translate", "KioskError", "say", "sentences"}
"""The names of functions that fill the sentence with the id that is their first argument."""


class SentenceCall(NamedTuple):
    """A call: where it is, the ids that it may be about, the values it gives, whether it may give others."""

    place: str
    ids: frozenset[str]
    values: frozenset[str]
    is_open: bool


def sentence_calls(file: Path, known: frozenset[str]) -> Iterator[SentenceCall]:
    """The calls in a file whose ids, out of `known`, stand in the call or in a table that it looks up."""
    tree = ast.parse(file.read_text("utf-8"))
    tables = dict(_tables(tree, known))
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and node.args and _name(node.func) in FILLING):
            continue
        ids = _ids(node.args[0], tables, known)
        if ids:
            values = {keyword.arg for keyword in node.keywords if keyword.arg}
            values |= {"n"} if _name(node.func) == "plural" else set()
            is_open = any(keyword.arg is None for keyword in node.keywords)
            yield SentenceCall(f"{file.name}:{node.lineno}", frozenset(ids), frozenset(values), is_open)


def _tables(tree: ast.Module, known: frozenset[str]) -> Iterator[tuple[str, set[str]]]:
    """The names of tables of this module, with all ids in each."""
    for node in tree.body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if isinstance(value, ast.Dict) and isinstance(target, ast.Name):
            found = {one.value for one in ast.walk(value) if isinstance(one, ast.Constant)} & known
            if found:
                yield target.id, {str(one) for one in found}


def _ids(node: ast.expr, tables: dict[str, set[str]], known: frozenset[str]) -> set[str]:
    if isinstance(node, ast.Constant):
        return {str(node.value)} & known
    if isinstance(node, ast.IfExp):
        return _ids(node.body, tables, known) | _ids(node.orelse, tables, known)
    if isinstance(node, ast.BoolOp):
        return {id for value in node.values for id in _ids(value, tables, known)}
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        return tables.get(node.value.id, set())
    if (
        isinstance(node, ast.Call)
        and _name(node.func) == "find_sentence"
        and isinstance(node.args[0], ast.Name)
    ):
        return tables.get(node.args[0].id, set())
    return set()


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
