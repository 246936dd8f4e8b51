"""The page Settings: a child process saves what staff choose, and it applies at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import __version__
from kiosk.base.settings import Settings, load
from kiosk.pin import staff_pin
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.background.share_poller import SharePoller
from kiosk.viewmodels.shell import Shell
from kiosk.viewmodels.staff.entrance import StaffEntrance
from kiosk.viewmodels.staff.settings.page import SettingsPage
from tests.screen_kit import wait_until
from tests.unit.viewmodels.sessions import field_values, make_session


class SettingsKiosk:
    """The page Settings of a kiosk whose settings file has 90 seconds and Russian."""

    def __init__(self, folder: Path) -> None:
        self.library, self.file = folder / "library", folder / "kiosk.toml"
        self.file.write_text('language = "ru"\nidle_seconds = 90\nshare = "/mnt/programme"\n', "utf-8")
        visitor = make_session("ru")
        visitor.settings, visitor.file = load(self.file, self.library), self.file
        self.shell = Shell(visitor)
        self.background = BackgroundServices(self.shell, self.shell)
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
        """The settings of the session."""
        return self.shell.session.settings

    @property
    def saved(self) -> Settings:
        """The settings the next start would load."""
        return load(self.file, self.library)


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[SettingsKiosk]:
    kiosk = SettingsKiosk(tmp_path)
    yield kiosk
    kiosk.background.close()


def chosen_values(rows: object) -> list[str]:
    """The values that are shown as chosen."""
    return [row.value for row in rows if row.chosen]  # type: ignore[attr-defined]


def test_the_current_settings_are_shown(kiosk: SettingsKiosk) -> None:
    page = kiosk.page
    assert field_values(page.languages.rows, "label") == ["Қазақша", "Русский", "English"]
    assert field_values(page.idleTimes.rows, "value") == ["30", "60", "90", "120", "180"]
    assert field_values(page.idleTimes.rows, "label")[:3] == ["30 секунд", "1 минута", "90 секунд"]
    assert field_values(page.shareInstalls.rows, "value") == ["automatic", "ask"]
    values = [chosen_values(rows.rows) for rows in (page.languages, page.idleTimes, page.shareInstalls)]
    assert values == [["ru"], ["90"], ["automatic"]]
    facts = field_values(page.setup.rows, "text")
    assert facts[1:] == [str(kiosk.library), "/mnt/programme", str(kiosk.file), __version__]
    assert page.hasShare


def test_the_volume_of_videos_can_be_chosen(kiosk: SettingsKiosk) -> None:
    kiosk.page.choose("volume", "0")
    wait_until(lambda: kiosk.settings.volume == 0)
    assert (kiosk.saved.volume, chosen_values(kiosk.page.volumes.rows)) == (0, ["0"])
    assert field_values(kiosk.page.volumes.rows, "label") == ["Без звука", "Тихо", "Средне", "Громко"]
    kiosk.file.write_text(kiosk.file.read_text("utf-8") + "volume = 55\n", "utf-8")
    kiosk.page.reset()
    wait_until(lambda: kiosk.settings.volume == 55)
    assert chosen_values(kiosk.page.volumes.rows) == ["55"]


def test_a_choice_is_shown_at_once_applied_and_saved(kiosk: SettingsKiosk) -> None:
    kiosk.page.choose("idle_seconds", "30")
    assert chosen_values(kiosk.page.idleTimes.rows) == ["30"]
    wait_until(lambda: kiosk.settings.idle_seconds == 30)
    assert kiosk.saved.idle_seconds == 30
    assert field_values(kiosk.page.idleTimes.rows, "value") == ["30", "60", "120", "180"]
    assert (kiosk.page.hasChoices, kiosk.page.problem) == (True, "")


def test_no_quick_tap_is_lost_and_the_last_one_wins(kiosk: SettingsKiosk) -> None:
    for key, value in (("idle_seconds", "30"), ("language", "en"), ("idle_seconds", "180")):
        kiosk.page.choose(key, value)
    assert (chosen_values(kiosk.page.idleTimes.rows), chosen_values(kiosk.page.languages.rows)) == (
        ["180"],
        ["en"],
    )
    wait_until(lambda: kiosk.settings.idle_seconds == 180)
    assert (kiosk.saved.idle_seconds, kiosk.saved.language) == (180, "en")


def test_reset_restores_the_settings_file(kiosk: SettingsKiosk) -> None:
    kiosk.page.choose("language", "kk")
    wait_until(lambda: kiosk.page.hasChoices)
    kiosk.page.reset()
    wait_until(lambda: not kiosk.page.hasChoices)
    assert (kiosk.settings, kiosk.saved) == (load(kiosk.file, kiosk.library),) * 2
    assert chosen_values(kiosk.page.languages.rows) == ["ru"]


def test_the_chosen_language_is_that_of_the_next_visitor(kiosk: SettingsKiosk) -> None:
    kiosk.page.choose("language", "en")
    wait_until(lambda: kiosk.settings.language == "en")
    assert kiosk.shell.language == "ru"
    kiosk.area.leave()
    assert (kiosk.shell.page, kiosk.shell.language) == ("attract", "en")


def test_opening_the_page_reads_choices_made_elsewhere(kiosk: SettingsKiosk) -> None:
    from kiosk.library import staff_choices

    wait_until(lambda: not kiosk.page._pending)
    staff_choices.save_choice(load(kiosk.file, kiosk.library), "idle_seconds", 120)
    kiosk.area.show("settings")
    wait_until(lambda: kiosk.settings.idle_seconds == 120)


def test_a_choice_that_cannot_be_saved_is_reported_in_the_current_language(kiosk: SettingsKiosk) -> None:
    wait_until(lambda: not kiosk.page._pending)
    kiosk.library.write_text("a file stands where the library should be")
    kiosk.page.choose("idle_seconds", "30")
    wait_until(lambda: kiosk.page.problem != "")
    assert kiosk.page.problem.startswith("Сохранить это на диске компьютера не удалось")
    assert chosen_values(kiosk.page.idleTimes.rows) == ["90"]
    kiosk.shell.setLanguage("en")
    assert kiosk.page.problem.startswith("This could not be kept")
    kiosk.library.unlink()
    kiosk.page.choose("idle_seconds", "30")
    assert kiosk.page.problem == ""
    wait_until(lambda: kiosk.settings.idle_seconds == 30)


def test_asking_before_installing_changes_the_next_poll(kiosk: SettingsKiosk) -> None:
    share = kiosk.background.share
    assert share is not None
    assert "--dry-run" not in share._command
    kiosk.page.choose("share_install", "ask")
    wait_until(lambda: share.is_polling)
    assert "--dry-run" in share._command


def test_another_command_of_the_share_poller_runs_at_once(kiosk: SettingsKiosk, tmp_path: Path) -> None:
    library = ("--library", tmp_path / "library", "--json")
    share = SharePoller(("status", *library), lambda: 0, kiosk.background)
    for verb, key in (("status", "packs"), ("settings show", "choices")):
        share.change_command((*verb.split(), *library))
        wait_until(lambda: not share.is_polling)
        assert share.last_reply
        assert key in share.last_reply["done"]


def test_a_new_pin_is_confirmed_and_then_shown(kiosk: SettingsKiosk) -> None:
    kiosk.page.askNewPin(True)
    kiosk.page.askNewPin(False)
    assert not kiosk.page.asksNewPin
    kiosk.page.makePin()
    assert kiosk.area.page == "keep"
    pin = kiosk.area.new_pin.digits.replace(" ", "")
    assert not staff_pin.check(kiosk.library, pin).right
    kiosk.area.new_pin.keep()
    wait_until(lambda: kiosk.area.page == "settings")
    assert staff_pin.check(kiosk.library, pin).right
    assert kiosk.area.new_pin.digits == " "


def test_a_pin_that_cannot_be_stored_stays_on_the_screen_with_the_reason(kiosk: SettingsKiosk) -> None:
    wait_until(lambda: not kiosk.page._pending)
    kiosk.library.write_text("a file stands where the library should be")
    kiosk.page.makePin()
    before = kiosk.area.new_pin.message
    kiosk.area.new_pin.keep()
    wait_until(lambda: not kiosk.area.new_pin.isSaving)
    assert (kiosk.area.page, len(kiosk.area.new_pin.digits)) == ("keep", len("482 915"))
    assert kiosk.area.new_pin.message not in ("", before)


def test_after_the_area_has_closed_a_new_pin_cannot_be_made(kiosk: SettingsKiosk) -> None:
    kiosk.area.leave()
    kiosk.page.makePin()
    assert (kiosk.area.page, kiosk.area.new_pin.digits) == ("pin", " ")
