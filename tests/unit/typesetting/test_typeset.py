"""Typesetting with the shipped templates and a Corner's own."""

from dataclasses import replace
from pathlib import Path

import pytest
import typst

from kiosk.base.errors import KioskError
from kiosk.typesetting.typeset import TemplateError, typeset
from tests.flyer_kit import page_texts
from tests.unit.typesetting.sample import sample_document, sample_sheet

OWN = """\
#import "parts.typ": *
#show: flyer.with(paper-width, paper-height)
#for sheet in data.sheets { heading("Own " + sheet.said.first().title) }
"""


def test_typesetting_is_deterministic() -> None:
    assert typeset(sample_document()) == typeset(sample_document())


def test_an_own_template_replaces_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "event.typ").write_text(OWN)
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "notes.docx").write_text("")
    assert page_texts(typeset(sample_document(), tmp_path)) == ["OwnКоджазудыүйрен"]


def test_an_own_template_that_fails_raises_an_error(tmp_path: Path) -> None:
    (tmp_path / "event.typ").write_text(OWN + "#nothing")
    with pytest.raises(TemplateError, match=r"^event.typ: unknown variable: nothing$"):
        typeset(sample_document(), tmp_path)
    (tmp_path / "event.typ").write_text(OWN + '#panic("kiosk: too long")')
    with pytest.raises(TemplateError, match="too long"):
        typeset(sample_document(), tmp_path)


def test_own_files_that_cannot_be_read_raise_an_error(tmp_path: Path) -> None:
    (tmp_path / "event.typ").write_text(OWN)
    (tmp_path / "parts.typ").mkdir()
    with pytest.raises(TemplateError, match=r"^parts.typ: not a regular file$"):
        typeset(sample_document(), tmp_path)


def test_texts_become_drawable_but_alternative_texts_stay() -> None:
    code = sample_document().sheets[0].code
    assert code
    spoken = sample_sheet(said={"text": "Party 🎉 now"}, code=code._replace(alt="🎉 שלום"))
    assert "Partynow" in page_texts(typeset(sample_document(spoken)))[0]
    with pytest.raises(KioskError, match=r"flyers\.letters"):
        typeset(sample_document(sample_sheet(said={"text": "שלום"})))


def test_a_missing_icon_becomes_a_star() -> None:
    starred = typeset(sample_document(sample_sheet(icon="star")))
    assert typeset(sample_document(sample_sheet(icon="no-such-icon"))) == starred


def test_an_error_in_a_shipped_template_is_a_bug() -> None:
    with pytest.raises(typst.TypstError):
        typeset(
            replace(
                sample_document(), template="parts", sheets=(sample_sheet(colour="no colour"),), language="no"
            )
        )
