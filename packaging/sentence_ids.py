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
    for name, ids in (("SentenceId", sentences), ("PluralId", plurals), ("ProblemCode", problems)):
        print(f"{name} = Literal[", *(f'    "{id}",' for id in sorted(ids)), "]", sep="\n")


if __name__ == "__main__":
    main()
