"""Renders the flyers with ReportLab: a canvas, paragraphs for text that wraps, forms for what is repeated."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from io import BytesIO
from itertools import groupby
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from kiosk.base.paths import resources
from kiosk.typesetting.sheet import Sheet
from tests.bench.flyers import design
from tests.bench.flyers.design import Horn
from tests.bench.flyers.outline import (
    ICON_SIDE,
    MOTIF_SIDE,
    Run,
    dark_runs,
    icon_paths,
    motif_path,
    trace_path,
)

INK, MUTED, GOLD = HexColor(design.INK), HexColor(design.MUTED), HexColor(design.GOLD)
TOP = design.HEIGHT - design.COVER
"""The lower edge of the cover, from the bottom, as in a canvas."""


def render_flyers(sheets: Sequence[Sheet], *, own_codes: bool = False) -> bytes:
    """The PDF; with `own_codes` ReportLab encodes the codes, else they are taken from the sheets."""
    _register_fonts()
    data = BytesIO()
    canvas = Canvas(data, (design.WIDTH, design.HEIGHT), lang=sheets[0].languages[0])
    canvas.setTitle(", ".join(sheet.said[0].title for sheet in sheets))
    for sheet in sheets:
        _draw_cover(canvas, sheet)
        _draw_facts_and_text(canvas, sheet)
        _draw_code_panel(canvas, sheet, own_codes)
        _draw_footer(canvas, sheet)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


@cache
def _register_fonts() -> None:
    rl_config.useA85 = 0  # binary streams are faster and smaller
    for weight in ("Regular", "SemiBold", "Bold", "ExtraBold"):
        pdfmetrics.registerFont(TTFont(weight, resources() / "fonts" / f"Onest-{weight}.ttf"))


@cache
def _style(font: str, size: float, leading: float, colour: str) -> ParagraphStyle:
    look = {"fontName": font, "fontSize": size, "leading": size * leading, "textColor": HexColor(colour)}
    return ParagraphStyle("", **look)


def _wrap(words: str, width: float, style: ParagraphStyle) -> tuple[Paragraph, float]:
    """A paragraph and its height."""
    paragraph = Paragraph(escape(words), style)
    return paragraph, paragraph.wrap(width, design.HEIGHT)[1]


def _draw_form(canvas: Canvas, name: str, draw: Callable[[], None]) -> None:
    """Draw a form, which is stored once for the whole document."""
    if not canvas.hasForm(name):
        canvas.beginForm(name, -design.WIDTH, -design.HEIGHT, 2 * design.WIDTH, 2 * design.HEIGHT)
        draw()
        canvas.endForm()
    canvas.doForm(name)


def _draw_cover(canvas: Canvas, sheet: Sheet) -> None:
    glyph = design.cover_glyph(sheet.seed)
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(0, TOP, design.WIDTH, design.COVER)
    canvas.clipPath(clip, stroke=0, fill=0)
    ends = (0, design.HEIGHT, design.WIDTH, TOP)
    canvas.linearGradient(*ends, (HexColor(sheet.colour), HexColor(design.darken(sheet.colour))))
    for share, names in _ornament(sheet.seed % 3, sheet.seed % 2):
        canvas.setStrokeColor(white, share)
        _draw_form(canvas, names[0], partial(_draw_horns, canvas, names[1]))
    for colour, strength, share in ((white, 0.06, 1.0), (GOLD, 0.22, 0.72)):
        canvas.setFillColor(colour, strength)
        canvas.circle(glyph.x, design.HEIGHT - glyph.y, glyph.reach * share, stroke=0, fill=1)
    half = design.COVER * 0.22
    _draw_icon(
        canvas, f"duotone/{sheet.icon}", white, glyph.x - half, design.HEIGHT - glyph.y - half, half * 2
    )
    canvas.restoreState()
    canvas.setFillColor(white)
    canvas.setFont("SemiBold", design.SMALL)
    canvas.drawString(design.MARGIN, design.HEIGHT - design.MARGIN - 9, f"{sheet.corner} · {sheet.theme}")
    title = sheet.said[0].title
    size = design.font_size_for(len(title), design.TITLE_SIZES)
    paragraph, _ = _wrap(title, design.TITLE_WIDTH, _style("ExtraBold", size, 1.0, "#FFFFFF"))
    paragraph.drawOn(canvas, design.MARGIN, TOP + design.MARGIN - size * 0.2)


@cache
def _ornament(kind: int, odd: int) -> list[tuple[float, tuple[str, tuple[Horn, ...]]]]:
    """For each opacity the name of its form and the motifs in it."""
    shades: dict[float, list[Horn]] = {}
    for horn in design.ornament_horns(kind, odd):
        shades.setdefault(horn.share, []).append(horn)
    return [(share, (f"ornament-{kind}-{odd}-{share}", tuple(found))) for share, found in shades.items()]


def _draw_horns(canvas: Canvas, horns: tuple[Horn, ...]) -> None:
    for horn in horns:
        canvas.saveState()
        canvas.translate(horn.x + horn.side / 2, design.HEIGHT - horn.y - horn.side / 2)
        if horn.turned:
            canvas.rotate(180)
        scale = horn.side / MOTIF_SIDE
        canvas.scale(scale, -scale)
        canvas.translate(-MOTIF_SIDE / 2, -MOTIF_SIDE / 2)
        _draw_form(canvas, "horn", partial(_draw_horn, canvas))
        canvas.restoreState()


def _draw_horn(canvas: Canvas) -> None:
    data, width = motif_path()
    canvas.setLineWidth(width)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.drawPath(trace_path(data, canvas.beginPath()), stroke=1, fill=0)


def _draw_icon(canvas: Canvas, name: str, colour: Color, x: float, y: float, side: float) -> None:
    """Draw an icon with its lower left corner at (x, y)."""
    canvas.saveState()
    canvas.translate(x, y + side)
    canvas.scale(side / ICON_SIDE, -side / ICON_SIDE)

    for place, (data, share) in enumerate(icon_paths(name)):
        canvas.setFillColor(colour, share)
        _draw_form(canvas, f"{name}-{place}".replace("/", "-"), partial(_fill_path, canvas, data))
    canvas.restoreState()


def _fill_path(canvas: Canvas, data: str) -> None:
    canvas.drawPath(trace_path(data, canvas.beginPath()), stroke=0, fill=1)


def _draw_facts_and_text(canvas: Canvas, sheet: Sheet) -> None:
    """Draw the facts in columns and the text below them."""
    said, y = sheet.said[0], TOP - design.MARGIN
    size = design.font_size_for(len(said.text), design.TEXT_SIZES)
    columns = min(len(said.facts), 3)
    width = (design.INNER - (columns - 1) * size * 1.4) / columns
    for row in range(0, len(said.facts), columns):
        lowest = y
        for column, fact in enumerate(said.facts[row : row + columns]):
            x = design.MARGIN + column * (width + size * 1.4)
            _draw_icon(canvas, f"bold/{fact.icon}", INK, x, y - size * 1.7, size * 1.7)
            at, left = y - size * 0.2, x + size * 2.6
            style = _style("Bold", size, 1.2, design.INK)
            noted = _style("Regular", size * 0.86, 1.2, design.MUTED)
            for words, one in ((fact.text, style), (fact.note, noted)):
                if words:
                    paragraph, high = _wrap(words, width - size * 2.6, one)
                    at -= high
                    paragraph.drawOn(canvas, left, at)
            lowest = min(lowest, at)
        y = lowest - size * 1.1
    for text in said.text.split("\n"):
        paragraph, high = _wrap(text, design.INNER, _style("Regular", size, 1.25, design.INK))
        y -= high
        paragraph.drawOn(canvas, design.MARGIN, y)
        y -= size * 0.65


def _draw_code_panel(canvas: Canvas, sheet: Sheet, own_codes: bool) -> None:
    """Draw the code and what it is for."""
    code, said = sheet.code, sheet.said[0]
    assert code
    side, runs = _encode_qr_code(code.payload) if own_codes else (code.modules, dark_runs(code))
    size = design.font_size_for(len(said.text), design.TEXT_SIZES)
    whole = design.CODE_SIDE * (side + 2 * design.QUIET_ZONE) / side
    inset, base = size * 1.1, design.MARGIN * 2.4
    canvas.setFillColor(HexColor(design.lighten(sheet.colour)))
    canvas.roundRect(design.MARGIN, base, design.INNER, whole + 2 * inset, size * 1.4, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.roundRect(design.MARGIN + inset, base + inset, whole, whole, whole * 0.03, stroke=0, fill=1)
    canvas.saveState()
    scale = design.CODE_SIDE / side
    quiet = design.QUIET_ZONE * scale
    canvas.translate(design.MARGIN + inset + quiet, base + inset + whole - quiet)
    canvas.scale(scale, -scale)
    canvas.setFillColor(INK)
    dark = canvas.beginPath()
    for x, y, run in runs:
        dark.rect(x, y, run, 1)
    canvas.drawPath(dark, stroke=0, fill=1)
    canvas.restoreState()
    left = design.MARGIN + inset + whole + size * 1.5
    width = design.WIDTH - design.MARGIN - inset - left
    parts = [
        _wrap(words, width, style)
        for words, style in (
            (said.take, _style("ExtraBold", size * 1.4, 1.1, design.INK)),
            (said.scan, _style("Regular", size, 1.35, design.INK)),
            (said.take_note, _style("Regular", size * 0.9, 1.3, design.MUTED)),
            (code.words, _style("Bold", size, 1.5, sheet.colour)),
        )
        if words
    ]
    y = base + inset + (whole + sum(high for _, high in parts)) / 2
    for paragraph, high in parts:
        y -= high
        paragraph.drawOn(canvas, left, y)


def _encode_qr_code(payload: str) -> tuple[int, list[Run]]:
    """A code with error correction Q, encoded by the part of ReportLab that its QR code widget uses."""
    code = QRCode(None, QRErrorCorrectLevel.Q)
    code.addData(payload)
    code.make()
    runs = []
    for y, row in enumerate(code.modules):
        x = 0
        for dark, run in groupby(row):
            long = len(list(run))
            if dark:
                runs.append((x, y, long))
            x += long
    return code.moduleCount, runs


def _draw_footer(canvas: Canvas, sheet: Sheet) -> None:
    y = design.MARGIN * 0.9
    canvas.setFillColor(INK)
    canvas.setFont("Bold", design.FOOT)
    canvas.drawString(design.MARGIN, y + design.FOOT * 1.2, sheet.corner)
    canvas.setFillColor(MUTED)
    canvas.setFont("Regular", design.FOOT * 0.9)
    canvas.drawString(design.MARGIN, y, sheet.hours)
    canvas.setFont("Regular", design.FOOT * 0.7)
    canvas.drawRightString(design.WIDTH - design.MARGIN, y, f"{sheet.pack} № {sheet.number}")
