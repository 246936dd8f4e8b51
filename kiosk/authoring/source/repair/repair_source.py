"""Mends the texts of a source, and tells of each value that was mended."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from kiosk.authoring.source.problems import Path, Problem, Severity
from kiosk.authoring.source.raw_source import Entry, RawSource
from kiosk.authoring.source.repair.name_character import name_characters
from kiosk.authoring.source.repair.repair_text import may_need_repair, repair_text
from kiosk.base.text import TEXT_LIMITS

_FILE_NAMES = ("file", "poster", "captions", "base")
"""Keys of names of files, which are kept as they are on the disk."""

_NAMED = ("repaired_control", "repaired_invisible")
"""The repairs whose sentence names the characters."""
_MOST_NAMED = 5


def repair_source(source: RawSource) -> RawSource:
    """The same source with its texts mended; its problems tell of each repair."""
    problems = list(source.problems)

    def mend(entries: Mapping[str, Entry]) -> dict[str, Entry]:
        return {id: _mend_entry(entry, problems) for id, entry in entries.items()}

    return dataclasses.replace(
        source,
        pack=source.pack and _mend_entry(source.pack, problems),
        themes=mend(source.themes),
        venues=mend(source.venues),
        events=mend(source.events),
        problems=problems,
    )


def _mend_entry(entry: Entry, problems: list[Problem]) -> Entry:
    data = _mend_table(entry, entry.data, (), problems)
    return entry if data is entry.data else dataclasses.replace(entry, data=data)


def _mend_table(
    entry: Entry, table: Mapping[str, Any], path: Path, problems: list[Problem]
) -> Mapping[str, Any]:
    """The table with mended values; the same one when nothing had to be mended."""
    changed = {}
    for key, value in table.items():
        if key not in _FILE_NAMES and not _is_sound(key, value):
            mended = _mend(entry, value, (*path, key), problems)
            if mended is not value:
                changed[key] = mended
    return {**table, **changed} if changed else table


def _is_sound(key: str, value: Any) -> bool:
    """Whether a look at all words of a text or list together shows that none has to be mended."""
    if isinstance(value, str):
        return not may_need_repair(value, "")
    is_text = isinstance(value, dict) and key in TEXT_LIMITS
    if not is_text and not isinstance(value, list):
        return not isinstance(value, dict)
    try:
        joined = f"|{'|'.join(value.values() if is_text else value)}|"
    except TypeError:  # not all of them are words
        return False
    if not is_text and ("| " in joined or " |" in joined):
        return False
    return not may_need_repair(joined, key if is_text else "")


def _mend(entry: Entry, value: Any, path: Path, problems: list[Problem]) -> Any:
    if isinstance(value, str):
        return _mend_words(entry, value, path, problems)
    if isinstance(value, dict):
        return _mend_table(entry, value, path, problems)
    if isinstance(value, list):
        mended = [_mend(entry, item, (*path, position), problems) for position, item in enumerate(value)]
        return mended if any(map(_is_other, mended, value)) else value
    return value


def _mend_words(entry: Entry, words: str, path: Path, problems: list[Problem]) -> str:
    kind = path[-2] if len(path) > 1 and path[-2] in TEXT_LIMITS else ""
    repaired = repair_text(words, str(kind))
    if repaired is None:
        return words
    for code, found in repaired.repairs.items():
        named = list(found)[:_MOST_NAMED] if code in _NAMED else []
        detail = {"count": found.total(), "characters": name_characters(named)} if named else {}
        problems.append(entry.make_note(Severity.REPAIRED, code, path, value=words, **detail))
    return repaired.words


def _is_other(one: object, other: object) -> bool:
    return one is not other
