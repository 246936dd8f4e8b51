"""docs/commands.md describes exactly the commands and options that exist."""

import re
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.__main__ import parser

HEADING = re.compile(r"^## `(kiosk[^`]*)`$", re.MULTILINE)


def commands(top: ArgumentParser) -> Iterator[ArgumentParser]:
    """The parsers of all commands that can be called, sub-commands included."""
    if top.get_default("handler"):
        yield top
    for names in below(top):
        for child in names.choices.values():
            yield from commands(child)


def below(top: ArgumentParser) -> list[Any]:
    """The sets of sub-commands of a parser: one or none."""
    return [action for action in top._actions if isinstance(action, _SubParsersAction)]


def sections(checkout: Path) -> dict[str, str]:
    """The text below each heading, by command."""
    _, *parts = HEADING.split((checkout / "docs/commands.md").read_text(encoding="utf-8"))
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_the_page_has_exactly_the_existing_commands(checkout: Path) -> None:
    assert {command.prog for command in commands(parser())} == set(sections(checkout))


def test_the_page_has_exactly_the_existing_options(checkout: Path) -> None:
    described = sections(checkout)
    for command in commands(parser()):
        options = {name for action in command._actions for name in action.option_strings} - {"-h", "--help"}
        assert set(re.findall(r"(?<=`)--?[a-z-]+", described[command.prog])) == options, command.prog


@pytest.mark.parametrize("option", ["--library", "--settings", "--json", "--progress"])
def test_an_option_of_many_commands_is_the_same_everywhere(option: str) -> None:
    """Shared options come from `kiosk.cli.options`; a command's own would differ in help or type."""
    found = [
        (action.help, action.type, action.metavar, action.nargs)
        for command in commands(parser())
        for action in command._actions
        if option in action.option_strings
    ]
    assert len(found) > 3
    assert len(set(found)) == 1


def test_every_command_and_option_has_a_help_text() -> None:
    for command in commands(parser()):
        assert all(action.help for action in command._actions), command.prog
    for names in below(parser()):
        assert {choice.dest for choice in names._choices_actions if choice.help} == set(names.choices)
