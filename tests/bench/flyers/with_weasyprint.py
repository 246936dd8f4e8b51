"""Renders the flyers with WeasyPrint: one HTML page with a style sheet, and pictures as SVG."""

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

from PIL import ImageFile
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from kiosk.base.paths import resources
from kiosk.typesetting.sheet import Code, Sheet
from tests.bench.flyers import design
from tests.bench.flyers.outline import MOTIF_SIDE, motif_path

ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint enables it for the whole process
WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700, "ExtraBold": 800}


def render_flyers(sheets: Sequence[Sheet]) -> bytes:
    """The PDF."""
    title = escape(", ".join(sheet.said[0].title for sheet in sheets))
    language = sheets[0].languages[0]
    pages = "".join(map(_page, sheets))
    html = f'<html lang="{language}"><head><title>{title}</title></head><body>{pages}</body></html>'
    style, fonts = _style()
    made: bytes = HTML(string=html).write_pdf(stylesheets=[style], font_config=fonts)
    return made


@cache
def _style() -> tuple[CSS, FontConfiguration]:
    fonts = FontConfiguration()
    faces = "".join(
        f"@font-face {{ font-family: Onest; font-weight: {weight};"
        f' src: url("{(resources() / "fonts" / f"Onest-{name}.ttf").as_uri()}") }}\n'
        for name, weight in WEIGHTS.items()
    )
    own = Path(__file__).with_name("page.css").read_text("utf-8")
    return CSS(string=faces + own, font_config=fonts), fonts


def _page(sheet: Sheet) -> str:
    said, glyph = sheet.said[0], design.cover_glyph(sheet.seed)
    title = design.font_size_for(len(said.title), design.TITLE_SIZES)
    size = design.font_size_for(len(said.text), design.TEXT_SIZES)
    half = design.COVER * 0.22
    columns = min(len(said.facts), 3)
    facts = "".join(
        f'<li><img src="{_icon(f"bold/{fact.icon}", design.INK)}" alt=""><div><b>{escape(fact.text)}</b>'
        f"<p>{escape(fact.note)}</p></div></li>"
        for fact in said.facts
    )
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in said.text.split("\n"))
    assert sheet.code
    return f"""<section style="font-size: {size}pt; --colour: {sheet.colour};
--dark: {design.darken(sheet.colour)}; --pale: {design.lighten(sheet.colour)}">
<header><img class="ornament" src="{_ornament(sheet.seed % 3, sheet.seed % 2)}" alt="">
{_circle(glyph, 1.0, "#ffffff0f")}{_circle(glyph, 0.72, "#f5b82e38")}
<img class="placed" src="{_icon(f"duotone/{sheet.icon}", "#FFFFFF")}" alt=""
style="left: {glyph.x - half}pt; top: {glyph.y - half}pt; width: {2 * half}pt">
<p class="corner">{escape(sheet.corner)} · {escape(sheet.theme)}</p>
<h1 style="font-size: {title}pt">{escape(said.title)}</h1></header>
<ul style="grid-template-columns: repeat({columns}, 1fr)">{facts}</ul>
<div class="text">{text}</div>
<div class="panel"><div class="code">{_code(sheet.code)}</div>
<div><h2>{escape(said.take)}</h2><p>{escape(said.scan)}</p>
<p class="note">{escape(said.take_note)}</p><b>{escape(sheet.code.words)}</b></div></div>
<footer><div><b>{escape(sheet.corner)}</b><p>{escape(sheet.hours)}</p></div>
<small>{escape(sheet.pack)} № {sheet.number}</small></footer>
</section>"""


def _circle(glyph: design.Glyph, share: float, colour: str) -> str:
    reach = glyph.reach * share
    place = (
        f"left: {glyph.x - reach}pt; top: {glyph.y - reach}pt; width: {2 * reach}pt; height: {2 * reach}pt"
    )
    return f'<i class="placed" style="{place}; background: {colour}; border-radius: 50%"></i>'


def _code(code: Code) -> str:
    side, quiet = code.modules, design.QUIET_ZONE
    whole = side + 2 * quiet
    points = design.CODE_SIDE * whole / side
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{points}pt" height="{points}pt"'
        f' viewBox="{-quiet} {-quiet} {whole} {whole}">'
        f'<path fill="{design.INK}" d="{code.path}"/></svg>'
    )


@cache
def _icon(name: str, colour: str) -> str:
    svg = (resources() / "icons" / f"{name}.svg").read_text("utf-8")
    return _data_url(svg.replace("currentColor", colour))


@cache
def _ornament(kind: int, odd: int) -> str:
    data, width = motif_path()
    drawn = "".join(_horn(horn, data) for horn in design.ornament_horns(kind, odd))
    return _data_url(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {design.WIDTH} {design.COVER}">'
        f'<g fill="none" stroke="white" stroke-width="{width}" stroke-linecap="round"'
        f' stroke-linejoin="round">{drawn}</g></svg>'
    )


def _horn(horn: design.Horn, data: str) -> str:
    turn = f" rotate(180 {MOTIF_SIDE / 2} {MOTIF_SIDE / 2})" if horn.turned else ""
    where = f"translate({horn.x} {horn.y}) scale({horn.side / MOTIF_SIDE}){turn}"
    return f'<path transform="{where}" stroke-opacity="{horn.share}" d="{data}"/>'


def _data_url(svg: str) -> str:
    """A `data:` address, the same for equal pictures, so that each is read once."""
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()
