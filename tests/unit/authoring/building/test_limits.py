"""How many events a pack holds: the numbers agree, and their author is told in time."""

from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from kiosk.authoring.building import build_pack
from kiosk.authoring.building.build_pack import check_source
from kiosk.authoring.building.write_database import write_database
from kiosk.authoring.source.load_source import load_source
from kiosk.authoring.source.problems import SourceProblems
from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.i18n.translator import LANGUAGES, translator
from kiosk.rules.check_database import check_database
from tests.bench.growth.source_folder import write_source_folder
from tests.source_builder import talk_with_picture, write_source
from tests.unit.store.sample import HOST, PICTURE, PROGRAMME, changed_database, insert_rows

TIME = "'2016-04-09', 'Asia/Almaty', 1460138400, 1460224799, 'scheduled', 1460224799"


def database_with(events: int) -> bytes:
    """A pack's database of that many events."""
    more, id = events - len(PROGRAMME.events), "printf('event-%05d', i)"
    columns = "occurrence (event, edtf, zone, earliest, latest, status, visible_until)"
    return changed_database(
        insert_rows(more, f"event SELECT {id}, 'innovation', 'code', 'places', NULL, ''"),
        insert_rows(more, f"event_text SELECT {id}, 'en', 'Title', 'Summary', 'Body', NULL, NULL"),
        insert_rows(more, f"{columns} SELECT {id}, {TIME}"),
    )


def test_a_pack_with_the_most_events_is_accepted_and_one_with_more_is_not() -> None:
    check_database(database_with(limits.EVENTS), [HOST], [PICTURE])
    with pytest.raises(KioskError) as caught:
        check_database(database_with(limits.EVENTS + 1), [HOST], [PICTURE])
    assert str(caught.value.detail["reason"]).startswith("list_long:")


def test_the_most_events_with_usual_texts_fit_a_database(tmp_path: Path) -> None:
    """Their sizes are added up: each page of the file holds rows of few events."""
    programme = load_source(write_source_folder(tmp_path / "source", 400)).programme
    sizes = []
    for number in (200, 400):
        write_database(replace(programme, events=programme.events[:number]), tmp_path / str(number))
        sizes.append((tmp_path / str(number)).stat().st_size)
    each = (sizes[1] - sizes[0]) / 200
    assert 0.7 * limits.DATABASE_BYTES < each * limits.EVENTS < 0.95 * limits.DATABASE_BYTES


@pytest.mark.parametrize(
    ("name", "most", "code"), [("EVENTS", 1, "events_many"), ("DATABASE_BYTES", 100_000, "texts_large")]
)
def test_an_author_is_told_of_too_many_events_and_texts(
    name: str, most: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write_source(tmp_path / "source")
    monkeypatch.setattr(limits, name, most)
    with pytest.raises(SourceProblems) as caught:
        check_source(source)
    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize(
    ("module", "name", "most", "code"),
    [
        (limits, "PICTURE_PIXELS", 1, "refused"),
        (build_pack, "MAX_FILES", 1, "files_many"),
        (build_pack, "ROOM_FOR_METADATA", limits.PACK_BYTES, "files_large"),
    ],
)
def test_an_author_is_told_of_files_that_no_pack_may_hold(
    module: ModuleType, name: str, most: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write_source(tmp_path / "source", {**talk_with_picture(), "events/notes.txt": "later"})
    monkeypatch.setattr(module, name, most)
    with pytest.raises(SourceProblems) as caught:
        check_source(source)
    assert [problem.code for problem in caught.value.problems] == ["event_ignored", code]
    for language in LANGUAGES:
        assert translator(language).error(caught.value.problems[-1].line_text)
