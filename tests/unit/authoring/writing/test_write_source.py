"""A source is written as a folder, and a folder that is there keeps what did not change."""

import copy
import dataclasses
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.authoring.source.folder import read_source_folder
from kiosk.authoring.source.load_source import load_source
from kiosk.authoring.source.problems import SourceProblems
from kiosk.authoring.source.raw_source import Entry, RawSource
from kiosk.authoring.writing.table_order import order_tables
from kiosk.authoring.writing.write_source import write_source
from kiosk.base.errors import KioskError
from kiosk.base.model import Programme
from tests.source_builder import TALK_TOML, THEMES_TOML
from tests.source_builder import write_source as build_source

DEMOS = ("25-years-together", "april-update", "corner-month")


def file_bytes(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def by_id(programme: Programme) -> Programme:
    """With its events by id: a folder that is based on another one adds its own at the end."""
    return dataclasses.replace(programme, events=tuple(sorted(programme.events, key=lambda event: event.id)))


def changed(raw: RawSource, id: str, **values: Any) -> RawSource:
    """`raw` with other values in one event; None removes one."""
    data = copy.deepcopy(dict(raw.events[id].data)) | values
    data = {key: value for key, value in data.items() if value is not None}
    return dataclasses.replace(raw, events=raw.events | {id: dataclasses.replace(raw.events[id], data=data)})


@pytest.mark.parametrize("name", DEMOS)
def test_a_programme_is_the_same_in_a_new_folder(name: str, checkout: Path, tmp_path: Path) -> None:
    write_source(read_source_folder(checkout / "data" / name), tmp_path / "new")
    assert by_id(load_source(tmp_path / "new").programme) == by_id(
        load_source(checkout / "data" / name).programme
    )


def test_the_same_source_changes_no_byte(tmp_path: Path) -> None:
    folder = build_source(tmp_path / "source")
    before = file_bytes(folder)
    written = write_source(read_source_folder(folder), folder)
    assert file_bytes(folder) == before
    assert written.unchanged == ("full", "talk") and not written.changed and not written.notes


def test_a_changed_value_leaves_comments_and_order(tmp_path: Path) -> None:
    commented = "# Ask Aigul before you change it.\n\n" + TALK_TOML.replace(
        'icon = "code"\n', 'icon = "code" # her idea\n'
    ).replace("[summary]", "# Short!\n[summary]")
    folder = build_source(tmp_path / "source", {"events/talk.toml": commented})
    raw = changed(read_source_folder(folder), "talk", icon="cube", free=True)
    assert write_source(raw, folder).changed == ("talk",)
    expected = commented.replace('"code" # her', '"cube" # her').replace(
        'places = ["corner-almaty"]\n', 'places = ["corner-almaty"]\nfree = true\n'
    )
    assert (folder / "events/talk.toml").read_text("utf-8") == expected
    assert read_source_folder(folder).events["talk"].data == raw.events["talk"].data


def test_a_repetition_said_in_other_words_is_no_change(tmp_path: Path) -> None:
    every = 'every = "Wed 18:00" # sharp\nfirst = 2016-03-02'
    club = TALK_TOML.replace('when = "2016-04-09T11:00/2016-04-09T14:00"', every)
    folder = build_source(tmp_path / "source", {"events/club.toml": club})
    raw = changed(read_source_folder(folder), "club", every="Wednesday 18:00", icon="cube")
    write_source(raw, folder)
    assert (folder / "events/club.toml").read_text("utf-8") == club.replace('"code"', '"cube"')


def test_themes_come_in_the_order_of_the_source_with_their_comments(tmp_path: Path) -> None:
    first, second = THEMES_TOML.strip(), THEMES_TOML.replace("[innovation]", "[art]").strip()
    before = f"# All.\n\n# New things\n{first}\n\n# Old things\n{second}\n"
    folder = build_source(tmp_path / "source", {"themes.toml": before})
    raw = read_source_folder(folder)
    themes = {id: raw.themes[id] for id in ("art", "innovation")}
    write_source(dataclasses.replace(raw, themes=themes), folder)
    expected = f"# All.\n\n# Old things\n{second}\n\n# New things\n{first}\n"
    assert (folder / "themes.toml").read_text("utf-8") == expected


def test_an_order_that_would_change_the_tables_is_not_made() -> None:
    inline = f'art = {{ icon = "code" }}\n\n{THEMES_TOML}'
    assert order_tables(inline, ["innovation", "art"]) == inline


def test_a_file_that_is_no_toml_is_told(tmp_path: Path) -> None:
    raw = read_source_folder(build_source(tmp_path / "source"))
    (tmp_path / "new/events").mkdir(parents=True)
    (tmp_path / "new/events/talk.toml").write_text("theme =", "utf-8")
    with pytest.raises(SourceProblems) as caught:
        write_source(raw, tmp_path / "new")
    assert [problem.code for problem in caught.value.problems] == ["toml"]


def test_only_differences_are_written_to_a_folder_that_is_based_on_another(tmp_path: Path) -> None:
    build_source(tmp_path / "base")
    own = tmp_path / "own"
    own.mkdir()
    (own / "pack.toml").write_text('base = "../base"\nversion = 4\n', "utf-8")
    raw = changed(read_source_folder(own), "talk", status="cancelled")
    write_source(raw, own)
    assert sorted(file_bytes(own)) == ["events/talk.toml", "pack.toml"]
    assert (own / "pack.toml").read_text("utf-8") == 'base = "../base"\nversion = 4\n'
    assert read_source_folder(own).events["talk"].data["status"] == "cancelled"


def test_what_the_source_lacks_stays_and_is_told(tmp_path: Path) -> None:
    folder = build_source(tmp_path / "source")
    raw = read_source_folder(folder)
    del raw.events["talk"]
    written = write_source(raw, folder)
    assert written.gone == ("talk",)
    assert [(note.code, note.place.file) for note in written.notes] == [
        ("only_in_folder", "events/talk.toml")
    ]
    assert (folder / "events/talk.toml").exists()


def test_new_events_are_added_with_their_pictures(tmp_path: Path, checkout: Path) -> None:
    folder = tmp_path / "new"
    written = write_source(read_source_folder(checkout / "data/25-years-together"), folder)
    assert len(written.added) == 18
    assert {file.name for file in (folder / "media").iterdir()} == {
        file.name for file in (checkout / "data/25-years-together/media").iterdir()
    }


def test_an_id_that_leads_elsewhere_writes_nothing(tmp_path: Path) -> None:
    raw = read_source_folder(build_source(tmp_path / "source"))
    talk = raw.events["talk"]
    bad = dataclasses.replace(raw, events={"../talk": dataclasses.replace(talk, id="../talk")})
    with pytest.raises(SourceProblems) as caught:
        write_source(bad, tmp_path / "new")
    assert [problem.code for problem in caught.value.problems] == ["slug"]
    assert not (tmp_path / "new").exists()


def test_a_folder_with_a_broken_file_is_left_alone(tmp_path: Path) -> None:
    raw = read_source_folder(build_source(tmp_path / "source"))
    folder = build_source(tmp_path / "broken", {"events/talk.toml": "theme ="})
    before = file_bytes(folder)
    with pytest.raises(SourceProblems):
        write_source(raw, folder)
    assert file_bytes(folder) == before


def test_a_place_that_cannot_be_written_is_an_error_for_people(tmp_path: Path) -> None:
    raw = read_source_folder(build_source(tmp_path / "source"))
    (tmp_path / "file").touch()
    with pytest.raises(KioskError, match=r"save\.no_folder"):
        write_source(raw, tmp_path / "file" / "new")


VALUES = st.recursive(
    st.one_of(
        st.text(), st.booleans(), st.integers(-(2**53), 2**53), st.dates(date(1900, 1, 1)), st.floats(-90, 90)
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.text("abk-_", min_size=1, max_size=3), inner, max_size=3),
    ),
    max_leaves=6,
)
TABLES = st.dictionaries(
    st.sampled_from(["title", "body", "free", "media", "change", "speaker"]), VALUES, max_size=5
)


@settings(max_examples=60)
@given(TABLES, TABLES)
def test_any_table_is_read_back_and_any_table_becomes_any_other(
    tmp_path_factory: pytest.TempPathFactory, first: Mapping[str, Any], second: Mapping[str, Any]
) -> None:
    folder = build_source(tmp_path_factory.mktemp("any"))
    raw = read_source_folder(folder)
    for table in (first, second):
        events = {"any": Entry("any", table, raw.events["talk"].document)}
        write_source(dataclasses.replace(raw, events=events), folder)
        assert read_source_folder(folder).events["any"].data == table
