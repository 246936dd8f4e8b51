"""Writes docs/pack-rules.md from the rules in the code: `python -m tests.gates.pack_rules_page`."""

from collections.abc import Iterable
from pathlib import Path

from kiosk.base import limits
from kiosk.base.text import TEXT_LIMITS
from kiosk.rules.check_manifest import MANIFEST
from kiosk.rules.reference_rules import FILE, FILE_COLUMNS, LINK, LINK_COLUMNS
from kiosk.rules.row_rules import ROW_RULES
from kiosk.rules.rule import Column, Rule
from kiosk.rules.series_rules import DATES
from kiosk.rules.text_rules import TEXT_COLUMNS, TEXT_RULES
from kiosk.rules.time_rules import BOUNDS, FORM, TIME_COLUMNS
from kiosk.rules.value_rules import COLUMNS

FILE_LIMITS = {
    "pack": f"{limits.PACK_BYTES // limits.MIB} MiB",
    "members; central directory": f"{limits.MEMBERS}; {limits.DIRECTORY_BYTES // limits.MIB} MiB",
    "root; timestamp; snapshot; targets metadata": "; ".join(
        f"{size // limits.KIB} KiB"
        for size in (limits.ROOT_BYTES, limits.TIMESTAMP_BYTES, limits.SNAPSHOT_BYTES, limits.TARGETS_BYTES)
    ),
    "root metadata files": str(limits.ROOTS),
    "database": f"{limits.DATABASE_BYTES // limits.MIB} MiB",
    "picture": f"{limits.PICTURE_BYTES // limits.MIB} MiB, {limits.PICTURE_SIDE} pixels a side, "
    f"{limits.PICTURE_PIXELS:,} pixels, {limits.PICTURE_SCANS} scans (JPEG)",
    "video": f"{limits.VIDEO_BYTES // limits.MIB} MiB, {limits.VIDEO_SECONDS // 60} minutes, "
    f"{limits.VIDEO_SIDE} pixels a side, {limits.VIDEO_PIXELS:,} pixels, {limits.VIDEO_RATE} frames a second",
}
PAGE = """# The rules for a pack

`make docs` writes this page from the code: `kiosk/rules`, `kiosk/base/text.py` and `kiosk/base/limits.py`.
`kiosk pack check` and `kiosk pack build` check every rule before a pack is signed, and each kiosk checks it
again before it shows the pack. A refusal names the rule by its code. What a pack is made of is in
[pack-format.md](pack-format.md).

## Files

No file is empty.

{files}

## The manifest

{manifest}

## Values

{values}

## Texts

{texts}

{lengths}

## Times

{times}

## Links and files

{references}

## Rows

{rows}

## What only the author's check asks

A kiosk shows a text in the nearest language when it is missing in the visitor's, and an event without its
icon when it does not know the icon, as a newer program may have more. The author is asked for an icon that
this program has (`icon`), and is told of languages of the pack in which a text is missing
(`languages_missing`), of files that nothing shows and of what will look wrong.
"""


def pack_rules_page() -> str:
    """The whole page."""
    return PAGE.format(
        files=_table(("what", "at most"), FILE_LIMITS.items()),
        manifest=_rules([MANIFEST]),
        values=_table(
            ("code", "rule", "columns"),
            ((f"`{rule.code}`", rule.statement, _names(columns)) for rule, columns in COLUMNS.items()),
        ),
        texts=_rules(TEXT_RULES.values()),
        lengths=_table(
            ("kind of text", "characters at most", "columns"),
            ((f"`{kind}`", str(most), _names(TEXT_COLUMNS[kind])) for kind, most in TEXT_LIMITS.items()),
        ),
        times=_rules([FORM, BOUNDS, DATES])
        + "\n\nTimes are in "
        + ", ".join(f"`{time.table}.{time.prefix}edtf`" for time in TIME_COLUMNS)
        + ".",
        references=_table(
            ("code", "rule", "columns"),
            (
                (f"`{rule.code}`", rule.statement, _names(columns))
                for rule, columns in ((LINK, LINK_COLUMNS), (FILE, FILE_COLUMNS))
            ),
        ),
        rows=_rules(ROW_RULES),
    )


def _names(columns: Iterable[Column]) -> str:
    return ", ".join(f"`{column.table}.{column.name}`" for column in columns)


def _rules(rules: Iterable[Rule]) -> str:
    return _table(("code", "rule"), ((f"`{rule.code}`", rule.statement) for rule in rules))


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    (Path(__file__).parents[2] / "docs/pack-rules.md").write_text(pack_rules_page(), "utf-8")
