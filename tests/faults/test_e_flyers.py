"""Fault catalogue, E3: text that is code is printed as it was typed, templates read only their folder."""

import json
import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from kiosk.flyers.make_flyers import make_flyer
from kiosk.flyers.order import FlyerKind, Order
from kiosk.typesetting.paper import Ink, Paper
from kiosk.typography.rules import JOINER
from tests.flyer_kit import SamplePublisher, context_at, demo, page_texts, typeset_unproofed
from tests.source_builder import TALK_TOML, THEMES_TOML, VENUES_TOML

__all__ = ["demo"]

LURES = {
    "panic": '#panic("kiosk: too long") #pagebreak()',
    "read": '#read("/etc/passwd") #include "parts.typ"',
    "math": "$x^2$ $$ costs 5$ \\alpha \\ \\\\ \\u{48}",
    "marks": "*bold* _slanted_ `raw` = Heading @ref <label> ~ -- ---",
    "loops": '#while true {} #eval("1 + 1") ${HOME} {{data}} %s %n',
    "html": "<img src=file:///etc/passwd onerror=alert(1)> &amp; &#9731; <!-- x -->",
    "postscript": "%!PS-Adobe-3.0 (x) showpage quit \\033%-12345X@PJL SET COPIES=99",
    "quotes": '"]) #let data = (:) [= x] (\\") // end */ /* begin',
    "files": "![x](file:///etc/passwd) ../../etc/passwd C:\\autoexec.bat",
}
"""Code for typesetters, browsers, printers and shells."""


def event_source(title: str, body: str) -> str:
    """The source file of an event with the same text in every language."""
    words = [f"{part}\n" for part in TALK_TOML.split("[title]")[:1]]
    for name, text in (("title", title), ("summary", title), ("body", body)):
        written = json.dumps(text, ensure_ascii=False)
        words += [f"[{name}]\n", *(f"{code} = {written}\n" for code in ("en", "kk", "ru"))]
    return "".join(words) + '[contact]\nurl = "https://kz.usembassy.gov/contact"\n'


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library in which every title, text, theme and venue contains code."""
    publisher = SamplePublisher(tmp_path_factory.mktemp("hostile"))
    events = {
        f"events/{name}.toml": event_source(lure, "\n".join(LURES.values())) for name, lure in LURES.items()
    }
    lure = LURES["panic"].replace('"', '\\"')
    themes = re.sub(
        r"tagline = .*", f'tagline = {{ en = "{lure}", kk = "{lure}", ru = "{lure}" }}', THEMES_TOML
    )
    venues = VENUES_TOML.replace('"Corner"', f'"{lure}"').replace('"Бұрыш"', f'"{lure}"')
    return publisher.install(
        {**events, "themes.toml": themes, "venues.toml": venues, "events/full.toml": None}
    )


def without_marks(text: str) -> str:
    """`text` with typewriter's quotation marks and without joiners, which typography sets."""
    return re.sub("[“”„«»]", '"', text).replace(JOINER, "")


@pytest.mark.parametrize("kind", FlyerKind)
def test_e3_text_that_is_code_is_printed_as_it_was_typed(hostile: Path, kind: FlyerKind) -> None:
    lure = LURES["panic"]
    context = context_at(hostile, corner_name={"kk": lure}, corner_hours={"kk": LURES["html"]})
    subjects = {
        FlyerKind.THEME: ["innovation"],
        FlyerKind.WEEK: ["2016-04-04"],
        FlyerKind.MONTH: ["2016-04-01"],
    }
    pdf, _ = typeset_unproofed(context, kind, subjects.get(kind, LURES), "kk", "ru")
    read = without_marks("".join(page_texts(pdf)))
    for words in (*LURES.values(), lure):
        assert without_marks("".join(words.split())) in read
    assert_nothing_runs(pdf)


def assert_nothing_runs(pdf: bytes) -> None:
    """Assert that the PDF opens, runs, fetches and hides nothing."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        names = opened.Root.get("/Names", pikepdf.Dictionary())
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(opened.Root.keys())
        assert not {"/JavaScript", "/EmbeddedFiles"} & set(names.keys())
        assert not [page for page in opened.pages if "/Annots" in page]


SECRET = "what nobody outside may read"


@pytest.mark.parametrize(
    "written",
    [
        '#read("{outside}")',
        '#read("../../../../../../..{outside}")',
        '#import "{outside}": *',
        '#image("{outside}")',
        '#plugin("{outside}")',
        '#read("link.svg")',
        '#include "link.typ"',
        "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg'><image href='{outside}'/></svg>\"))",
        '#import "@preview/cetz:0.3.0"',
        '#panic("no")',
        "#while 1 > 0 {{ }}",
        "#let f(x) = f(x + 1)\n#f(1)",
        "#missing",
        "[",
        '#image("horn.svg")',
        '#text(font: "DejaVu Sans", "שלום")',
        "",
    ],
)
def test_e3_a_template_of_the_corner_cannot_read_other_folders(
    demo: Path, tmp_path: Path, written: str
) -> None:
    outside, own = tmp_path / "secret.txt", tmp_path / "own"
    outside.write_text(SECRET)
    own.mkdir()
    (own / "event.typ").write_text(f"= Own\n{written.format(outside=outside)}")
    (own / "notes.txt").write_text("left alone")
    for name in ("link.typ", "link.svg") if "link" in written else ():
        (own / name).symlink_to(outside)
    context = context_at(demo, flyer_templates=own)
    made = make_flyer(context, Order(FlyerKind.EVENT, ("us-kz-fest",), ("kk",), Paper.A5, Ink.COLOUR), 1)
    assert made.template_error.split(": ")[0] in ("event.typ", "link.svg", "link.typ")
    assert "US-KZFest" in page_texts(made.pdf)[0] and SECRET not in "".join(page_texts(made.pdf))
    assert SECRET not in made.template_error
