"""The search page: text, results, suggestions, going back, and the reset between visits."""

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


def open_page(text: str = "", session: Session | None = None) -> SearchPage:
    """Open the page and type `text` letter by letter."""
    page = SearchPage(session or make_session())
    page.open()
    for letter in text:
        page.type(letter)
    return page


def result_ids(page: SearchPage) -> list[str]:
    return list(field_values(page.results.rows, "eventId"))


def take_counts(session: Session) -> dict[str, int]:
    assert session.tally
    session.tally.end_visit()
    return {key.what: n for key, n in session.tally.take().items()}


def test_the_first_letter_finds_events_and_is_highlighted() -> None:
    page = open_page("t")
    row = next(row for row in page.results.rows if row.eventId == "talk")
    assert row.highlightedTitle.startswith("\t" + row.title[0] + "\t")
    assert (page.message, page.didYouMean) == ("", "")


def test_an_empty_field_has_a_hint() -> None:
    assert open_page().message == "Type a few letters: the name of an event, a city or a month."
    assert open_page("  ").text == ""
    assert result_ids(open_page()) == []


def test_without_an_index_a_message_says_that_search_is_not_ready() -> None:
    page = SearchPage(make_session())
    page.refresh()
    assert page.message == "Search is getting ready. Please try again in a minute."
    page.type("t")
    assert result_ids(page) == []


def test_past_events_have_a_flag() -> None:
    page = open_page("talk", make_session(now=NOW + 20 * 86400))
    assert field_values(page.results.rows, "flagText") == ["Over"]
    assert field_values(open_page("code").results.rows, "flagText") == [""]


def test_without_a_match_in_the_title_an_excerpt_is_shown() -> None:
    page = open_page("almaty")
    assert result_ids(page)
    assert all("\t" in row.highlightedTitle + row.highlightedExcerpt for row in page.results.rows)
    assert all(not row.highlightedExcerpt for row in page.results.rows if "\t" in row.highlightedTitle)


def test_a_typing_error_is_corrected_by_the_suggestion() -> None:
    page = open_page("tallk")
    assert (result_ids(page), page.message) == (["talk"], "Nothing was found for this. Did you mean:")
    suggestion = page.didYouMean
    page.acceptSuggestion()
    assert (page.text, result_ids(page), page.didYouMean, page.message) == (suggestion, ["talk"], "", "")


def test_without_results_upcoming_events_are_suggested() -> None:
    page = open_page("zzzzzz")
    assert page.message == "Nothing was found for this. Perhaps one of these is for you:"
    assert result_ids(page)
    late_page = open_page("zzzzzz", make_session(now=NOW + 4000 * 86400))
    assert (late_page.message, result_ids(late_page)) == ("Nothing was found for this.", [])


def test_erase_and_clear() -> None:
    page = open_page("ta")
    page.erase()
    assert page.text == "t"
    page.clear()
    assert (page.text, result_ids(page)) == ("", [])
    page.erase()
    assert page.text == ""


def test_control_characters_and_extra_spaces_are_not_typed() -> None:
    page = open_page(" a  b\r\t\x1b")
    assert page.text == "a b"
    page.type("x" * 99)
    assert len(page.text) == MAX_TEXT_LENGTH


def test_going_back_restores_the_text_and_the_keyboard() -> None:
    shell = Shell(make_session())
    shell.goHome()
    shell.open("search")
    shell.pages.search.keyboard.press("language")
    rows = shell.pages.search.keyboard.portraitRows
    shell.pages.search.type("talk")
    shell.openEvent("talk")
    shell.open("search")
    assert shell.pages.search.text == ""
    shell.back()
    shell.back()
    assert (shell.page, shell.pages.search.text, result_ids(shell.pages.search)) == (
        "search",
        "talk",
        ["talk"],
    )
    assert shell.pages.search.keyboard.portraitRows == rows


@pytest.mark.parametrize("leave", ["idle", "loop", "staff"])
def test_the_next_visitor_finds_an_empty_field(leave: str) -> None:
    shell = Shell(make_session())
    shell.goHome()
    shell.open("search")
    shell.pages.search.keyboard.press("symbols")
    shell.pages.search.type("talk")
    shell.openEvent("talk")
    if leave == "idle":
        shell.idle_timer.expired.emit()
    elif leave == "loop":
        shell.showAttract()
    else:
        shell.show_staff_area(shell)
    page = shell.pages.search
    assert (page.text, result_ids(page), page.keyboard.symbols) == ("", [], False)
    shell.back()
    assert shell.page == "home"


def test_a_change_of_language_keeps_the_text_and_changes_the_keyboard() -> None:
    shell = Shell(make_session())
    shell.goHome()
    shell.open("search")
    shell.pages.search.type("talk")
    before = shell.pages.search.keyboard.portraitRows
    shell.setLanguage("kk")
    assert (shell.pages.search.text, result_ids(shell.pages.search)) == ("talk", ["talk"])
    assert shell.pages.search.keyboard.portraitRows != before
    assert shell.pages.search.keyboard.portraitRows[0].startswith("ә")


def test_a_new_programme_gets_a_search_of_its_own() -> None:
    session = make_session()
    shell = Shell(session)
    shell.open("search")
    old_search = session.search
    shell.show_programme(make_session().programme)
    assert session.search is None
    assert prepare_search(session)
    assert session.search is not old_search


def test_a_search_without_a_result_is_counted_once(tmp_path: Path) -> None:
    session = make_session()
    session.tally = Tally(tmp_path / "visits.db", lambda: "2016-04-03")
    page = open_page("zzzzzz", session)
    page.refresh()
    assert take_counts(session)[Metric.NO_RESULT] == 1
    page.erase()
    assert Metric.NO_RESULT not in take_counts(session)
    page.clear()
    page.type("talk")
    assert Metric.NO_RESULT not in take_counts(session)
    page.clear()
    page.type("zzzz")
    assert take_counts(session)[Metric.NO_RESULT] == 1
    assert not any("zz" in str(value) for value in vars(session.tally).values())


def test_each_word_is_highlighted_separately() -> None:
    pieces = (Piece("The ", False), Piece("code wri", True), Piece("ting day", False))
    assert mark_highlights(pieces, "en") == "The\xa0\tcode\t \twri\tting day"
