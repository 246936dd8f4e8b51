"""The flyers by ReportLab: a canvas, paragraphs where words wrap, forms for what comes again."""

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
from tests.bench.flyers.outline import ICON, MOTIF, Run, icon, modules, motif, trace

INK, MUTED, GOLD = HexColor(design.INK), HexColor(design.MUTED), HexColor(design.GOLD)
TOP = design.HEIGHT - design.COVER
"""The lower edge of the cover; a canvas counts from below."""


def make(sheets: Sequence[Sheet], *, own_codes: bool = False) -> bytes:
    """The PDF; with `own_codes` the codes are worked out by ReportLab, not taken from the sheets."""
    _fonts()
    data = BytesIO()
    canvas = Canvas(data, (design.WIDTH, design.HEIGHT), lang=sheets[0].languages[0])
    canvas.setTitle(", ".join(sheet.said[0].title for sheet in sheets))
    for sheet in sheets:
        _cover(canvas, sheet)
        _facts(canvas, sheet)
        _panel(canvas, sheet, own_codes)
        _foot(canvas, sheet)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


@cache
def _fonts() -> None:
    rl_config.useA85 = 0  # binary streams take less time and room
    for weight in ("Regular", "SemiBold", "Bold", "ExtraBold"):
        pdfmetrics.registerFont(TTFont(weight, resources() / "fonts" / f"Onest-{weight}.ttf"))


@cache
def _style(font: str, size: float, leading: float, colour: str) -> ParagraphStyle:
    look = {"fontName": font, "fontSize": size, "leading": size * leading, "textColor": HexColor(colour)}
    return ParagraphStyle("", **look)


def _wrapped(words: str, width: float, style: ParagraphStyle) -> tuple[Paragraph, float]:
    """A paragraph and how high it is."""
    made = Paragraph(escape(words), style)
    return made, made.wrap(width, design.HEIGHT)[1]


def _form(canvas: Canvas, name: str, draw: Callable[[], None]) -> None:
    """Draw what is drawn once for the whole document."""
    if not canvas.hasForm(name):
        canvas.beginForm(name, -design.WIDTH, -design.HEIGHT, 2 * design.WIDTH, 2 * design.HEIGHT)
        draw()
        canvas.endForm()
    canvas.doForm(name)


def _cover(canvas: Canvas, sheet: Sheet) -> None:
    glyph = design.glyph(sheet.seed)
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(0, TOP, design.WIDTH, design.COVER)
    canvas.clipPath(clip, stroke=0, fill=0)
    ends = (0, design.HEIGHT, design.WIDTH, TOP)
    canvas.linearGradient(*ends, (HexColor(sheet.colour), HexColor(design.darker(sheet.colour))))
    for share, names in _ornament(sheet.seed % 3, sheet.seed % 2):
        canvas.setStrokeColor(white, share)
        _form(canvas, names[0], partial(_horns, canvas, names[1]))
    for colour, strength, share in ((white, 0.06, 1.0), (GOLD, 0.22, 0.72)):
        canvas.setFillColor(colour, strength)
        canvas.circle(glyph.x, design.HEIGHT - glyph.y, glyph.reach * share, stroke=0, fill=1)
    half = design.COVER * 0.22
    _placed(canvas, f"duotone/{sheet.icon}", white, glyph.x - half, design.HEIGHT - glyph.y - half, half * 2)
    canvas.restoreState()
    canvas.setFillColor(white)
    canvas.setFont("SemiBold", design.SMALL)
    canvas.drawString(design.MARGIN, design.HEIGHT - design.MARGIN - 9, f"{sheet.corner} · {sheet.theme}")
    title = sheet.said[0].title
    size = design.size_for(len(title), design.TITLES)
    made, _ = _wrapped(title, design.TITLE_WIDTH, _style("ExtraBold", size, 1.0, "#FFFFFF"))
    made.drawOn(canvas, design.MARGIN, TOP + design.MARGIN - size * 0.2)


@cache
def _ornament(kind: int, odd: int) -> list[tuple[float, tuple[str, tuple[Horn, ...]]]]:
    """For each shade the name of its form and the motifs in it."""
    shades: dict[float, list[Horn]] = {}
    for horn in design.horns(kind, odd):
        shades.setdefault(horn.share, []).append(horn)
    return [(share, (f"ornament-{kind}-{odd}-{share}", tuple(found))) for share, found in shades.items()]


def _horns(canvas: Canvas, horns: tuple[Horn, ...]) -> None:
    for horn in horns:
        canvas.saveState()
        canvas.translate(horn.x + horn.side / 2, design.HEIGHT - horn.y - horn.side / 2)
        if horn.turned:
            canvas.rotate(180)
        scale = horn.side / MOTIF
        canvas.scale(scale, -scale)
        canvas.translate(-MOTIF / 2, -MOTIF / 2)
        _form(canvas, "horn", partial(_horn, canvas))
        canvas.restoreState()


def _horn(canvas: Canvas) -> None:
    data, width = motif()
    canvas.setLineWidth(width)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.drawPath(trace(data, canvas.beginPath()), stroke=1, fill=0)


def _placed(canvas: Canvas, name: str, colour: Color, x: float, y: float, side: float) -> None:
    """An icon with its lower left corner there."""
    canvas.saveState()
    canvas.translate(x, y + side)
    canvas.scale(side / ICON, -side / ICON)

    for place, (data, share) in enumerate(icon(name)):
        canvas.setFillColor(colour, share)
        _form(canvas, f"{name}-{place}".replace("/", "-"), partial(_filled, canvas, data))
    canvas.restoreState()


def _filled(canvas: Canvas, data: str) -> None:
    canvas.drawPath(trace(data, canvas.beginPath()), stroke=0, fill=1)


def _facts(canvas: Canvas, sheet: Sheet) -> None:
    """The facts in columns and the text below them."""
    said, y = sheet.said[0], TOP - design.MARGIN
    size = design.size_for(len(said.text), design.BODIES)
    columns = min(len(said.facts), 3)
    width = (design.INNER - (columns - 1) * size * 1.4) / columns
    for row in range(0, len(said.facts), columns):
        lowest = y
        for column, fact in enumerate(said.facts[row : row + columns]):
            x = design.MARGIN + column * (width + size * 1.4)
            _placed(canvas, f"bold/{fact.icon}", INK, x, y - size * 1.7, size * 1.7)
            at, left = y - size * 0.2, x + size * 2.6
            style = _style("Bold", size, 1.2, design.INK)
            noted = _style("Regular", size * 0.86, 1.2, design.MUTED)
            for words, one in ((fact.text, style), (fact.note, noted)):
                if words:
                    made, high = _wrapped(words, width - size * 2.6, one)
                    at -= high
                    made.drawOn(canvas, left, at)
            lowest = min(lowest, at)
        y = lowest - size * 1.1
    for paragraph in said.text.split("\n"):
        made, high = _wrapped(paragraph, design.INNER, _style("Regular", size, 1.25, design.INK))
        y -= high
        made.drawOn(canvas, design.MARGIN, y)
        y -= size * 0.65


def _panel(canvas: Canvas, sheet: Sheet, own_codes: bool) -> None:
    """The code and what to do with it."""
    code, said = sheet.code, sheet.said[0]
    assert code
    side, runs = _worked_out(code.payload) if own_codes else (code.modules, modules(code))
    size = design.size_for(len(said.text), design.BODIES)
    whole = design.CODE_SIDE * (side + 2 * design.QUIET) / side
    inset, base = size * 1.1, design.MARGIN * 2.4
    canvas.setFillColor(HexColor(design.paler(sheet.colour)))
    canvas.roundRect(design.MARGIN, base, design.INNER, whole + 2 * inset, size * 1.4, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.roundRect(design.MARGIN + inset, base + inset, whole, whole, whole * 0.03, stroke=0, fill=1)
    canvas.saveState()
    scale = design.CODE_SIDE / side
    quiet = design.QUIET * scale
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
        _wrapped(words, width, style)
        for words, style in (
            (said.take, _style("ExtraBold", size * 1.4, 1.1, design.INK)),
            (said.scan, _style("Regular", size, 1.35, design.INK)),
            (said.take_note, _style("Regular", size * 0.9, 1.3, design.MUTED)),
            (code.words, _style("Bold", size, 1.5, sheet.colour)),
        )
        if words
    ]
    y = base + inset + (whole + sum(high for _, high in parts)) / 2
    for made, high in parts:
        y -= high
        made.drawOn(canvas, left, y)


def _worked_out(payload: str) -> tuple[int, list[Run]]:
    """A code with error correction Q, by the part of ReportLab that its widget for codes stands on."""
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


def _foot(canvas: Canvas, sheet: Sheet) -> None:
    y = design.MARGIN * 0.9
    canvas.setFillColor(INK)
    canvas.setFont("Bold", design.FOOT)
    canvas.drawString(design.MARGIN, y + design.FOOT * 1.2, sheet.corner)
    canvas.setFillColor(MUTED)
    canvas.setFont("Regular", design.FOOT * 0.9)
    canvas.drawString(design.MARGIN, y, sheet.hours)
    canvas.setFont("Regular", design.FOOT * 0.7)
    canvas.drawRightString(design.WIDTH - design.MARGIN, y, sheet.mark)
