"""What is beyond the rights of the publisher's keys is found before anything is signed, with its place."""

from pathlib import Path

import pytest

from kiosk.authoring.source.folder import read_source_folder
from kiosk.authoring.source.rights_checks import check_source_rights
from kiosk.packs.publisher import Publisher
from tests.source_builder import TALK_TOML, write_source

HOST = "kz.usembassy.gov"
BOTH = ("almaty", "corner-almaty")


@pytest.mark.parametrize(
    ("rights", "found"),
    [
        (Publisher("m", "M", (HOST,)), []),
        (Publisher("m", "M", (HOST,), venues=BOTH, themes=("innovation",)), []),
        (Publisher("m", "M", ("example.org",)), [("pack.toml", "hosts[1]", "rights_host")]),
        (
            Publisher("m", "M", (HOST,), themes=("clubs",)),
            [("events/full.toml", "theme", "rights_theme"), ("events/talk.toml", "theme", "rights_theme")],
        ),
        (
            Publisher("m", "M", (HOST,), venues=("corner-almaty",)),
            [
                ("events/full.toml", "places[2]", "rights_venue"),
                ("events/full.toml", "occurrence[1].venue", "rights_venue"),
            ],
        ),
    ],
)
def test_what_is_beyond_the_rights_is_located(
    rights: Publisher, found: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    source = read_source_folder(write_source(tmp_path))
    problems = list(check_source_rights(source, rights))
    assert [(one.place.file, one.field, one.code) for one in problems] == found


def test_everywhere_and_a_corner_without_events_need_the_right_as_well(tmp_path: Path) -> None:
    everywhere = TALK_TOML.replace('places = ["corner-almaty"]', 'reach = "everywhere"')
    source = read_source_folder(write_source(tmp_path, {"events/talk.toml": everywhere}))
    del source.events["full"]
    problems = list(check_source_rights(source, Publisher("m", "M", (HOST,), venues=("almaty",))))
    assert [(one.place.file, one.field, one.detail["value"]) for one in problems] == [
        ("events/talk.toml", "reach", "*"),
        ("venues.toml", "corner-almaty", "corner-almaty"),
    ]
