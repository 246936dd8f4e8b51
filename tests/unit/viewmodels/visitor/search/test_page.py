"""The search page: from the first letter to the event, and nothing left for the next visitor."""

from pathlib import Path

import pytest

from kiosk.search.highlight import Piece
from kiosk.viewmodels.search_setup import prepare_search
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.shell import Shell
from kiosk.viewmodels.visitor.search.page import MAX_TEXT_LENGTH, SearchPage
from kiosk.viewmodels.visitor.search.result_rows import mark_highlights
from kiosk.visits.tally import Metric, Tally
from tests.unit.store.sample import NOW
from tests.unit.viewmodels.sessions import field_values, make_session


def page(text: str = "", shown: Session | None = None) -> SearchPage:
    """The page, opened, with every letter of `text` typed one by one."""
    found = SearchPage(shown or make_session())
    found.open()
    for letter in text:
        found.type(letter)
    return found


def ids(found: SearchPage) -> list[str]:
    return list(field_values(found.results.rows, "eventId"))


def counted(shown: Session) -> dict[str, int]:
    assert shown.tally
    shown.tally.end_visit()
    return {key.what: n for key, n in shown.tally.take().items()}


def test_the_first_letter_finds_and_is_marked() -> None:
    found = page("t")
    row = next(row for row in found.results.rows if row.eventId == "talk")
    assert row.highlightedTitle.startswith("\t" + row.title[0] + "\t")
    assert (found.message, found.didYouMean) == ("", "")


def test_an_empty_field_says_what_one_can_type() -> None:
    assert page().message == "Type a few letters: the name of an event, a city or a month."
    assert page("  ").text == ""
    assert ids(page()) == []


def test_without_an_index_the_search_says_that_it_is_not_ready() -> None:
    found = SearchPage(make_session())
    found.refresh()
    assert found.message == "Search is getting ready. Please try again in a minute."
    found.type("t")
    assert ids(found) == []


def test_past_events_are_last_and_said_to_be_past() -> None:
    found = page("talk", make_session(now=NOW + 20 * 86400))
    assert field_values(found.results.rows, "flagText") == ["Past"]
    assert field_values(page("code").results.rows, "flagText") == [""]


def test_a_match_in_the_text_is_shown_when_the_title_has_none() -> None:
    found = page("almaty")
    assert ids(found)
    assert all("\t" in row.highlightedTitle + row.highlightedExcerpt for row in found.results.rows)
    assert all(not row.highlightedExcerpt for row in found.results.rows if "\t" in row.highlightedTitle)


def test_a_slip_is_mended_with_one_tap() -> None:
    found = page("tallk")
    assert (ids(found), found.message) == (["talk"], "Nothing was found for this. Did you mean:")
    meant = found.didYouMean
    found.acceptSuggestion()
    assert (found.text, ids(found), found.didYouMean, found.message) == (meant, ["talk"], "", "")


def test_when_there_is_nothing_what_comes_next_is_near() -> None:
    found = page("zzzzzz")
    assert found.message == "Nothing was found for this. Perhaps one of these is for you:"
    assert ids(found)
    later = page("zzzzzz", make_session(now=NOW + 4000 * 86400))
    assert (later.message, ids(later)) == ("Nothing was found for this.", [])


def test_letters_are_taken_away_again() -> None:
    found = page("ta")
    found.erase()
    assert found.text == "t"
    found.clear()
    assert (found.text, ids(found)) == ("", [])
    found.erase()
    assert found.text == ""


def test_what_cannot_be_printed_and_blanks_without_a_word_are_not_typed() -> None:
    found = page(" a  b\r\t\x1b")
    assert found.text == "a b"
    found.type("x" * 99)
    assert len(found.text) == MAX_TEXT_LENGTH


def test_the_way_back_keeps_the_text_and_the_keyboard() -> None:
    shell = Shell(make_session())
    shell.goHome()
    shell.open("search")
    shell.search_page.keyboard.press("language")
    rows = shell.search_page.keyboard.portraitRows
    shell.search_page.type("talk")
    shell.openEvent("talk")
    shell.open("search")
    assert shell.search_page.text == ""
    shell.back()
    shell.back()
    assert (shell.page, shell.search_page.text, ids(shell.search_page)) == ("search", "talk", ["talk"])
    assert shell.search_page.keyboard.portraitRows == rows


@pytest.mark.parametrize("leave", ["idle", "loop", "staff"])
def test_the_next_visitor_finds_an_empty_field(leave: str) -> None:
    shell = Shell(make_session())
    shell.goHome()
    shell.open("search")
    shell.search_page.keyboard.press("symbols")
    shell.search_page.type("talk")
    shell.openEvent("talk")
    if leave == "idle":
        shell.idle_timer.expired.emit()
    elif leave == "loop":
        shell.showAttract()
    else:
        shell.show_staff_area(shell)
    left = shell.search_page
    assert (left.text, ids(left), left.keyboard.symbols) == ("", [], False)
    shell.back()
    assert shell.page == "home"


def test_a_change_of_language_keeps_the_text_and_turns_the_keyboard() -> None:
    shell = Shell(make_session())
    shell.goHome()
    shell.open("search")
    shell.search_page.type("talk")
    before = shell.search_page.keyboard.portraitRows
    shell.setLanguage("kk")
    assert (shell.search_page.text, ids(shell.search_page)) == ("talk", ["talk"])
    assert shell.search_page.keyboard.portraitRows != before
    assert shell.search_page.keyboard.portraitRows[0].startswith("ә")


def test_another_programme_is_searched_and_no_more_the_old_one() -> None:
    shown = make_session()
    shell = Shell(shown)
    shell.open("search")
    old = shown.search
    shell.show_programme(make_session().programme)
    assert shown.search is None
    assert prepare_search(shown)
    assert shown.search is not old


def test_a_search_without_a_result_is_counted_once(tmp_path: Path) -> None:
    shown = make_session()
    shown.tally = Tally(tmp_path / "visits.db", lambda: "2016-04-03")
    found = page("zzzzzz", shown)
    found.refresh()
    assert counted(shown)[Metric.NO_RESULT] == 1
    found.erase()
    assert Metric.NO_RESULT not in counted(shown)
    found.clear()
    found.type("talk")
    assert Metric.NO_RESULT not in counted(shown)
    found.clear()
    found.type("zzzz")
    assert counted(shown)[Metric.NO_RESULT] == 1
    assert not any("zz" in str(value) for value in vars(shown.tally).values())


def test_marks_have_edges_word_by_word() -> None:
    pieces = (Piece("The ", False), Piece("code wri", True), Piece("ting day", False))
    assert mark_highlights(pieces) == "The \tcode\t \twri\tting day"
