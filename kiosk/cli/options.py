"""Adds the options that many commands share."""

import re
from argparse import ArgumentParser, ArgumentTypeError
from functools import partial
from pathlib import Path
from typing import Any


def add_library_and_settings(*parsers: ArgumentParser, absent: Any = None) -> None:
    """Add `--library` and `--settings`; an option that is not given has the value `absent`."""
    for parser in parsers:
        add = partial(parser.add_argument, type=Path, default=absent)
        add("--library", metavar="DIR", help="the library (default: this machine's)")
        add("--settings", metavar="FILE", help="a kiosk.toml (default: this machine's)")


def add_json(*parsers: ArgumentParser, absent: Any = False) -> None:
    """Add `--json`."""
    for parser in parsers:
        parser.add_argument("--json", action="store_true", default=absent, help="print one JSON object")


def add_json_and_progress(*parsers: ArgumentParser) -> None:
    """Add `--json` and `--progress`, which prints progress lines (`kiosk.cli.protocol`)."""
    add_json(*parsers)
    for parser in parsers:
        parser.add_argument("--progress", action="store_true", help="print progress as lines of JSON")


def add_receipt_options(*parsers: ArgumentParser) -> None:
    """Add `--receipts`, and `--screen` for the receipt."""
    for parser in parsers:
        parser.add_argument(
            "--receipts", type=Path, metavar="DIR", help="write a signed receipt of the attempt below DIR"
        )
    add_screen(*parsers)


def add_screen(*parsers: ArgumentParser) -> None:
    """Add `--screen`, '' where it is not given."""
    for parser in parsers:
        parser.add_argument(
            "--screen",
            type=_screen_size,
            default="",
            metavar="WxH",
            help="the screen's size, for the receipt",
        )


def _screen_size(text: str) -> str:
    if not re.fullmatch(r"([0-9]{1,6}x[0-9]{1,6})?", text):
        raise ArgumentTypeError("as in 1920x1080")
    return text
