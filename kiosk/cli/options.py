"""Adds the options that many commands share."""

import os
import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kiosk.base.settings import LoadedSettings, Settings


def path_argument(text: str) -> Path:
    """The path in a word of the command line: as it is, or as a URI (RFC 8089), which holds any bytes."""
    if not text.startswith("file:///"):
        return Path(text)
    from urllib.parse import unquote_to_bytes

    path = os.fsdecode(unquote_to_bytes(text.removeprefix("file://")))
    return Path(path.removeprefix("/") if os.name == "nt" else path)


def add_library_and_settings(*parsers: ArgumentParser, absent: Any = None) -> None:
    """Add `--library` and `--settings`; an option that is not given has the value `absent`."""
    for parser in parsers:
        add = partial(parser.add_argument, type=path_argument, default=absent)
        add("--library", metavar="DIR", help="the library (default: this machine's)")
        add("--settings", metavar="FILE", help="a kiosk.toml (default: this machine's)")


def library_folder(args: Namespace) -> Path:
    """The folder of `--library`, or of `load_settings`."""
    return args.library or load_settings(args).library


def load_settings(args: Namespace) -> "Settings":
    """The settings of `--library` and `--settings` with the staff's choices; those of `load_certain_file`."""
    from dataclasses import replace

    from kiosk.base.settings import read_staff_choices

    usual = load_certain_file(args).settings
    return replace(usual, **read_staff_choices(usual))


def load_certain_file(args: Namespace) -> "LoadedSettings":
    """The settings without the staff's choices, after faults of their file were printed on stderr.

    KioskError 'settings.bad' when a fault may be about the library: a command does nothing to another one.
    """
    from kiosk.base.settings import load_file

    loaded = load_file(args.settings, args.library)
    if not loaded.is_library_certain and (refusal := loaded.error("settings.bad")):
        raise refusal
    print_faults(loaded, args)
    return loaded


def print_faults(loaded: "LoadedSettings", args: Namespace) -> None:
    """Tell people, not programs, of the faults of a settings file, on stderr."""
    is_for_program = getattr(args, "json", False) or getattr(args, "progress", False)
    if not is_for_program and (fault := loaded.error("settings.faults")):
        from kiosk.base.output import print_errors
        from kiosk.i18n.translator import system_language, translator

        print_errors(translator(system_language()).error(fault))


def add_json(*parsers: ArgumentParser, absent: Any = False) -> None:
    """Add `--json`."""
    for parser in parsers:
        parser.add_argument("--json", action="store_true", default=absent, help="print one JSON object")


def add_protection(*parsers: ArgumentParser) -> None:
    """Add `--protect` and `--plain`: whether new keys get a passphrase (`kiosk.cli.secret_input`)."""
    for parser in parsers:
        either = parser.add_mutually_exclusive_group()
        either.add_argument(
            "--protect", action="store_true", help="ask for a passphrase, which a terminal does anyway"
        )
        either.add_argument("--plain", action="store_true", help="make keys without a passphrase")


def add_root_key(*parsers: ArgumentParser) -> None:
    """Add `--root-key`."""
    for parser in parsers:
        parser.add_argument(
            "--root-key",
            action="append",
            type=path_argument,
            default=[],
            metavar="FILE",
            help="a root key that lies elsewhere, such as on a stick; may be repeated",
        )


def add_json_and_progress(*parsers: ArgumentParser) -> None:
    """Add `--json` and `--progress`, which prints progress lines (`kiosk.cli.protocol`)."""
    add_json(*parsers)
    for parser in parsers:
        parser.add_argument("--progress", action="store_true", help="print progress as lines of JSON")


def add_receipt_options(*parsers: ArgumentParser) -> None:
    """Add `--receipts`, and `--screen` for the receipt."""
    for parser in parsers:
        parser.add_argument(
            "--receipts",
            type=path_argument,
            metavar="DIR",
            help="write a signed receipt of the attempt below DIR",
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
