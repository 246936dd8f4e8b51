"""The kinds of rules. Each has a `code` and a `statement`: one English sentence for docs/pack-rules.md.

Where the author's check has a sentence of its own for a rule, it is 'authoring.<code>'.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.base.sentence_ids import ProblemCode


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule whose check needs more than the database: the name says where it is checked."""

    code: str
    statement: str


@dataclass(frozen=True, slots=True)
class ValueRule(Rule):
    """A rule for single texts, with the `code` of a problem; `accepts` says whether a text follows it."""

    code: ProblemCode
    accepts: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class RowRule(Rule):
    """A rule for rows: each row that `query` returns violates it, its first column says where."""

    query: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a pack's database; in an `optional` one, '' stands for no value, as NULL does in all."""

    table: str
    name: str
    optional: bool = False
