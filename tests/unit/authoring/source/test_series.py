"""Events that are repeated, as authors write them: their dates, changes of single dates, all mistakes."""

from pathlib import Path

import pytest

from kiosk.authoring.source.load_source import load_source
from kiosk.base.model import Ages, Amount, Event, Online, Series, Speaker, Status
from tests.source_builder import TALK_TOML, VENUES_TOML, find_problems, problem_places, write_source

EVENT = "events/talk.toml"
WHEN = 'when = "2016-04-09T11:00/2016-04-09T14:00"'
WEEKLY = 'every = "Wednesday 18:00-19:30"\nfirst = 2016-04-06\nuntil = 2016-05-25'


def load_talk(folder: Path, lines: str, tail: str = "", venues: str = VENUES_TOML) -> Event:
    changes = {EVENT: TALK_TOML.replace(WHEN, lines) + tail, "venues.toml": venues}
    programme = load_source(write_source(folder, changes)).programme
    return next(event for event in programme.events if event.id == "talk")


def test_a_series_has_an_occurrence_on_each_of_its_days(tmp_path: Path) -> None:
    event = load_talk(
        tmp_path,
        f'{WEEKLY}\nexcept = [2016-05-18]\nchange = [{{date = 2016-04-20, status = "cancelled"}}, '
        '{date = 2016-04-27, when = "2016-04-28T18:00/2016-04-28T19:30"}, '
        '{date = 2016-05-04, venue = "almaty"}]',
    )
    rule = Series("FREQ=WEEKLY;BYDAY=WE", "2016-04-06", "2016-05-25", "18:00", "19:30", ("2016-05-18",))
    assert event.series == (rule,)
    assert [one.when.edtf[:10] for one in event.occurrences] == [
        "2016-04-06", "2016-04-13", "2016-04-20", "2016-04-28", "2016-05-04", "2016-05-11", "2016-05-25",
    ]  # fmt: skip
    assert [one.status for one in event.occurrences[1:5]] == [
        Status.SCHEDULED, Status.CANCELLED, Status.MOVED, Status.SCHEDULED,
    ]  # fmt: skip
    moved, elsewhere = event.occurrences[3], event.occurrences[4]
    assert moved.original and moved.original.edtf == "2016-04-27T18:00/2016-04-27T19:30"
    assert elsewhere.venue and elsewhere.venue.id == "almaty"


def test_a_whole_series_can_be_cancelled(tmp_path: Path) -> None:
    event = load_talk(tmp_path, f'{WEEKLY}\nstatus = "cancelled"')
    assert len(event.occurrences) == 8 and {one.status for one in event.occurrences} == {Status.CANCELLED}


def test_several_rules_and_single_dates_beside_them(tmp_path: Path) -> None:
    lines = WEEKLY.replace('"Wednesday 18:00-19:30"', '["Monday 10:00", "last Friday"]')
    event = load_talk(tmp_path, lines, '\n[[occurrence]]\nwhen = "2016-04-09T11:00"\n')
    assert [one.rule for one in event.series] == ["FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY;BYDAY=-1FR"]
    days = [one.when.edtf for one in event.occurrences]
    assert {"2016-04-09T11:00", "2016-04-11T10:00", "2016-04-29"} <= set(days) and len(days) == 8 + 1


def test_what_else_can_be_said(tmp_path: Path) -> None:
    event = load_talk(
        tmp_path,
        f'{WHEN}\nprice = "1000-3000 KZT"\nage = "8-12"\nlevel = ["A2", "B1"]\n'
        'online = "https://kz.usembassy.gov/x"\norganiser = {en = "O", kk = "Ұ", ru = "О"}',
        '\n[[speaker]]\nname = {en = "Ann", kk = "Энн", ru = "Энн"}\n'
        '\n[registration]\nurl = "https://kz.usembassy.gov/r"\nwaiting_list = true\n',
        VENUES_TOML.replace('kind = "corner"', 'kind = "corner"\naccess = ["step_free"]'),
    )
    assert (event.price.amount, event.ages) == (Amount(1000, 3000, "KZT"), Ages(8, 12))
    assert (event.levels, event.online) == (("A2", "B1"), Online("https://kz.usembassy.gov/x"))
    assert event.speakers == (Speaker({"en": "Ann", "kk": "Энн", "ru": "Энн"}),)
    assert event.organiser["kk"] == "Ұ" and event.places[0].access == ("step_free",)
    assert event.registration and event.registration.waiting_list


@pytest.mark.parametrize(
    ("line", "found"),
    [('age = "16+"', Ages(16, None)), ('age = "0-6"', Ages(None, 6)), ("online = true", Online())],
)
def test_other_forms(line: str, found: object, tmp_path: Path) -> None:
    event = load_talk(tmp_path, f"{WHEN}\n{line}")
    assert found in (event.ages, event.online)


def test_an_event_in_one_language_alone(tmp_path: Path) -> None:
    text = TALK_TOML.replace(WHEN, f'{WHEN}\nlanguages = ["kk"]')
    kazakh = "\n".join(line for line in text.splitlines() if not line.startswith(("en =", "ru =")))
    changes = {EVENT: kazakh + "\n"}
    programme = load_source(write_source(tmp_path, changes)).programme
    event = next(one for one in programme.events if one.id == "talk")
    assert (set(event.title), set(event.body)) == ({"kk"}, {"kk"})


MISTAKES = [
    (WEEKLY.replace("Wednesday", "Wendsday"), [(3, "every", "every_form")]),
    (WEEKLY.replace("until = 2016-05-25", ""), [(3, "every", "every_bounds")]),
    (WEEKLY.replace("until = 2016-05-25", "until = 2016-04-01"), [(5, "until", "every_order")]),
    (WEEKLY.replace("until = 2016-05-25", "until = 2018-05-25"), [(5, "until", "every_span")]),
    (WEEKLY.replace("until = 2016-05-25", 'until = "soon"'), [(5, "until", "not_date")]),
    (WEEKLY.replace("until = 2016-05-25", "until = 2016-04-06").replace("Wednesday", "Friday"),
     [(3, "every", "every_none")]),
    (WEEKLY.replace("Wednesday", "day").replace("2016-05-25", "2017-12-31"), [(3, "every", "every_long")]),
    (f"{WEEKLY}\nexcept = [2016-04-07]", [(6, "except[1]", "except_day")]),
    (f'{WEEKLY}\nchange = [{{date = 2016-04-07, status = "full"}}]', [(6, "change[1].date", "every_day")]),
    (f'{WEEKLY}\nchange = [{{date = 2016-04-13, status = "moved"}}]',
     [(6, "change[1].status", "change_moved")]),
    (f"{WEEKLY}\nchange = [{{date = 2016-04-13}}]", [(6, "change[1]", "change_nothing")]),
    (f'{WEEKLY}\nchange = [{{date = 2016-04-13, status = "full", when = "2016-04-14"}}]',
     [(6, "change[1].when", "change_both")]),
    (f'{WEEKLY}\nstatus = "moved"', [(6, "status", "every_double")]),
    (f"{WEEKLY}\n{WHEN}", [(6, "when", "every_double")]),
    (f'{WEEKLY}\nexcept = [2016-04-13]\nchange = [{{date = 2016-04-13, status = "full"}}]',
     [(7, "change[1].date", "change_excepted")]),
    (f'{WEEKLY}\nchange = [{{date = 2016-04-13, when = "2016-04-20T18:00/2016-04-20T19:30"}}]',
     [(6, "change[1].when", "every_twice")]),
    (f'{WEEKLY}\nchange = [{{date = 2016-04-13, status = "cancelled", venue = "almaty"}}]',
     [(6, "change[1].venue", "change_both")]),
    (WEEKLY.replace('"Wednesday 18:00-19:30"', '["Wed 18:00", "Monday and Wed 18:00-19:00"]'),
     [(3, "every", "every_twice")]),
    (f'{WHEN}\nprice = "500 TNG"', [(4, "price", "price_form")]),
    (f"{WHEN}\nonline = 5", [(4, "online", "online_form")]),
    (f'{WHEN}\nonline = "https://zoom.us/j/1"', [(4, "online", "link_host")]),
    (f"{WHEN}\nfirst = 2016-04-06", [(4, "first", "every_only")]),
    (f'{WHEN}\nprice = "free"', [(4, "price", "price_form")]),
    (f'{WHEN}\nprice = "3000-1000 KZT"', [(4, "price", "price_form")]),
    (f'{WHEN}\nfree = true\nprice = "3000 KZT"', [(5, "price", "price_free")]),
    (f'{WHEN}\nage = "young"', [(4, "age", "ages_form")]),
    (f'{WHEN}\nlevel = ["D1"]', [(4, "level[1]", "choice")]),
    (f'{WHEN}\nlanguages = ["de"]', [(4, "languages[1]", "choice")]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "places"), MISTAKES)
def test_a_mistake_is_located(lines: str, places: list[tuple[int, str, str]], tmp_path: Path) -> None:
    folder = write_source(tmp_path, {EVENT: TALK_TOML.replace(WHEN, lines)})
    found = [place for place in problem_places(folder) if place[3] != "language_extra"]
    assert found == [(EVENT, *place) for place in places]


def test_a_gap_of_the_clock_is_a_mistake(tmp_path: Path) -> None:
    lines = 'every = "Sunday 02:30"\nfirst = 2016-03-20\nuntil = 2016-04-03'
    pack = {EVENT: TALK_TOML.replace(WHEN, lines)}
    folder = write_source(tmp_path, pack)
    file = folder / "pack.toml"
    file.write_text(file.read_text("utf-8").replace("Asia/Almaty", "Europe/Berlin"), "utf-8")
    assert "when_gap" in {problem.code for problem in find_problems(folder)}


def test_the_corner_month_is_sound() -> None:
    programme = load_source(Path(__file__).parents[4] / "data/corner-month").programme
    assert len(programme.events) == 14 and sum(bool(event.series) for event in programme.events) == 12
