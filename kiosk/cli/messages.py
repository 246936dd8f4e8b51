"""Prints the outcome of a command: sentences for people, or the same facts as JSON."""

from argparse import Namespace
from typing import Any

from kiosk.base.output import print_json, print_lines
from kiosk.base.sentence_ids import SentenceId

Message = tuple[SentenceId, dict[str, Any]]
"""The id of a sentence and its values."""


def print_messages(args: Namespace, facts: dict[str, Any], *messages: Message) -> None:
    """Print the facts as one JSON object, or else the sentences."""
    if args.json:
        print_json(facts)
        return
    from kiosk.i18n.translator import system_language, translator

    sentences = translator(system_language())
    for id, values in messages:
        print_lines(sentences.text(id, **values))
