"""Writes the web page: style, fonts, icons, pages and script in one file."""

import base64
from dataclasses import replace
from pathlib import Path

from kiosk.base.paths import resources
from kiosk.viewmodels.session import Session
from tests.bench.web_page.attract import attract_slides
from tests.bench.web_page.map_drawing import country_symbol
from tests.bench.web_page.pages import all_pages

HERE = Path(__file__).parent
FONT_WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700, "ExtraBold": 800}
MOTIF = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 110 110" '
    'fill="none" stroke="{}" stroke-width="5.5">'
    '<path d="M50 88C50 62 50 44 53 36c4-15 24-22 36-8 9 13-4 30-18 22-9-7-2-18 5-14M50 88C50 62 50 44 47 36'
    'c-4-15-24-22-36-8-9 13 4 30 18 22 9-7 2-18-5-14M41 78l9 10 9-10" opacity="{}"/></svg>'
)


def write_page(session: Session, file: Path) -> None:
    """Write the whole programme of `session` to `file` as one page, as light as such a page can be.

    Fonts, icons and ornament are inlined; the first screen is in the document itself, so that it needs
    no script; the others are templates. Photographs and films stay files. After the idle times of the
    settings the page goes back to the first screen, as the kiosk does.
    """
    sessions = [replace(session, language=code) for code in session.settings.languages]
    templates = {f"{one.language}/{name}": html for one in sessions for name, html in all_pages(one)}
    first = templates[f"{session.language}/attract"]
    body = "".join(f'<template id="{name}">{html}</template>' for name, html in templates.items())
    settings = session.settings
    visit_end = settings.idle_seconds + settings.countdown_seconds + settings.attract_seconds
    constants = {"SLIDES": len(list(attract_slides(session))), "IDLE_SECONDS": visit_end}
    script = "".join(f"const {name} = {value};\n" for name, value in constants.items())
    script += (HERE / "page.js").read_text("utf-8")
    file.write_text(
        f'<!doctype html><html lang="{session.language}"><meta charset="utf-8"><title>25</title><style>'
        f"{style_sheet()}</style>{icon_symbols(first + body)}<main>{first}</main><nav hidden></nav>{body}"
        f"<script>{script}</script></html>",
        "utf-8",
    )


def style_sheet() -> str:
    """The style sheet with inlined fonts and ornament."""
    faces = "".join(
        f"@font-face {{ font-family: Onest; font-weight: {weight}; src: url({data_url('font/ttf', file)}) }}"
        for name, weight in FONT_WEIGHTS.items()
        for file in [(resources() / "fonts" / f"Onest-{name}.ttf").read_bytes()]
    )
    motif, gold = (
        data_url("image/svg+xml", MOTIF.format(colour, opacity).encode())
        for colour, opacity in (("#fff", 0.09), ("#f5b82e", 1))
    )
    return f"{faces}:root {{ --motif: url({motif}); --gold: url({gold}) }}" + (HERE / "page.css").read_text()


def data_url(kind: str, content: bytes) -> str:
    """A data: URL."""
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def icon_symbols(body: str) -> str:
    """The icons that `body` uses, each once."""
    symbols = []
    for file in sorted((resources() / "icons").glob("*/*.svg")):
        name = f"{file.parent.name}-{file.stem}"
        if f'"#{name}"' in body:
            inner = file.read_text("utf-8").partition(">")[2].removesuffix("</svg>\n").removesuffix("</svg>")
            symbols.append(f'<symbol id="{name}" viewBox="0 0 256 256">{inner}</symbol>')
    return f'<svg style="display: none">{"".join(symbols)}{country_symbol()}</svg>'
