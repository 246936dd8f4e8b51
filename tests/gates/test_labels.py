"""A label that takes its width from its text does not wrap: its size would depend on itself."""

import re
from collections.abc import Iterator
from pathlib import Path

LABEL = re.compile(r"^( *)(?:delegate: )?(?:Label|DrawnText) \{$", re.MULTILINE)
HAS_WIDTH = re.compile(r"(?:width|wrapMode|anchors\.right|anchors\.fill|Layout\.\w*[wW]idth): ")
COMPONENTS = {"Label.qml", "FittedLabel.qml"}
"""Their width is given where they are used."""
MEASURED = {"CityMap.qml"}
"""A label that is never drawn and only has a font."""


def labels_without_width(text: str) -> Iterator[int]:
    """The lines of labels that neither have a width nor say how they wrap."""
    for found in LABEL.finditer(text):
        indent = found[1] + "    "
        block = text[found.end() :].partition(f"\n{found[1]}}}")[0]
        own = [line for line in block.splitlines() if line.startswith(indent) and line[len(indent)] != " "]
        if not any(HAS_WIDTH.match(line.strip()) for line in own):
            yield text.count("\n", 0, found.start()) + 1


def test_every_label_has_a_width_or_does_not_wrap(checkout: Path) -> None:
    files = sorted((checkout / "kiosk/qml").rglob("*.qml"))
    found = {file.name: list(labels_without_width(file.read_text("utf-8"))) for file in files}
    assert {name for name, lines in found.items() if lines} == COMPONENTS | MEASURED


def test_a_label_without_a_width_is_found() -> None:
    wrong = "Item {\n    Label {\n        text: page.title\n    }\n}\n"
    assert list(labels_without_width(wrong)) == [2]
    assert list(labels_without_width(wrong.replace("text:", "width: 5\n        text:"))) == []
