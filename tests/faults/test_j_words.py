"""Words of others, from real folders and packs to what people and programs read."""

import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.__main__ import main
from kiosk.base.display_text import LINE_LENGTH, NAME_LENGTH, SENTENCE_LENGTH
from kiosk.base.errors import KioskError
from kiosk.i18n.translator import LANGUAGES, translator
from kiosk.rules import check_database
from kiosk.sources.linux_mounts import parse_sticks
from tests.unit.base.test_display_text import ANY_TEXT, is_safe
from tests.unit.store.sample import changed_database

FILE_NAMES = st.binary(min_size=1, max_size=60).filter(lambda name: not {0, 47} & set(name)) | ANY_TEXT.map(
    lambda text: "".join(letter for letter in text if letter not in "\0/\ud800")[:40].encode(
        "utf-8", "surrogateescape"
    )
)
"""Names that a folder can hold, also those that are no UTF-8."""


@given(st.lists(FILE_NAMES, max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
def test_j04_any_file_name_is_shown_safely_and_still_leads_to_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], names: list[bytes]
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name in names:
        (folder / ("x" + os.fsdecode(name) + ".kpack")).write_bytes(b"")
    scan = ["scan", str(folder), "--library", str(tmp_path / "library")]
    assert main(scan) == 0
    output = capsys.readouterr().out.splitlines()
    assert all(is_safe(line) and len(line) <= SENTENCE_LENGTH for line in output)
    assert len(output) == max(1, len(set(names)))
    assert main([*scan, "--json"]) == 0
    text = capsys.readouterr().out
    assert is_safe(text.rstrip("\n"))
    files = json.loads(text)["files"]
    assert {Path(file["file"]) for file in files} == set(folder.iterdir())
    for file in files:
        assert is_safe(file["name"]) and len(file["name"]) <= NAME_LENGTH
        assert all(is_safe(line) for line in file["error"]["text"].values())


def test_j04_a_file_uri_leads_to_a_name_that_is_no_utf8(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / os.fsdecode(b"\xff\xfe \x1b\xd2\x9b.kpack")
    file.write_bytes(b"no pack")
    assert file.as_uri().isascii()
    assert main(["pack", "show", file.as_uri()]) == 1
    assert r"\udcff\udcfe \x1bқ.kpack is not a programme pack" in capsys.readouterr().err


@given(ANY_TEXT)
def test_j04_any_value_of_a_sentence_is_shown_safely(words: str) -> None:
    error = KioskError("sources.unsafe", name=words, path=KioskError("library.storage", reason=words))
    for language in LANGUAGES:
        sentence = translator(language).text(error.code, **error.detail)
        assert is_safe(sentence) and len(sentence) <= SENTENCE_LENGTH


@given(ANY_TEXT)
def test_j04_any_label_of_a_stick_is_shown_safely(label: str) -> None:
    name = "".join(letter for letter in label if letter not in "\0/\ud800") or "x"
    written = "".join(f"\\{ord(letter):03o}" if letter in " \t\n\\" else letter for letter in name)
    mount = f"36 35 98:0 / /media/{written} rw,nosuid,nodev - vfat /dev/sdb1 rw"
    for stick in parse_sticks(mount, ["/media"], Path("/nowhere")):
        assert is_safe(stick.name) and len(stick.name) <= NAME_LENGTH


HUGE = "CAST(replace(hex(zeroblob(450000)), '00', char(27) || 'x') AS TEXT)"
"""SQL for 900,000 letters, every other one an escape."""


@pytest.mark.parametrize(
    "column",
    ["event.id", "event_text.title", "venue_text.name", "occurrence.edtf", "occurrence.zone", "event.source"],
)
def test_j04_a_pack_with_a_text_of_a_million_letters_is_refused_at_once(column: str) -> None:
    table, _, name = column.partition(".")
    database = changed_database(
        "PRAGMA foreign_keys = OFF",
        f"UPDATE {table} SET {name} = {HUGE} WHERE rowid = (SELECT min(rowid) FROM {table})",
    )
    start = time.process_time()
    with pytest.raises(KioskError) as refusal:
        check_database.check_database(database, ("kz.usembassy.gov",), ())
    assert time.process_time() - start < 2
    for language in LANGUAGES:
        sentence = translator(language).text(refusal.value.code, **refusal.value.detail)
        assert is_safe(sentence) and len(sentence) < 2 * LINE_LENGTH
