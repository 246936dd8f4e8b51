"""The PDF can be archived and read aloud (PDF/A-2a, PDF/UA-1), as qpdf, pikepdf and poppler see it."""

import subprocess
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from PIL import Image

from kiosk.typesetting.paper import Ink, Paper
from kiosk.typesetting.sheet import Picture
from kiosk.typesetting.typeset import typeset
from tests.unit.typesetting.sample import sample_code, sample_document, sample_list, sample_row, sample_sheet

PHOTOGRAPH = Picture("1.jpg", "media/a.jpg", "Кітап оқып отырған қыз")


def photograph_jpeg() -> bytes:
    """A JPEG of a few colours."""
    data = BytesIO()
    Image.linear_gradient("L").convert("RGB").resize((600, 400)).save(data, "JPEG")
    return data.getvalue()


DOCUMENTS = {
    "event": sample_document(),
    "trilingual": sample_document(sample_sheet(languages=3), sample_sheet()),
    "photograph": sample_document(sample_sheet(picture=PHOTOGRAPH), pictures={"1.jpg": photograph_jpeg()}),
    "cards": sample_document(
        sample_sheet(), sample_sheet(said={"flag": "Толды"}), template="cards", paper=Paper.CARDS
    ),
    "tear-off": sample_document(template="tear-off", ink=Ink.GREY),
    "list": sample_document(
        sample_list(*[sample_row()] * 12),
        sample_list(sample_row(code=None)),
        template="list",
        ink=Ink.SPARING,
    ),
    "no code": sample_document(sample_sheet(code=None, said={"take": "", "scan": ""})),
}


@pytest.fixture(scope="module", params=DOCUMENTS)
def pdf(request: pytest.FixtureRequest) -> bytes:
    return typeset(DOCUMENTS[request.param])


def test_qpdf_finds_no_errors(pdf: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("pdf") / "flyer.pdf"
    file.write_bytes(pdf)
    found = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True)
    assert (found.returncode, found.stderr) == (0, "")
    assert "No syntax or stream encoding errors found" in found.stdout


def test_metadata_is_complete(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as opened:
        root = opened.Root
        assert (opened.pdf_version, str(root.Lang), bool(root.MarkInfo.Marked)) == ("1.7", "kk", True)
        assert bool(root.ViewerPreferences.DisplayDocTitle) is True
        intents = [(str(one.S), "/DestOutputProfile" in one) for one in root.OutputIntents]
        assert intents == [("/GTS_PDFA1", True)]
        with opened.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
            assert (metadata["pdfuaid:part"], metadata["dc:title"]) == ("1", "Код")
            assert metadata["dc:creator"] == ["Бұрыш"] and "564d8e6 · 1" in metadata["pdf:Keywords"]
            assert metadata["xmp:CreateDate"].startswith("2016-04-03T")
        assert not opened.is_encrypted


def test_all_visible_content_is_tagged_or_an_artifact(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert all("/StructParents" in page for page in opened.pages)
        for page in opened.pages:
            depth = 0
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) in ("BDC", "BMC"):
                    depth += 1
                elif str(operator) == "EMC":
                    depth -= 1
                elif str(operator) in ("Tj", "TJ", "Do", "f", "f*", "S", "sh"):
                    assert depth > 0, (operator, operands)


def test_pictures_have_alternative_texts_and_there_is_a_heading(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as opened:
        elements = list(walk_structure(opened.Root.StructTreeRoot))
        kinds = [str(one.S) for one in elements]
        figures = [str(one.get("/Alt", "")) for one in elements if str(one.S) == "/Figure"]
        assert all(figures)
        levels = [int(kind[2:]) for kind in kinds if kind[:2] == "/H" and kind[2:].isdigit()]
        assert levels[0] == 1 and all(after - before <= 1 for before, after in pairwise(levels))


def test_every_figure_of_a_flyer_has_its_alternative_text() -> None:
    with pikepdf.open(BytesIO(typeset(DOCUMENTS["photograph"]))) as opened:
        elements = list(walk_structure(opened.Root.StructTreeRoot))
        figures = [str(one.Alt) for one in elements if str(one.S) == "/Figure"]
    assert figures == [PHOTOGRAPH.alt, sample_code().alt]


def test_a_photograph_without_alternative_text_is_an_artifact() -> None:
    plain = sample_document(
        sample_sheet(picture=PHOTOGRAPH._replace(alt="")), pictures={"1.jpg": photograph_jpeg()}
    )
    with pikepdf.open(BytesIO(typeset(plain))) as opened:
        figures = [one for one in walk_structure(opened.Root.StructTreeRoot) if str(one.S) == "/Figure"]
        assert [str(one.Alt) for one in figures] == [sample_code().alt]
        assert len(opened.pages[0].get_images()) == 1


def test_fonts_are_embedded_with_a_unicode_map(pdf: bytes) -> None:
    read = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True)
    rows = read.stdout.decode().splitlines()[2:]
    assert rows
    for line in rows:
        assert "Onest" in line.split()[0]
        assert line.split()[-5:-2] == ["yes", "yes", "yes"]  # embedded, a subset, with its letters


def test_poppler_finds_the_same_metadata(pdf: bytes) -> None:
    read = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    info = {name: value.strip() for name, _, value in (line.partition(":") for line in read.splitlines())}
    assert (info["Title"], info["Author"], info["Tagged"]) == ("Код", "Бұрыш", "yes")
    assert (info["JavaScript"], info["Encrypted"], info["Form"]) == ("no", "no", "none")


def walk_structure(element: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """The elements of a structure tree in the order they are read."""
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from walk_structure(kid)
