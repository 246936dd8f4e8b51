"""Untrusted receipts are refused with a sentence, and none of their text reaches the terminal raw."""

import json
import os
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.base.display_text import display_line
from kiosk.base.errors import KioskError
from kiosk.i18n.translator import LANGUAGES, translator
from kiosk.receipts.find_receipts import MAX_DEPTH, MAX_NAME_LENGTH, read_receipts
from kiosk.receipts.receipt import MAX_COUNTS, MAX_PACKS, TEXT_LENGTHS
from kiosk.receipts.signed_file import MAX_BYTES, SignedReceipt, read_receipt_file
from tests.packs_builder import refused
from tests.unit.receipts.sample_receipts import SampleKiosk

KIOSK = SampleKiosk()
GOOD = KIOSK.receipt().to_fields()
FIELDS = sorted(GOOD)
PACK = {"publisher": "p", "title": "t", "version": 1, "short_id": "x", "since": 0}
DEEP = b'{"kind": "corner-kiosk-receipt", "more": ' + b"[" * 15_000 + b"]" * 15_000 + b"}"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "receipt.json"


NONE = {
    "empty": b"",
    "text": b"hello",
    "a list": b"[]",
    "another object": b'{"signed": {}}',
    "deep": DEEP,
    "a number without end": b'{"kind": "corner-kiosk-receipt", "number": ' + b"9" * 5000 + b"}",
    "not UTF-8": b'{"kind": "\xff"}',
    "UTF-16": json.dumps({"kind": "x"}).encode("utf-16"),
    "too large": json.dumps({"kind": "corner-kiosk-receipt", "more": "x" * MAX_BYTES}).encode(),
    "only zeros": bytes(1000),
}


@pytest.mark.parametrize("what", NONE)
def test_file_that_is_no_receipt_is_refused(file: Path, what: str) -> None:
    file.write_bytes(NONE[what])
    with refused("receipts.none"):
        read_receipt_file(file)


def test_huge_file_is_not_read_whole(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(1 << 40)
    with refused("receipts.none"):
        read_receipt_file(file)


def test_receipt_of_a_newer_format_is_refused(file: Path) -> None:
    with refused("receipts.newer"):
        read_receipt_file(KIOSK.forge(file, format=2))


def test_unknown_fields_are_ignored(file: Path) -> None:
    assert read_receipt_file(KIOSK.forge(file, later={"more": [1, 2]})).receipt == KIOSK.receipt()


@pytest.mark.parametrize("field", [*FIELDS, "key", "signature", "later"])
def test_changed_field_breaks_the_signature(tmp_path: Path, field: str) -> None:
    file = KIOSK.write_receipt(tmp_path)
    content = json.loads(file.read_bytes())
    content[field] = "00" * 32 if content.get(field) != "00" * 32 else 1
    file.write_text(json.dumps(content))
    with refused("receipts.forged"):
        read_receipt_file(file)


@pytest.mark.parametrize(
    "change", [{"key": 5}, {"key": "zz"}, {"key": ""}, {"signature": None}, {"signature": "é"}]
)
def test_invalid_key_or_signature_is_refused(file: Path, change: dict[str, Any]) -> None:
    content = json.loads(KIOSK.forge(file).read_bytes())
    file.write_text(json.dumps(content | change))
    with refused("receipts.forged", "receipts.field"):
        read_receipt_file(file)


@pytest.mark.parametrize("later", ["1e999", "NaN", "9007199254740993", '"\\ud800"', '{"\\ud800": 1}'])
def test_value_without_canonical_form_is_refused(file: Path, later: str) -> None:
    text = KIOSK.forge(file).read_text("utf-8")
    file.write_text(f'{text[:-1]}, "later": {later}}}', "utf-8")
    with refused("receipts.forged"):
        read_receipt_file(file)


def test_kiosk_id_must_match_the_key(file: Path) -> None:
    with refused("receipts.other_key", kiosk=KIOSK.id):
        read_receipt_file(SampleKiosk().forge(file, kiosk=KIOSK.id))


@pytest.mark.parametrize("field", TEXT_LENGTHS)
@pytest.mark.parametrize("bad", ["\x1b[2J", "a\nb", "\u202e", "\x9b31m", "\x7f", "x" * 10_000])
def test_control_characters_and_long_texts_are_refused(file: Path, field: str, bad: str) -> None:
    with refused("receipts.field", field=field):
        read_receipt_file(KIOSK.forge(file, **{field: bad}))


WRONG: list[tuple[str, dict[str, Any]]] = [
    *[(field, {field: [[]]}) for field in FIELDS],
    ("screen", {"screen": "wide"}),
    ("result", {"result": "fine"}),
    ("number", {"number": -1}),
    ("number", {"number": True}),
    ("number", {"number": 1.5}),
    ("effective", {"effective": 253_402_300_800}),
    ("shown", {"shown": [PACK] * 5}),
    ("title", {"shown": [PACK | {"title": "\x1b]0;x\x07"}]}),
    ("version", {"pack": PACK | {"version": "1"}}),
    ("version", {"pack": PACK | {"version": 2**53 - 1}}),
    ("version", {"shown": [PACK | {"version": 10_000_000_000}]}),
    ("since", {"previous": [PACK | {"since": 1 << 50}]}),
    ("previous", {"previous": None}),
    ("counts", {"counts": {"event": {"\x1b[2J": 5}}}),
    ("counts", {"counts": {"\u202e": {}}}),
    ("counts", {"counts": {"x" * 65: {}}}),
    ("counts", {"counts": {"event": 5}}),
    ("code", {"counts": {"event": {"code": "12"}}}),
    ("counts", {"counts": {"event": {str(number): 5 for number in range(2 * MAX_COUNTS)}}}),
    ("counts", {"counts": {str(number): {} for number in range(2 * MAX_COUNTS + 1)}}),
]


@pytest.mark.parametrize(("field", "change"), WRONG)
def test_invalid_field_is_refused_by_name(file: Path, field: str, change: dict[str, Any]) -> None:
    with refused("receipts.field", field=field):
        read_receipt_file(KIOSK.forge(file, **change))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=8,
)


@given(st.sampled_from([*FIELDS, "kind", "format"]), JSON)
def test_any_signed_value_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, field: str, value: Any
) -> None:
    file = KIOSK.forge(tmp_path_factory.getbasetemp() / "any.json", **{field: value})
    try:
        found = read_receipt_file(file)
    except KioskError as error:
        sentences = [translator(language).text(error.code, **error.detail) for language in LANGUAGES]
        assert all(sentence == display_line(sentence, 1000) for sentence in sentences)
    else:
        assert found.receipt.kiosk == KIOSK.id


@given(st.binary(max_size=300))
def test_random_bytes_are_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "bytes.json"
    file.write_bytes(data)
    with refused("receipts.none"):
        read_receipt_file(file)


def found(folder: Path, **limits: int) -> tuple[list[SignedReceipt], list[str]]:
    """The receipts below a folder, and the sentences about the other files."""
    every = list(read_receipts(folder, **limits))
    sentences = [
        translator("en").text(one.code, **one.detail) for one in every if isinstance(one, KioskError)
    ]
    return [one for one in every if not isinstance(one, KioskError)], sorted(sentences)


def test_folder_with_links_pipes_and_hostile_names(tmp_path: Path) -> None:
    """Links, pipes, hidden files, names that must not reach a terminal."""
    stick, elsewhere = tmp_path / "stick", tmp_path / "elsewhere"
    stick.mkdir()
    good = KIOSK.write_receipt(stick)
    elsewhere.mkdir()
    outside = KIOSK.write_receipt(elsewhere)
    (stick / "link.json").symlink_to(outside)
    (stick / "folder").symlink_to(tmp_path)
    (stick / "loop").symlink_to(stick)
    os.mkfifo(stick / "pipe.json")
    (stick / "._hidden.json").write_text("x")
    (stick / "notes.txt").write_text("x")
    (stick / good.with_suffix(".json.part").name).write_text("x")
    (stick / "evil\x1b[2J\n\u202e.json").write_text("x")
    (stick / os.fsdecode(b"bytes\xff.JSON")).write_text("x")
    (stick / "folder.json").mkdir()
    receipts, sentences = found(stick)
    assert len(receipts) == 1
    assert sentences == [
        "bytes\\udcff.JSON: This is no receipt of a kiosk; it is passed over.",
        "evil\\x1b[2J\\n\\u202e.json: This is no receipt of a kiosk; it is passed over.",
    ]


def test_folder_depth_and_file_count_are_limited(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*"abcdefgh")
    deep.mkdir(parents=True)
    assert len("abcdefgh") == MAX_DEPTH
    KIOSK.write_receipt(deep)
    assert found(tmp_path) == (
        [],
        ["a/b/c/d/e/f/g/h: The folders go too deep; nothing was looked for below this one."],
    )
    for number in range(5):
        (tmp_path / f"{number}.json").write_text("x")
    assert found(tmp_path / "a", max_files=0)[1][0].startswith("There are more than 0 files here")
    assert len(found(tmp_path, max_files=4)[1]) == 5


def test_stick_pulled_out_while_reading_is_reported(tmp_path: Path) -> None:
    for folder in ("one", "other"):
        (tmp_path / "stick" / folder).mkdir(parents=True)
        KIOSK.write_receipt(tmp_path / "stick" / folder)
    reading = read_receipts(tmp_path / "stick")
    next(reading)
    rmtree(tmp_path / "stick")
    (problem,) = reading
    assert isinstance(problem, KioskError)
    assert "no such file" in translator("en").text(problem.code, **problem.detail)


def test_unreadable_folder_or_file_is_reported(tmp_path: Path) -> None:
    with refused("receipts.no_folder"):
        list(read_receipts(tmp_path / "none"))
    with refused("receipts.unreadable"):
        read_receipt_file(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with refused("receipts.no_folder", path=str(tmp_path / "none")):
        list(read_receipts(tmp_path / "none"))


def test_a_long_path_is_cut(tmp_path: Path) -> None:
    folder = tmp_path / ("f" * 150)
    folder.mkdir()
    (folder / f"{'x' * 100}.json").write_text("x")
    (problem,) = read_receipts(tmp_path)
    assert isinstance(problem, KioskError)
    assert len(str(problem.detail["file"])) == MAX_NAME_LENGTH


@pytest.mark.parametrize("field", sorted(set(TEXT_LENGTHS) - {"kiosk", "screen"}))
def test_a_text_may_be_as_long_as_allowed_and_no_longer(file: Path, field: str) -> None:
    longest = "x" * TEXT_LENGTHS[field]
    assert getattr(read_receipt_file(KIOSK.forge(file, **{field: longest})).receipt, field) == longest
    with refused("receipts.field", field=field):
        read_receipt_file(KIOSK.forge(file, **{field: f"{longest}x"}))


def test_as_many_packs_as_are_allowed_are_read(file: Path) -> None:
    receipt = read_receipt_file(
        KIOSK.forge(file, shown=[PACK] * MAX_PACKS, previous=[PACK] * MAX_PACKS)
    ).receipt
    assert (len(receipt.shown or ()), len(receipt.previous)) == (MAX_PACKS, MAX_PACKS)


def test_as_many_counts_as_are_allowed_are_read(file: Path) -> None:
    counts = {"event": {f"{number:064}": 5 for number in range(2 * MAX_COUNTS - 1)}}
    assert read_receipt_file(KIOSK.forge(file, counts=counts)).receipt.counts == counts
