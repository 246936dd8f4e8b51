"""The findings as a page to print: PDF (A4) or HTML."""

import html
import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from kiosk.authoring.findings.finding_lines import place_line
from kiosk.authoring.findings.group import group_problems
from kiosk.authoring.source.problems import Problem, Severity
from kiosk.base.paths import resources
from kiosk.base.sentence_ids import FindingsId
from kiosk.i18n.translator import Translator
from kiosk.typesetting.glyphs import replace_undrawable

PLACES = 40
"""Places of a group that are printed; the others are counted."""
_HEADINGS: Mapping[Severity, FindingsId] = {
    Severity.ERROR: "findings.errors",
    Severity.WARNING: "findings.warnings",
    Severity.REPAIRED: "findings.repairs",
}
_STYLE = """@page{size:A4;margin:18mm}body{font:11pt/1.4 sans-serif;max-width:174mm;margin:auto}
h1{font-size:17pt}h2{font-size:13pt;border-bottom:1px solid}section{break-inside:avoid;margin:0 0 1em}
b,p{display:block;margin:0}ul{margin:.2em 0;font-size:9pt;overflow-wrap:anywhere}"""


def html_page(name: str, problems: Iterable[Problem], sentences: Translator) -> bytes:
    """One HTML file without anything from elsewhere; `name` is what was checked."""
    page = _page(name, problems, sentences)
    parts = []
    for section in page["sections"]:
        parts.append(f"<h2>{html.escape(section['heading'])}</h2>")
        for group in section["groups"]:
            places = "".join(f"<li>{html.escape(place)}</li>" for place in group["places"])
            what, remedy = html.escape(group["what"]), html.escape(group["remedy"])
            parts.append(f"<section><b>{what}</b><p>{remedy}</p><ul>{places}</ul></section>")
    title = html.escape(page["title"])
    head = f'<meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    body = f"<h1>{title}</h1>{''.join(parts) or html.escape(page['nothing'])}"
    return f'<!doctype html><html lang="{sentences.language}">{head}{body}</html>\n'.encode()


def pdf_page(name: str, problems: Iterable[Problem], sentences: Translator) -> bytes:
    """As many A4 pages as it takes; characters that the fonts lack stand as their numbers."""
    data = json.dumps(_drawable(_page(name, problems, sentences)))
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[resources() / "fonts"]
    )
    with TemporaryDirectory(prefix="findings-") as folder:
        template = Path(folder) / "page.typ"
        shutil.copyfile(resources() / "findings" / "page.typ", template)
        return typst.compile(template, root=Path(folder), font_paths=fonts, sys_inputs={"data": data})


def _page(name: str, problems: Iterable[Problem], sentences: Translator) -> dict[str, Any]:
    groups = group_problems(problems)
    return {
        "language": sentences.language,
        "title": sentences.text("findings.title", name=name),
        "nothing": sentences.text("findings.nothing"),
        "sections": [
            {
                "heading": sentences.text(heading, n=sum(len(group.problems) for group in found)),
                "groups": [
                    {
                        "what": sentences.error(group.description),
                        "remedy": sentences.error(group.remedy),
                        "places": _places(
                            [place_line(group, problem, sentences) for problem in group.problems], sentences
                        ),
                    }
                    for group in found
                ],
            }
            for severity, heading in _HEADINGS.items()
            if (found := [group for group in groups if group.severity is severity])
        ],
    }


def _places(lines: Sequence[str], sentences: Translator) -> list[str]:
    rest = len(lines) - PLACES
    return [*lines[:PLACES], *([sentences.text("findings.rest", n=rest)] if rest > 0 else ())]


def _drawable(value: Any) -> Any:
    """The value, each text of it as the fonts can draw it."""
    if isinstance(value, str):
        return replace_undrawable(value)
    if isinstance(value, list):
        return [_drawable(item) for item in value]
    return {key: _drawable(item) for key, item in value.items()}
