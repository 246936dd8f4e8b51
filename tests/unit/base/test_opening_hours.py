"""Opening hours are read, written and said in three languages."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.base.kiosk_toml.opening_hours import CLOSED, Week, format_week, parse_week
from kiosk.base.kiosk_toml.telephone import format_telephone, is_telephone
from kiosk.base.settings import load_file
from kiosk.dates.opening_hours import format_opening_hours

TIMES = st.tuples(st.integers(0, 1439), st.integers(1, 1440)).filter(lambda hours: hours[0] < hours[1])
WEEKS = st.lists(st.none() | TIMES, min_size=7, max_size=7).map(tuple)


@given(WEEKS)
def test_k11_a_week_is_read_as_it_was_written(week: Week) -> None:
    assert parse_week(format_week(week)) == week


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mo-Fr 10:00-19:00; Sa 10:00-16:00", "Mon–Fri 10:00–19:00, Sat 10:00–16:00, Sun closed"),
        ("Mo,We,Fr 09:00-18:00", "Mon 09:00–18:00, Tue closed, Wed 09:00–18:00, Thu closed, "
                                 "Fri 09:00–18:00, Sat–Sun closed"),
        ("Mo-Su 00:00-24:00; Su off", "Mon–Sat 00:00–24:00, Sun closed"),
    ],
)  # fmt: skip
def test_k11_a_week_is_said(text: str, said: str) -> None:
    assert format_opening_hours(text, "en") == said


def test_k11_a_week_is_said_in_kazakh_and_russian() -> None:
    text = "Tu-Sa 10:00-19:00"
    assert format_opening_hours(text, "ru") == "Пн закрыто, Вт–Сб 10:00–19:00, Вс закрыто"
    assert format_opening_hours(text, "kk") == "Дс жабық, Сс–Сн 10:00–19:00, Жк жабық"


@pytest.mark.parametrize(
    "text",
    [
        "Mo", "Mo-Fr 10:00", "Mo 19:00-10:00", "Mo 10:00-10:00", "Mo 10:60-12:00", "Mo 10:00-24:30",
        "Fr-Mo 10:00-12:00", "Mon 10:00-12:00", "Mo 9:00-18:00", "24/7", "Mo 10:00-12:00,13:00-18:00",
        "Mo 10:00-12:00; Mo 13:00-14:00", "Mo-We 10:00-12:00; We 13:00-14:00", "Mo ١٠:00-12:00",
    ],
)  # fmt: skip
def test_k11_another_form_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError):
        parse_week(text)
    file = tmp_path / "kiosk.toml"
    file.write_text(f'opening_hours = "{text}"\n')
    loaded = load_file(file)
    assert (loaded.settings.opening_hours, [fault.key for fault in loaded.faults]) == ("", ["opening_hours"])


def test_k11_a_line_break_is_no_part_of_a_week() -> None:
    with pytest.raises(ValueError):
        parse_week("Mo 10:00-12:00\n")


def test_k11_a_week_without_an_open_day_is_told_from_one_that_is_not_set() -> None:
    assert format_week(CLOSED) == "Mo-Su off"
    assert parse_week("Mo-Su off") == parse_week("") == CLOSED


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+77012345678", "+7 701 234 56 78"), ("87272502800", "8 727 250 28 00"), ("112", "112"),
        ("+1 202 555 0100", "+1 202 555 0100"), ("+496912345", "+496912345"), ("", ""),
    ],
)  # fmt: skip
def test_k11_a_number_is_shown_in_groups(number: str, shown: str) -> None:
    assert is_telephone(number) and format_telephone(number) == shown


@pytest.mark.parametrize("number", ["12", "+", "call me", "7" * 26, "+7\n701", 112, None, "٣٣٣٣"])
def test_k11_what_is_no_number_is_refused(number: object) -> None:
    assert not is_telephone(number)
