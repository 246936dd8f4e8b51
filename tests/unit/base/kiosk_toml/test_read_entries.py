"""A settings file is read statement by statement: what is wrong in it costs nothing else."""

import codecs
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.base.kiosk_toml import read_entries as reader
from kiosk.base.kiosk_toml.read_entries import SettingsEntries, read_entries

GOOD_LINES: tuple[tuple[str, str, object], ...] = (
    ('library = "programme"', "library", "programme"),
    ('language = "ru"', "language", "ru"),
    ('languages = ["ru", "kk"]', "languages", ["ru", "kk"]),
    ('corner = "american-corner-almaty"', "corner", "american-corner-almaty"),
    ('corner_name = { ru = "Уголок" }', "corner_name", {"ru": "Уголок"}),
    ("idle_seconds = 90 # a minute and a half", "idle_seconds", 90),
    ("full_screen = false", "full_screen", False),
    ("share = '/mnt/mission packs'", "share", "/mnt/mission packs"),
    ('printer = "Office"', "printer", "Office"),
    ("volume = 0x10", "volume", 16),
)
"""Lines of a settings file with their key and value."""


def read(folder: Path, content: str | bytes) -> SettingsEntries:
    """The entries of a settings file with that content."""
    file = folder / "kiosk.toml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_entries(file)


def fault_lines(found: SettingsEntries) -> list[int]:
    """The lines that do not count."""
    return [fault.line for fault in found.faults]


def test_settings_may_extend_over_several_lines(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """sticks = [
  "/media", # the usual place

  "/run/media",
]
staff_message = { en = '''Call
idle_seconds = 5''' }
[corner_name]
kk = "Бұрыш"
ru = "Уголок"
""",
    )
    assert found.faults == ()
    assert found.values == {
        "sticks": ["/media", "/run/media"],
        "staff_message": {"en": "Call\nidle_seconds = 5"},
        "corner_name": {"kk": "Бұрыш", "ru": "Уголок"},
    }


@pytest.mark.parametrize(
    ("wrong", "lines"),
    [
        ("idle_seconds 90", [2]),
        ("idle_seconds = ", [2]),
        ("= 5", [2]),
        ('corner = "unclosed', [2]),
        ("corner = «quoted»", [2]),
        ('sticks = [\n"/media",\n', [2, 3]),
        ('staff_message = { en = """unclosed\nCall 101', [2, 3]),
        ("[kiosk]", [2]),
        ("[[sticks]]", [2]),
        ("[corner_name", [2]),
        ("a.b.c = 1", [2]),
        ("volume = 7", [2]),
        ("prints_per_day = " + "9" * 5000, [2]),
        ("sticks = " + "[" * 5000, [2]),
        ("\x00\x1b[31m", [2]),
        ("corner_name = { de = 'Ecke' }", [2]),
        ("corner_name.kk = 5\ncorner_name.kk = 'Бұрыш'\ncorner_name.kk = 'тағы'", [2, 4]),
    ],
)
def test_j07_a_wrong_statement_leaves_the_others_as_they_are(
    wrong: str, lines: list[int], tmp_path: Path
) -> None:
    found = read(tmp_path, f"volume = 33\n{wrong}\nattract_seconds = 20\nprints_per_day = 9\n")
    assert {"volume": 33, "attract_seconds": 20, "prints_per_day": 9}.items() <= found.values.items()
    assert fault_lines(found) == lines


def test_the_first_of_two_equal_settings_counts(tmp_path: Path) -> None:
    found = read(tmp_path, "volume = 1\nidle_seconds = 90\nvolume = 2\n")
    assert found.values == {"volume": 1, "idle_seconds": 90}
    assert [(fault.line, fault.problem.code) for fault in found.faults] == [(3, "settings.twice")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_j07_every_encoding_that_an_editor_writes_is_read(
    encoding: str, line_end: str, tmp_path: Path
) -> None:
    text = line_end.join(line for line, _, _ in GOOD_LINES)
    found = read(tmp_path, text.encode(encoding))
    assert (found.values, found.faults) == ({key: value for _, key, value in GOOD_LINES}, ())


def test_j07_a_line_in_another_encoding_costs_only_itself(tmp_path: Path) -> None:
    found = read(tmp_path, "volume = 1\ncorner_name = { ru = 'Уголок' }\nidle_seconds = 90".encode("cp1251"))
    assert (found.values, fault_lines(found)) == ({"volume": 1, "idle_seconds": 90}, [2])
    assert found.faults[0].problem.code == "settings.encoding"
    assert fault_lines(read(tmp_path, codecs.BOM_UTF16_LE + b"v\0o")) == [1]


def test_j07_of_a_huge_file_the_beginning_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, "volume = 1\n" + "# a comment\n" * reader.MAX_BYTES)
    assert found.values == {"volume": 1}
    assert [fault.problem.code for fault in found.faults] == ["settings.long"]


def test_j07_what_is_no_file_is_one_fault(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    for name in ("missing", "missing/kiosk.toml", ".", "pipe", "dangling", "x" * 300):
        found = read_entries(tmp_path / name)
        assert (found.values, fault_lines(found)) == ({}, [0]), name
        assert found.faults[0].problem.code == "settings.missing"
    assert read_entries(Path("/dev/zero")).values == {}


@given(st.data())
def test_j07_whatever_is_damaged_the_other_lines_keep_their_value(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    lines = data.draw(st.permutations(GOOD_LINES))
    damaged = data.draw(st.sets(st.integers(0, len(lines) - 1), max_size=4))
    content = [line.encode() for line, _, _ in lines]
    for number in damaged:
        content[number] = data.draw(damages(content[number]))
    extra = data.draw(st.lists(st.binary(max_size=30).filter(has_no_mark), max_size=3))
    found = read(tmp_path_factory.getbasetemp(), b"\n".join([*content, *extra]))
    expected = {key: value for number, (_, key, value) in enumerate(lines) if number not in damaged}
    assert {key: found.values.get(key) for key in expected} == expected


def has_no_mark(line: bytes) -> bool:
    """Whether the line does not begin as a file in another encoding does."""
    return not line.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE))


def damages(line: bytes) -> "st.SearchStrategy[bytes]":
    """Other contents of a line: with a part removed or replaced by random bytes."""

    def cut(numbers: tuple[int, int], replacement: bytes) -> bytes:
        start, end = sorted(number % (len(line) + 1) for number in numbers)
        return line[:start] + replacement + line[end:]

    places = st.tuples(st.integers(0, 200), st.integers(0, 200))
    return st.builds(cut, places, st.binary(max_size=10)).filter(has_no_mark)
