"""The page of settings: what staff tap is kept by a child, and counts at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import __version__
from kiosk.base.settings import Settings, load
from kiosk.library.crash_guard import CrashGuard
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.background.share_poller import SharePoller
from kiosk.viewmodels.shell import Shell
from kiosk.viewmodels.staff.entrance import StaffEntrance
from kiosk.viewmodels.staff.settings.page import SettingsPage
from tests.screen_kit import until
from tests.unit.viewmodels.sessions import column, session


class Desk:
    """Staff at the page of settings of a kiosk whose technician has chosen 90 seconds and Russian."""

    def __init__(self, folder: Path) -> None:
        self.library, self.file = folder / "library", folder / "kiosk.toml"
        self.file.write_text('language = "ru"\nidle_seconds = 90\nshare = "/mnt/programme"\n', "utf-8")
        visitor = session("ru")
        visitor.settings, visitor.file = load(self.file, self.library), self.file
        self.shell = Shell(visitor)
        self.background = BackgroundServices(self.shell, CrashGuard(self.library), self.shell)
        self.entrance = StaffEntrance(self.shell, self.background)
        self.entrance.open()
        self.area = self.entrance.area()
        self.area.enter()
        self.area.show("settings")
        page = self.area.current
        assert isinstance(page, SettingsPage)
        self.page = page

    @property
    def settings(self) -> Settings:
        """What the screen goes by."""
        return self.shell.session.settings

    @property
    def kept(self) -> Settings:
        """What the next start would find."""
        return load(self.file, self.library)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.background.close()


def chosen(rows: object) -> list[str]:
    """The values that are shown as chosen."""
    return [row.value for row in rows if row.chosen]  # type: ignore[attr-defined]


def test_it_shows_how_things_are(desk: Desk) -> None:
    page = desk.page
    assert column(page.languages.rows, "label") == ["Қазақша", "Русский", "English"]
    assert column(page.idleTimes.rows, "value") == ["30", "60", "90", "120", "180"]
    assert column(page.idleTimes.rows, "label")[:3] == ["30 секунд", "1 минута", "90 секунд"]
    assert column(page.shareInstalls.rows, "value") == ["automatic", "ask"]
    told = [chosen(rows.rows) for rows in (page.languages, page.idleTimes, page.shareInstalls)]
    assert told == [["ru"], ["90"], ["automatic"]]
    facts = column(page.setup.rows, "text")
    assert facts[1:] == [str(desk.library), "/mnt/programme", str(desk.file), __version__]
    assert page.hasShare


def test_how_loud_videos_begin(desk: Desk) -> None:
    desk.page.choose("volume", "0")
    until(lambda: desk.settings.volume == 0)
    assert (desk.kept.volume, chosen(desk.page.volumes.rows)) == (0, ["0"])
    assert column(desk.page.volumes.rows, "label") == ["Без звука", "Тихо", "Средне", "Громко"]
    desk.file.write_text(desk.file.read_text("utf-8") + "volume = 55\n", "utf-8")
    desk.page.reset()
    until(lambda: desk.settings.volume == 55)
    assert chosen(desk.page.volumes.rows) == ["55"]


def test_a_choice_is_seen_at_once_counts_and_is_kept(desk: Desk) -> None:
    desk.page.choose("idle_seconds", "30")
    assert chosen(desk.page.idleTimes.rows) == ["30"]
    until(lambda: desk.settings.idle_seconds == 30)
    assert desk.kept.idle_seconds == 30
    assert column(desk.page.idleTimes.rows, "value") == ["30", "60", "120", "180"]
    assert (desk.page.hasChoices, desk.page.problem) == (True, "")


def test_of_quick_taps_none_is_lost_and_the_last_one_counts(desk: Desk) -> None:
    for key, value in (("idle_seconds", "30"), ("language", "en"), ("idle_seconds", "180")):
        desk.page.choose(key, value)
    assert (chosen(desk.page.idleTimes.rows), chosen(desk.page.languages.rows)) == (["180"], ["en"])
    until(lambda: desk.settings.idle_seconds == 180)
    assert (desk.kept.idle_seconds, desk.kept.language) == (180, "en")


def test_back_to_the_usual(desk: Desk) -> None:
    desk.page.choose("language", "kk")
    until(lambda: desk.page.hasChoices)
    desk.page.reset()
    until(lambda: not desk.page.hasChoices)
    assert (desk.settings, desk.kept) == (load(desk.file, desk.library),) * 2
    assert chosen(desk.page.languages.rows) == ["ru"]


def test_the_first_language_is_that_of_the_next_visitor(desk: Desk) -> None:
    desk.page.choose("language", "en")
    until(lambda: desk.settings.language == "en")
    assert desk.shell.language == "ru"
    desk.area.leave()
    assert (desk.shell.page, desk.shell.language) == ("attract", "en")


def test_what_a_technician_chose_meanwhile_is_taken_over_with_the_page(desk: Desk) -> None:
    from kiosk.library import staff_choices

    until(lambda: not desk.page._pending)
    staff_choices.save_choice(load(desk.file, desk.library), "idle_seconds", 120)
    desk.area.show("settings")
    until(lambda: desk.settings.idle_seconds == 120)


def test_what_cannot_be_kept_is_told_in_the_language_of_now(desk: Desk) -> None:
    until(lambda: not desk.page._pending)
    desk.library.write_text("a file stands where the library should be")
    desk.page.choose("idle_seconds", "30")
    until(lambda: desk.page.problem != "")
    assert desk.page.problem.startswith("Сохранить это на диске компьютера не удалось")
    assert chosen(desk.page.idleTimes.rows) == ["90"]
    desk.shell.setLanguage("en")
    assert desk.page.problem.startswith("This could not be kept")
    desk.library.unlink()
    desk.page.choose("idle_seconds", "30")
    assert desk.page.problem == ""
    until(lambda: desk.settings.idle_seconds == 30)


def test_whoever_wants_to_be_asked_is_asked_from_the_next_look_on(desk: Desk) -> None:
    share = desk.background.share
    assert share is not None
    assert "--dry-run" not in share._command
    desk.page.choose("share_install", "ask")
    until(lambda: share.is_polling)
    assert "--dry-run" in share._command


def test_a_share_is_sent_other_words_at_once(desk: Desk, tmp_path: Path) -> None:
    library = ("--library", tmp_path / "library", "--json")
    share = SharePoller(("status", *library), desk.background)
    for verb, told in (("status", "packs"), ("settings show", "choices")):
        share.change_command((*verb.split(), *library))
        until(lambda: not share.is_polling)
        assert share.last_reply
        assert told in share.last_reply["done"]


def test_a_new_pin_is_asked_for_twice_and_then_shown(desk: Desk) -> None:
    desk.page.askNewPin(True)
    desk.page.askNewPin(False)
    assert not desk.page.asksNewPin
    desk.page.makePin()
    assert desk.page.isMakingPin
    until(lambda: desk.area.page == "keep")
    assert len(desk.area.newPin) == len("482 915")
    assert (desk.page.isMakingPin, desk.page.problem) == (False, "")


def test_a_pin_that_could_not_be_made_is_told(desk: Desk) -> None:
    until(lambda: not desk.page._pending)
    desk.library.write_text("a file stands where the library should be")
    desk.page.makePin()
    until(lambda: not desk.page.isMakingPin)
    assert desk.page.problem != ""
    assert desk.area.page == "settings"
