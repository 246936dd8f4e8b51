"""Every file is short, documented, and free of paths and addresses of one machine."""

import re
from pathlib import Path

from tests.gates.tracked import tracked

LONGEST = 300
PRIVATE = re.compile(
    r"(?<![\w.}])/(?:home|root|work|Users|tmp)/\w"
    r"|pypi\.org/simple|\bpythonhosted\.org|\b(?:deb|security|snapshot)\.debian\.org|registry\.npmjs"
    r"|--(?:extra-)?index-url"
)
LINK = re.compile(r"\]\(([^)#\s]+)(#[^)\s]*)?\)")


def texts(checkout: Path) -> list[tuple[Path, str]]:
    """All tracked text files with their content."""
    readable = []
    for file in tracked(checkout):
        content = file.read_bytes()
        if b"\0" not in content:
            readable.append((file, content.decode("utf-8")))
    return readable


def test_no_file_is_long(checkout: Path) -> None:
    lengths = {
        file: file.read_text(encoding="utf-8").count("\n") for file in tracked(checkout, "*.py", "*.qml")
    }
    assert {file for file, length in lengths.items() if length > LONGEST} == set()


def test_every_module_has_a_docstring(checkout: Path) -> None:
    undocumented = [
        file
        for file in tracked(checkout, "*.py")
        if (text := file.read_text(encoding="utf-8")) and not text.lstrip().startswith('"""')
    ]
    assert undocumented == []


def test_no_file_names_this_machine_or_a_package_index(checkout: Path) -> None:
    named = [f"{file}: {found[0]}" for file, text in texts(checkout) if (found := PRIVATE.search(text))]
    assert named == []


def test_packaging_is_no_package(checkout: Path) -> None:
    """An `__init__.py` there would shadow the library `packaging`."""
    assert list(checkout.glob("packaging/**/__init__.py")) == []


def test_links_between_documents_work(checkout: Path) -> None:
    broken = []
    for file in tracked(checkout, "*.md"):
        for target, anchor in LINK.findall(file.read_text(encoding="utf-8")):
            if "://" in target or target.startswith("mailto:"):
                continue
            aim = file.parent / target
            if not aim.exists() or (anchor and anchor[1:] not in anchors(aim)):
                broken.append(f"{file.relative_to(checkout)}: {target}{anchor}")
    assert broken == []


def anchors(page: Path) -> set[str]:
    """The anchors of a Markdown page's headings."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
