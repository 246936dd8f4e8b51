"""Every text of a source is mended wherever it stands, and each repair is told with its place."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kiosk.authoring.source.folder import read_source_folder
from kiosk.authoring.source.load_source import load_source
from kiosk.authoring.source.problems import Severity
from kiosk.authoring.source.raw_source import Entry, RawSource
from kiosk.authoring.source.repair.repair_source import repair_source
from kiosk.authoring.source.toml_documents import TomlDocument
from tests.source_builder import PACK_TOML, TALK_TOML, VENUES_TOML, write_source


def test_what_is_pasted_is_mended_and_told(tmp_path: Path) -> None:
    event = TALK_TOML.replace("A short talk", "A \\tshort\\u00AD talk")
    event += '[contact]\nphone = "\\u202A+7 727 250 76 12\\u202C"\n'
    changes = {
        "events/talk.toml": event,
        "pack.toml": PACK_TOML.replace("A test", "A\\u00A0\\u00A0test"),
        "venues.toml": VENUES_TOML.replace("1 Street", "1\\u2028Street"),
    }
    source = load_source(write_source(tmp_path, changes))
    assert [(*one.place[:2], one.field, one.code) for one in source.warnings] == [
        ("events/talk.toml", 12, "summary.en", "repaired_invisible"),
        ("events/talk.toml", 12, "summary.en", "repaired_spaces"),
        ("events/talk.toml", 21, "contact.phone", "repaired_invisible"),
        ("pack.toml", 9, "tagline.en", "repaired_spaces"),
        ("venues.toml", 11, "corner-almaty.address.en", "repaired_lines"),
        ("venues.toml", 11, "corner-almaty.address.en", "repaired_one_line"),
    ]
    assert {one.severity for one in source.warnings} == {Severity.REPAIRED}
    talk = next(event for event in source.programme.events if event.id == "talk")
    assert talk.summary["en"] == "A short talk"
    assert talk.contact and talk.contact.phone == "+7 727 250 76 12"


def test_a_sound_source_stays_as_it_is(tmp_path: Path) -> None:
    source = read_source_folder(write_source(tmp_path))
    assert repair_source(source) == source


@given(
    st.recursive(
        st.one_of(st.integers(), st.booleans(), st.text("a\t\u00ad \u00a0\n\u202eи\u0306")),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(st.sampled_from(["title", "body", "en", "file", "x"]), inner, max_size=3),
        ),
    )
)
def test_a_second_repair_finds_nothing(value: object) -> None:
    data = {"x": value}
    source = RawSource(events={"a": Entry("a", data, TomlDocument("a.toml", data, ""))})
    once = repair_source(source)
    assert repair_source(once) == once
