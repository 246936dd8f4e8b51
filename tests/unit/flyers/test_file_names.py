"""File names of flyers."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.flyers.file_names import MAX_TITLE_BYTES, file_name
from kiosk.flyers.order import FlyerKind, Order
from kiosk.typesetting.paper import Paper
from tests.flyer_kit import context_at, context_of
from tests.unit.flyers.test_outdated import SINGLE_OCCURRENCE
from tests.unit.store.sample import text


def test_a_name_has_the_day_title_languages_and_paper(april: Path) -> None:
    context = context_at(april)
    names = {
        ("exercise-open-evening",): "2016-04-09 Жаттығу Ашық сенбі (kk, A4).pdf",
        ("techforum",): "2016-04-03 TechForum (kk, A4).pdf",
        ("love-to-code",): "2016-04-03 Love to Code технотуры (kk, A4).pdf",
        ("techforum", "us-kz-fest"): "2016-04-03 2 парақша (kk, A4).pdf",
    }
    for subjects, name in names.items():
        assert file_name(context, Order(FlyerKind.EVENT, subjects, ("kk",), Paper.A4)) == name
    assert file_name(context, Order(FlyerKind.THEME, ("innovation",), ("ru", "en"), Paper.A5)) == (
        "2016-04-03 Инновации (ru+en, A5).pdf"
    )
    assert file_name(context, Order(FlyerKind.WEEK, ("2016-04-04",), ("en",), Paper.LETTER)) == (
        "2016-04-04 This week (en, Letter).pdf"
    )
    assert file_name(context, Order(FlyerKind.MONTH, ("2016-04-01",), ("en",), Paper.A3)) == (
        "2016-04-01 This month (en, A3).pdf"
    )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j"),
        ("  ... dots. ", "dots"),
        ("«»", "flyer"),
        ("../../etc/passwd", "etc passwd"),
        ("Ү" * 120, "Ү" * (MAX_TITLE_BYTES // 2)),
        ("🎉" * 120, "🎉" * (MAX_TITLE_BYTES // 4)),
        ("a" + "🎉" * 119, "a" + "🎉" * (MAX_TITLE_BYTES // 4 - 1)),
    ],
)
def test_names_are_valid_on_every_file_system(tmp_path: Path, title: str, name: str) -> None:
    event = replace(SINGLE_OCCURRENCE, title={code: title for code in text("")})
    found = file_name(context_of(event), Order(FlyerKind.EVENT, ("code",), ("kk", "ru", "en"), Paper.CARDS))
    assert found == f"2016-04-09 {name} (kk+ru+en, 4xA6).pdf"
    (tmp_path / f"{found}.part").write_bytes(b"")
