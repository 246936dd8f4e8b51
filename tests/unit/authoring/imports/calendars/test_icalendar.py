"""Calendars as other programs write them."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.authoring.source.problems import SourceProblems
from tests.import_kit import Importer, calendar, codes

WEEKLY = """
UID:club@example.org
SUMMARY:Chess club
DTSTART;TZID=Asia/Almaty:20260304T180000
DTEND;TZID=Asia/Almaty:20260304T193000
RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20260430T000000Z
"""
CLUB = {"every": "Wednesday 18:00-19:30", "first": date(2026, 3, 4), "until": date(2026, 4, 29)}


@pytest.fixture
def importer(tmp_path: Path) -> Importer:
    return Importer(tmp_path / "source")


def when(importer: Importer) -> dict[str, object]:
    """What the only event says of its times."""
    names = ("when", "status", "original", "every", "first", "until", "except", "change", "occurrence")
    return {name: value for name, value in importer.event().items() if name in names}


@pytest.mark.parametrize(
    ("lines", "time"),
    [
        ("DTSTART:20260401T050000Z\nDTEND:20260401T063000Z", "2026-04-01T10:00/2026-04-01T11:30"),
        ("DTSTART:20260401T100000\nDURATION:PT90M", "2026-04-01T10:00/2026-04-01T11:30"),
        ("DTSTART;TZID=Europe/Berlin:20260401T100000", "2026-04-01T13:00"),
        ("DTSTART;TZID=W. Europe Standard Time:20260401T100000", "2026-04-01T13:00"),
        ("DTSTART;TZID=/example.org/1/Europe/Berlin:20260401T100000", "2026-04-01T13:00"),
        ("DTSTART;VALUE=DATE:20260401", "2026-04-01"),
        ("DTSTART;VALUE=DATE:20260401\nDTEND;VALUE=DATE:20260402", "2026-04-01"),
        ("DTSTART;VALUE=DATE:20260401\nDTEND;VALUE=DATE:20260404", "2026-04-01/2026-04-03"),
        ("DTSTART:20260401T000000\nDTEND:20260402T000000", "2026-04-01"),
        ("DTSTART:20260401T200000\nDTEND:20260402T020000", "2026-04-01T20:00/2026-04-02T02:00"),
        ("DTSTART:20260401T100000\nDTEND:20260401T100000", "2026-04-01T10:00"),
    ],
)
def test_a_single_time(lines: str, time: str, importer: Importer) -> None:
    importer.take("a.ics", calendar(f"UID:1\nSUMMARY:Talk\n{lines}"))
    assert when(importer) == {"when": time}


def test_a_time_zone_that_only_the_calendar_defines(importer: Importer) -> None:
    zone = """BEGIN:VTIMEZONE
TZID:Ours
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0300
TZOFFSETTO:+0300
END:STANDARD
END:VTIMEZONE"""
    head = f"X-WR-TIMEZONE:Asia/Almaty\n{zone}"
    importer.take("a.ics", calendar("UID:1\nSUMMARY:Talk\nDTSTART;TZID=Ours:20260401T100000", head=head))
    assert when(importer) == {"when": "2026-04-01T12:00"}


def test_a_time_zone_that_nothing_explains_is_told(importer: Importer) -> None:
    result = importer.take("a.ics", calendar("UID:1\nSUMMARY:Talk\nDTSTART;TZID=Nowhere:20260401T100000"))
    assert when(importer) == {"when": "2026-04-01T10:00"}
    assert "import_zones" in codes(result.problems)


def test_the_zone_of_the_events_is_that_of_a_new_pack(importer: Importer) -> None:
    result = importer.take(
        "a.ics", calendar("UID:1\nSUMMARY:Talk\nDTSTART;TZID=Europe/Riga:20260401T100000", head="X-A:1")
    )
    assert importer.pack()["zone"] == "Europe/Riga"
    assert "import_zone" not in codes(result.problems)


def test_the_language_of_a_program_is_not_that_of_the_text(importer: Importer) -> None:
    importer.take("a.ics", calendar("UID:1\nSUMMARY;LANGUAGE=en-us:Беседа\nDTSTART:20260401T100000"))
    assert importer.event()["title"] == {"ru": "Беседа"} and "spoken" not in importer.event()


def test_a_letter_divided_by_a_fold_is_whole(importer: Importer) -> None:
    text = calendar("UID:1\nSUMMARY:Қазақ тілі\nDTSTART:20260401T100000").encode()
    cut = text.index("қ".encode()) + 1
    importer.take("a.ics", text[:cut] + b"\r\n " + text[cut:])
    assert importer.event()["title"] == {"kk": "Қазақ тілі"}


def test_lines_of_a_text_that_were_not_folded_belong_to_it(importer: Importer) -> None:
    importer.take(
        "a.ics", calendar("UID:1\nSUMMARY:Talk\nDTSTART:20260401T100000\nDESCRIPTION:One\nTwo of them")
    )
    assert importer.event()["summary"] == {"en": "One Two of them"}


def test_a_weekly_event_is_a_series(importer: Importer) -> None:
    importer.take("a.ics", calendar(WEEKLY))
    assert when(importer) == CLUB


@pytest.mark.parametrize(
    ("rule", "every"),
    [
        ("FREQ=DAILY;COUNT=5", "day"),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=5", "other Wednesday"),
        ("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=9", "Monday and Wednesday"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=20", "Monday to Friday"),
        ("FREQ=MONTHLY;BYDAY=1WE;COUNT=5", "first Wednesday"),
        ("FREQ=MONTHLY;BYMONTHDAY=4;COUNT=5", "month on the 4th"),
    ],
)
def test_what_the_format_can_say_is_a_series(rule: str, every: str, importer: Importer) -> None:
    importer.take("a.ics", calendar(f"UID:1\nSUMMARY:Club\nDTSTART:20260304T100000\nRRULE:{rule}"))
    assert importer.event()["every"] == f"{every} 10:00"


def test_what_it_cannot_say_is_a_list(importer: Importer) -> None:
    rule = "RRULE:FREQ=YEARLY;COUNT=2"
    importer.take("a.ics", calendar(f"UID:1\nSUMMARY:Day\nDTSTART;VALUE=DATE:20260304\n{rule}"))
    assert when(importer) == {"occurrence": [{"when": "2026-03-04"}, {"when": "2027-03-04"}]}


def test_a_day_left_out(importer: Importer) -> None:
    importer.take("a.ics", calendar(f"{WEEKLY}EXDATE;TZID=Asia/Almaty:20260311T180000,20260318T180000\n"))
    assert when(importer) == CLUB | {"except": [date(2026, 3, 11), date(2026, 3, 18)]}


def test_a_date_that_moves_and_one_that_is_cancelled(importer: Importer) -> None:
    moved = """
UID:club@example.org
SUMMARY:Chess club
RECURRENCE-ID;TZID=Asia/Almaty:20260318T180000
DTSTART;TZID=Asia/Almaty:20260319T190000
DTEND;TZID=Asia/Almaty:20260319T203000
"""
    cancelled = """
UID:club@example.org
SUMMARY:Chess club
STATUS:CANCELLED
RECURRENCE-ID:20260311T130000Z
DTSTART;TZID=Asia/Almaty:20260311T180000
"""
    importer.take("a.ics", calendar(WEEKLY, moved, cancelled))
    changes = [
        {"date": date(2026, 3, 11), "status": "cancelled"},
        {"date": date(2026, 3, 18), "when": "2026-03-19T19:00/2026-03-19T20:30"},
    ]
    assert when(importer) == CLUB | {"change": changes}


def test_a_text_of_a_single_date_is_told(importer: Importer) -> None:
    change = "UID:club@example.org\nSUMMARY:Final\nRECURRENCE-ID;TZID=Asia/Almaty:20260318T180000"
    result = importer.take("a.ics", calendar(WEEKLY, change))
    (told,) = (problem for problem in result.problems if problem.code == "import_single")
    assert told.detail == {"count": 1, "names": "Chess club"}
    assert when(importer) == CLUB


def test_a_line_with_broken_parameters_is_read(importer: Importer) -> None:
    importer.take("a.ics", calendar("UID:1\nSUMMARY;X:Tea\\, coffee\nDTSTART:20260401T100000"))
    assert importer.event()["title"] == {"en": "Tea, coffee"}


def test_changes_of_a_list(importer: Importer) -> None:
    master = "UID:1\nSUMMARY:Day\nDTSTART:20260304T100000\nRDATE:20260309T120000,20260320T100000"
    moved = "UID:1\nSUMMARY:Day\nRECURRENCE-ID:20260309T120000\nDTSTART:20260310T120000"
    importer.take("a.ics", calendar(master, moved))
    assert when(importer)["occurrence"] == [
        {"when": "2026-03-04T10:00"},
        {"when": "2026-03-10T12:00", "status": "moved", "original": "2026-03-09T12:00"},
        {"when": "2026-03-20T10:00"},
    ]


def test_a_changed_date_without_its_series(importer: Importer) -> None:
    importer.take(
        "a.ics", calendar("UID:1\nSUMMARY:Day\nRECURRENCE-ID:20260309T120000\nDTSTART:20260310T120000")
    )
    assert when(importer) == {"when": "2026-03-10T12:00"}


def test_an_event_without_an_end_is_taken_for_a_year(importer: Importer) -> None:
    endless = "UID:1\nSUMMARY:Club\nDTSTART:20190306T100000\nRRULE:FREQ=WEEKLY"
    result = importer.take("a.ics", calendar(endless))
    assert when(importer) == {
        "every": "Wednesday 10:00",
        "first": date(2026, 3, 4),
        "until": date(2027, 2, 24),
    }
    assert "import_endless" in codes(result.problems)


def test_hours_of_another_zone_follow_its_summer_time(importer: Importer) -> None:
    rule = "DTSTART;TZID=Europe/Berlin:20260321T100000\nRRULE:FREQ=WEEKLY;COUNT=2"
    importer.take("a.ics", calendar(f"UID:1\nSUMMARY:Call\n{rule}"))
    assert when(importer)["occurrence"] == [{"when": "2026-03-21T14:00"}, {"when": "2026-03-28T14:00"}]
    importer.take("b.ics", calendar(f"UID:2\nSUMMARY:Later\n{rule.replace('0321', '0328')}"))
    assert importer.events()["later"]["occurrence"] == [
        {"when": "2026-03-28T14:00"},
        {"when": "2026-04-04T13:00"},
    ]


def test_a_cancelled_event(importer: Importer) -> None:
    importer.take("a.ics", calendar("UID:1\nSUMMARY:Talk\nSTATUS:CANCELLED\nDTSTART:20260401T100000"))
    assert when(importer) == {"when": "2026-04-01T10:00", "status": "cancelled"}


def test_the_newest_of_two_entries_of_an_event_counts(importer: Importer) -> None:
    entries = [
        f"UID:1\nSUMMARY:{name}\nSEQUENCE:{n}\nDTSTART:20260401T100000" for name, n in (("B", 2), ("A", 1))
    ]
    importer.take("a.ics", calendar(*entries))
    assert importer.event()["title"] == {"en": "B"}


def test_what_is_skipped_is_told(importer: Importer) -> None:
    result = importer.take(
        "a.ics",
        calendar(
            "UID:1\nSUMMARY:Good\nDTSTART:20260401T100000",
            "UID:2\nDTSTART:20260401T100000",
            "UID:3\nSUMMARY:No time",
            "UID:4\nSUMMARY:Bad time\nDTSTART:tomorrow",
            "UID:5\nSUMMARY:Backwards\nDTSTART:20260401T100000\nDTEND:20260401T090000",
            "UID:6\nSUMMARY:Dentist\nCLASS:PRIVATE\nDTSTART:20260401T100000",
            "UID:7\nSUMMARY:Every second\nDTSTART:20260401T100000\nRRULE:FREQ=SECONDLY",
        ),
    )
    assert (result.events, result.skipped) == (1, 6)
    reasons = [problem for problem in result.problems if problem.place.line]
    assert [problem.code for problem in reasons] == [
        "import_no_title",
        "import_no_time",
        "import_time",
        "import_order",
        "import_private",
        "import_time",
    ]
    assert [problem.place.line for problem in reasons] == [9, 13, 17, 22, 28, 34]


def test_a_calendar_without_events_is_an_error(importer: Importer) -> None:
    with pytest.raises(SourceProblems) as caught:
        importer.take("a.ics", calendar())
    assert "import_nothing" in codes(caught.value.problems)
    assert not importer.folder.exists()


def test_what_is_known_of_an_event_has_its_place(importer: Importer) -> None:
    importer.take(
        "a.ics",
        calendar(
            """
UID:1
SUMMARY:Open lab
DTSTART:20260401T100000
LOCATION:Hall\\, 5 Main Street
GEO:43.25;76.9
CATEGORIES:Science,Family
CATEGORIES:for all
URL:http://example.org/lab
ORGANIZER;CN="The Library":mailto:library@example.org
ATTENDEE;CN="Ann Lee":invalid:nomail
ATTENDEE;CN="Bob":mailto:bob@example.org
CONFERENCE:https://meet.example.org/lab
DESCRIPTION:<p>Look through <b>lenses</b>.</p><ul><li>one</li><li>two</li></ul><a href="https://other.example.org">more</a>
"""
        ),
    )
    event = importer.event()
    assert event["organiser"] == {"en": "The Library"}
    assert event["speaker"] == [{"name": {"en": "Ann Lee"}}]
    assert event["source"] == "https://example.org/lab" and event["online"] == "https://meet.example.org/lab"
    assert event["hashtags"] == ["#Family", "#forall"]
    assert event["theme"] == "science" and event["places"] == ["hall"]
    assert event["body"] == {"en": "Look through lenses.\n\n– one\n– two\n\nmore"}
    assert importer.pack()["hosts"] == ["example.org", "meet.example.org"]
