"""The options that many commands share."""

import re
from argparse import ArgumentParser, ArgumentTypeError
from functools import partial
from pathlib import Path
from typing import Any


def which_kiosk(*parsers: ArgumentParser, absent: Any = None) -> None:
    """Add `--library` and `--settings`; one that is not given has the value `absent`."""
    for parser in parsers:
        add = partial(parser.add_argument, type=Path, default=absent)
        add("--library", metavar="DIR", help="the library (default: this machine's)")
        add("--settings", metavar="FILE", help="a kiosk.toml (default: this machine's)")


def as_json(*parsers: ArgumentParser, absent: Any = False) -> None:
    """Add `--json`."""
    for parser in parsers:
        parser.add_argument("--json", action="store_true", default=absent, help="print one JSON object")


def as_json_lines(*parsers: ArgumentParser) -> None:
    """Add `--json` and `--progress`, which tells how far the command is (`kiosk.cli.protocol`)."""
    as_json(*parsers)
    for parser in parsers:
        parser.add_argument("--progress", action="store_true", help="print JSON lines while it goes on")


def as_receipt(*parsers: ArgumentParser) -> None:
    """Add `--receipts`, and `--screen` that is told there."""
    for parser in parsers:
        parser.add_argument(
            "--receipts", type=Path, metavar="DIR", help="leave a signed receipt of the try below DIR"
        )
    of_screen(*parsers)


def of_screen(*parsers: ArgumentParser) -> None:
    """Add `--screen`, '' where it is not given."""
    for parser in parsers:
        parser.add_argument(
            "--screen", type=_screen, default="", metavar="WxH", help="the screen's size, for the receipt"
        )


def _screen(written: str) -> str:
    if not re.fullmatch(r"([0-9]{1,6}x[0-9]{1,6})?", written):
        raise ArgumentTypeError("as in 1920x1080")
    return written
