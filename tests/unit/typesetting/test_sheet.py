"""The data of codes and sheets for templates."""

import json
import re
from dataclasses import asdict

from PIL import Image, ImageDraw

from kiosk.flyers.order import FlyerKind, Order
from kiosk.typesetting.paper import Paper
from kiosk.typesetting.sheet import MIN_CODE_SIDE, MIN_MODULE, to_json_values
from tests.qr_reader import read_qr
from tests.unit.typesetting.sample import URL, sample_code, sample_list, sample_row, sample_sheet


def test_the_path_of_a_code_draws_its_modules() -> None:
    code = sample_code()
    picture = Image.new("L", (code.modules * 4 + 32, code.modules * 4 + 32), "white")
    pen = ImageDraw.Draw(picture)
    for run in re.finditer(r"M(\d+) (\d+)h(\d+)v1H\1", code.path):
        x, y, width = map(int, run.groups())
        left, top = 16 + x * 4, 16 + y * 4
        pen.rectangle((left, top, left + width * 4 - 1, top + 3), fill="black")
    (found,) = read_qr(picture)
    assert (found.text, found.ec_level) == (URL, "Q")
    assert re.sub(r"M\d+ \d+h\d+v1H\d+", "", code.path) == ""


def test_a_code_is_never_too_small() -> None:
    assert sample_code().least == MIN_CODE_SIDE
    fine = sample_code("https://kz.usembassy.gov/" + "a" * 300)
    assert fine.least == fine.modules * MIN_MODULE > MIN_CODE_SIDE


def test_payloads_are_those_of_all_codes() -> None:
    assert sample_sheet().payloads == [URL]
    assert sample_list(sample_row(), sample_row(code=None), sample_row()).payloads == [URL, URL]


def test_named_tuples_become_objects() -> None:
    found = json.loads(json.dumps(to_json_values(asdict(sample_sheet()))))
    assert found["said"][0]["facts"][0] == {
        "icon": "calendar-blank", "text": "2016 жылғы 9 сәуір", "note": "11:00–14:00"
    }  # fmt: skip
    assert found["code"]["payload"] == URL and found["picture"] is None
    assert to_json_values({"a": (1, ({"b": (2,)},))}) == {"a": [1, [{"b": [2]}]]}


def test_papers_have_sizes_and_printer_names() -> None:
    assert {paper: (*paper.size, paper.media) for paper in Paper} == {
        "A4": (210, 297, "A4"),
        "A5": (148, 210, "A5"),
        "A3": (297, 420, "A3"),
        "Letter": (215.9, 279.4, "Letter"),
        "4xA6": (210, 297, "A4"),
    }
    assert Order(FlyerKind.EVENT, ("a",), ("kk",)).paper is Paper.A4
