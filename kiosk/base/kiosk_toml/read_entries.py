"""Reads kiosk.toml statement by statement, so that a wrong line costs its own setting and no other."""

import codecs
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.base.errors import KioskError, disk_reason
from kiosk.base.kiosk_toml.rules import LOCALISED, check_value, is_setting
from kiosk.base.safe_open import open_regular_file

MAX_BYTES = 65_536
"""How much of a settings file is read; every setting with its longest text needs a tenth of it."""
MAX_STATEMENT_LINES = 50
"""The longest list or text over several lines."""
_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class SettingsFault(NamedTuple):
    """A line of the settings file that does not count, and why; `line` 0 is the file as a whole.

    `key` is the setting whose line it is, '' when that cannot be told.
    """

    line: int
    key: str
    problem: KioskError


class SettingsEntries(NamedTuple):
    """The settings in a file, as TOML values: `lines` is where each of them stands."""

    values: Mapping[str, Any] = {}
    lines: Mapping[str, int] = {}
    faults: tuple[SettingsFault, ...] = ()


def read_entries(file: Path) -> SettingsEntries:
    """The valid settings in `file`, and a fault for everything else; none of a file that cannot be read."""
    try:
        with open_regular_file(file) as opened:
            data = opened.read(MAX_BYTES + 1) or b""
    except OSError as error:
        return SettingsEntries(
            faults=(
                SettingsFault(0, "", KioskError("settings.missing", file=file, reason=disk_reason(error))),
            )
        )
    entries = _Reader(data).entries()
    if entries.faults and len(data) <= MAX_BYTES:
        whole = _parse("\n".join(map(str, _split_lines(data))))
        if whole and not any(check_value(*item) for item in whole.items()):
            return SettingsEntries(whole, entries.lines)  # a text of several lines looked like settings
    return entries


class _Reader:
    """Collects settings and faults from the bytes of a file."""

    def __init__(self, data: bytes) -> None:
        self._values: dict[str, Any] = {}
        self._lines: dict[str, int] = {}
        self._faults: list[SettingsFault] = []
        self._table: str | None = None
        self._read_lines(_split_lines(data[:MAX_BYTES]), is_cut=len(data) > MAX_BYTES)

    def entries(self) -> SettingsEntries:
        """What was collected."""
        return SettingsEntries(self._values, self._lines, tuple(self._faults))

    def _read_lines(self, lines: list[str | None], *, is_cut: bool) -> None:
        if is_cut:
            lines.pop()
        number = 0
        while number < len(lines):
            line = lines[number]
            if line is None:
                self._add_fault(number + 1, "", KioskError("settings.encoding"))
            elif line.strip() and not line.lstrip().startswith("#"):
                statement, length = _parse_statement(lines, number)
                self._add_statement(number + 1, line, statement)
                number += length - 1
            number += 1
        if is_cut:
            self._add_fault(len(lines) + 1, "", KioskError("settings.long", kilobytes=MAX_BYTES // 1024))

    def _add_statement(self, number: int, line: str, statement: Mapping[str, Any] | None) -> None:
        if statement is None:
            self._add_fault(number, _name_in(line), KioskError("settings.unreadable"))
        elif line.lstrip().startswith("["):
            (header,) = statement
            self._table = header if header in LOCALISED and statement[header] == {} else None
            if self._table is None:
                self._add_fault(number, "", KioskError("settings.section"))
        elif self._table:
            self._add_value(number, self._table, statement)
        else:
            ((key, value),) = statement.items()
            self._add_value(number, key, value)

    def _add_value(self, number: int, key: str, value: Any) -> None:
        if problem := check_value(key, value):
            return self._add_fault(number, key, problem)
        before = self._values.get(key)
        if before is not None and not (key in LOCALISED and before.keys().isdisjoint(value)):
            problem = KioskError("settings.twice", key=key, line=self._lines[key])
            return self._add_fault(number, key, problem)
        self._values[key] = before | value if before else value
        self._lines.setdefault(key, number)

    def _add_fault(self, number: int, key: str, problem: KioskError) -> None:
        self._faults.append(SettingsFault(number, key if is_setting(key) else "", problem))


def _split_lines(data: bytes) -> list[str | None]:
    """The lines of a file; None for one that is not UTF-8, or UTF-16 in a file that starts so."""
    mark, encoding = next(
        ((mark, name) for mark, name in _ENCODINGS if data.startswith(mark)), (b"", "utf-8")
    )
    if encoding != "utf-8":
        data, mark = data.decode(encoding, "replace").encode(), "\ufeff".encode()
    return [_decode(line) for line in data.removeprefix(mark).replace(b"\r\n", b"\n").split(b"\n")]


def _decode(line: bytes) -> str | None:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return None


def _parse_statement(lines: list[str | None], start: int) -> tuple[Mapping[str, Any] | None, int]:
    """The statement that starts at that line, and how many lines it has; None for one that is not valid.

    A statement over several lines ends before the next line that names a setting.
    """
    first = str(lines[start])
    if (statement := _parse(first)) is not None:
        return statement, 1
    if not any(mark in first for mark in ("[", '"""', "'''")):
        return None, 1
    for end in range(start + 1, min(len(lines), start + MAX_STATEMENT_LINES)):
        if is_setting(_name_in(lines[end] or "")):
            break
        if statement := _parse("\n".join(map(str, lines[start : end + 1]))):
            return statement, end + 1 - start
    return None, 1


def _name_in(line: str) -> str:
    """What stands before the '=' of a line that need not be valid, '' without one."""
    name, equals, _ = line.partition("=")
    return name.split(".")[0].strip(" \t\"'") if equals else ""


def _parse(text: str) -> Mapping[str, Any] | None:
    import tomllib  # most kiosks have no settings file: start-up need not pay for its parser

    with suppress(ValueError, RecursionError):
        return tomllib.loads(text)
    return None
