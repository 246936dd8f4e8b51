"""Self-checks of tests/bench/growth: the whole measurement with a few events, and its plot."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.bench.growth import measure
from tests.bench.growth.plot import draw_growth

SVG = "{http://www.w3.org/2000/svg}"


def test_every_figure_is_measured_and_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measure, "SIZES", {2: 1, 4: 2})
    monkeypatch.setattr(measure, "SMALLEST", 2)
    monkeypatch.setattr(measure, "VISITS", 1)
    results = measure.measure_growth(tmp_path / "made", tmp_path / "growth.svg")
    names = {result.name.removeprefix("growth_").removesuffix("_4") for result in results}
    assert names >= {
        *measure.COMMANDS,
        "first_frame",
        "home",
        "home_again",
        "memory",
        "calendar",
        "key_stroke",
    }
    assert all(result.ours > 0 and result.peer for result in results)
    texts = [text.text or "" for text in ElementTree.parse(tmp_path / "growth.svg").iter(f"{SVG}text")]
    assert all(any(text.startswith(f"{name.replace('_', ' ')} ") for text in texts) for name in names)


def test_lines_rise_with_their_figures_and_labels_do_not_overlap() -> None:
    lines = {"one": {1: 1.0, 100: 10.0}, "other": {1: 1.0, 100: 10.1}}
    picture = ElementTree.fromstring(draw_growth(lines, lines))
    paths = [
        path.attrib["d"].split() for path in picture.iter(f"{SVG}path") if path.attrib["stroke"] != "#DDDDDD"
    ]
    assert len(paths) == 4 and all(float(path[5]) < float(path[2]) for path in paths)
    labels = [
        float(text.attrib["y"])
        for text in picture.iter(f"{SVG}text")
        if (text.text or "").startswith(("one", "other"))
    ]
    assert min(abs(labels[0] - labels[1]), abs(labels[2] - labels[3])) >= 14
