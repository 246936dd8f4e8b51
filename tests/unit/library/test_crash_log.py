"""The record of crashes: what is written is read again, and nothing that lies there instead does harm."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.library import crash_log
from kiosk.library.crash_log import (
    FILE_NAME,
    MAX_KEPT,
    Cause,
    Crash,
    CrashRecord,
    add_crash,
    add_drawn,
    read_record,
)

CRASH = Crash(1_700_000_000, "a-b", 12.5, 2, "attract", Cause.BUG, "ValueError kiosk.dates.labels:3", True)


def test_a_crash_is_read_again(tmp_path: Path) -> None:
    add_crash(tmp_path, CRASH)
    assert read_record(tmp_path) == CrashRecord((CRASH,))


def test_the_newest_crashes_are_kept(tmp_path: Path) -> None:
    for number in range(MAX_KEPT + 3):
        add_crash(tmp_path, CRASH._replace(generation=number))
    assert [crash.generation for crash in read_record(tmp_path).crashes] == list(range(3, MAX_KEPT + 3))


def test_what_another_version_has_drawn_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        add_drawn(tmp_path, 7)
    assert read_record(tmp_path).drawn == (7,)
    monkeypatch.setattr(crash_log, "__version__", "another")
    assert read_record(tmp_path).drawn == ()


@given(
    st.binary(max_size=200)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from([*Crash._fields, "crashes", "drawn", "program"]), inner)
        ),
    ).map(lambda value: json.dumps(value).encode())
)
def test_any_content_can_be_read(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    library = tmp_path_factory.getbasetemp()
    (library / FILE_NAME).write_bytes(content)
    assert isinstance(read_record(library), CrashRecord)


@pytest.mark.parametrize(
    "changed",
    [
        {"cause": "sabotage"},
        {"at": -1},
        {"at": "1"},
        {"page": 3},
        {"detail": "\x1b[2J"},
        {"boot": "ә"},
        {"more": 1},
    ],
)
def test_a_crash_that_is_not_valid_is_ignored(tmp_path: Path, changed: dict[str, object]) -> None:
    add_crash(tmp_path, CRASH)
    content = json.loads((tmp_path / FILE_NAME).read_bytes())
    content["crashes"][0] |= changed
    (tmp_path / FILE_NAME).write_text(json.dumps(content))
    assert read_record(tmp_path) == CrashRecord()


def test_a_pipe_in_its_place_blocks_nothing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE_NAME)
    assert read_record(tmp_path) == CrashRecord()


def test_a_library_that_cannot_be_written_raises_nothing(tmp_path: Path) -> None:
    add_crash(tmp_path / "nowhere", CRASH)
    assert read_record(tmp_path / "nowhere") == CrashRecord()
