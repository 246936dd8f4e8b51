"""Prints kiosk/base/sentence_ids.pyi: every sentence id of resources/i18n, for mypy (`make sentences`)."""

import json
import re
from pathlib import Path

PLURAL_FORM = re.compile(r"\.(one|few|many|other)$")
HEAD = '''\
"""The ids of all sentences, made from resources/i18n by `make sentences`."""

from typing import Literal
'''


def main() -> None:
    sentences, plurals = set[str](), set[str]()
    for file in Path(__file__).parents[1].glob("resources/i18n/en/*.json"):
        for id in json.loads(file.read_text("utf-8")):
            bare = PLURAL_FORM.sub("", id)
            (sentences if bare == id else plurals).add(f"{file.stem}.{bare}")
    problems = {
        id.removeprefix("authoring.").removesuffix(".do")
        for id in sentences
        if id.startswith("authoring.") and id.endswith(".do")
    }
    print(HEAD)
    domains = {id.partition(".")[0] for id in sentences}
    for domain in sorted(domains):
        print_type(f"{domain.capitalize()}Id", {id for id in sentences if id.startswith(f"{domain}.")})
    names = [f"{domain.capitalize()}Id" for domain in sorted(domains)]
    print("SentenceId = (", f"    {names[0]}", *(f"    | {name}" for name in names[1:]), ")", sep="\n")
    print_type("PluralId", plurals)
    print_type("ProblemCode", problems)


def print_type(name: str, ids: set[str]) -> None:
    """Print a type that is one of these ids."""
    lines = [f'    "{id}",' for id in sorted(ids)] if len(ids) > 1 else [f'"{id}"' for id in ids]
    print(f"{name} = Literal[", *lines, "]", sep="\n" if len(ids) > 1 else "")


if __name__ == "__main__":
    main()
