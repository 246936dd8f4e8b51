"""A text comes out of a pack's database as its author wrote it, whatever its characters."""

import unicodedata
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kiosk.authoring.building.write_database import write_database
from kiosk.authoring.source.load_source import load_source
from kiosk.authoring.source.repair.repair_text import repair_text
from kiosk.base.text import check_text
from kiosk.i18n.translator import LANGUAGES
from kiosk.rules.check_database import check_database
from kiosk.store.catalogue import Catalogue
from tests.source_builder import TALK_TOML, write_source

KINDS = ("title", "summary", "body")
LETTERS = st.one_of(
    st.characters(codec="utf-8").filter(lambda letter: not check_text(f"a{letter}", "body")),
    st.sampled_from("әғқңөұүһіӘҒҚҢӨҰҮҺІёъйЙ«»“”’–—… \u00a0\u202f'\"\\{}[]=#\t\u00ad\ufe0f\u2028\r\n"),
)
TEXTS = st.fixed_dictionaries(
    {code: st.text(LETTERS, max_size=40).map(lambda words: f"a{words}") for code in LANGUAGES}
)


def meant(words: str, kind: str) -> str:
    """The words as a pack holds them: repaired, without the spaces around them, in NFC."""
    repaired = repair_text(words, kind)
    return unicodedata.normalize("NFC", (repaired.words if repaired else words).strip())


def toml_text(words: str) -> str:
    """A basic string of TOML, all of its characters as escapes."""
    return '"' + "".join(f"\\U{ord(letter):08X}" for letter in words) + '"'


@given(texts=st.fixed_dictionaries(dict.fromkeys(KINDS, TEXTS)))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_in_three_languages_comes_through(texts: dict[str, dict[str, str]], tmp_path: Path) -> None:
    expected = {kind: {code: meant(words, kind) for code, words in texts[kind].items()} for kind in KINDS}
    assume(all(check_text(words, kind) == "" for kind in KINDS for words in expected[kind].values()))
    event = TALK_TOML.partition("[title]")[0]
    for kind, words in texts.items():
        event += f"[{kind}]\n" + "".join(f"{code} = {toml_text(one)}\n" for code, one in words.items())
    programme = load_source(write_source(tmp_path, {"events/talk.toml": event})).programme
    file = tmp_path / "events.sqlite"
    file.unlink(missing_ok=True)
    write_database(programme, file)
    check_database(file.read_bytes(), ["kz.usembassy.gov"], [])
    shown = Catalogue(file.read_bytes()).event("talk")
    assert {kind: dict(getattr(shown, kind)) for kind in KINDS} == expected
