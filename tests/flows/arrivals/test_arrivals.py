"""A programme arrives, in every way, through the window to its end: what staff read, what visitors see."""

import gc
import json
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from kiosk.base.paths import resources
from kiosk.viewmodels.background import child_process
from kiosk.viewmodels.background.share_poller import Look
from kiosk.viewmodels.session import Session
from tests.faulty_share import FaultyShare
from tests.flows.arrivals.kiosk import ArrivalKiosk
from tests.flows.arrivals.table import OUTCOMES, STANDINGS, WAYS, Cell, cells, expected_end, is_short
from tests.librarian import Librarian, librarian
from tests.mounts import mounted_tmpfs
from tests.screen_kit import find, is_enabled, run_cli, texts, wait_until

SMALL_DISK = "size=64m"
"""Less than what an installation leaves free."""
READING = ("fetch", "copy")
"""The steps in which a pack is read from its source."""


@pytest.fixture(autouse=True)
def short_delay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child_process, "CANCEL_DELAY", 300)


class Arrival:
    """One arrival being driven; `staff` is at the kiosk, `source` the stick or share."""

    def __init__(self, cell: Cell, staff: Librarian, source: FaultyShare) -> None:
        self.cell, self.staff, self.source = cell, staff, source

    def run(self) -> None:
        """Do what this cell is about, until it has ended."""
        self.staff.open()
        if self.cell.way == "stick":
            self.staff.plug_in(self.source.folder)
        else:
            wait_until(lambda: self.poller.look is not Look.NEVER and not self.poller.is_polling)
        if self.cell.way == "automatic":
            self._arrive_by_itself()
        else:
            self._arrive_by_hand()

    @property
    def poller(self):  # type: ignore[no-untyped-def]
        share = self.staff.background.share
        assert share
        return share

    def _arrive_by_hand(self) -> None:
        states = ("preview", "offers", "trouble", "empty")
        wait_until(lambda: self.staff.packs._state() in states, lambda: texts(self.staff.shown))
        if self.staff.packs._state() != "preview":
            return
        outcome = self.cell.outcome
        self.source.set_mode(
            {"cancelled-early": "hang-read", "ok": "sound", "twice": "sound"}.get(outcome, "slow")
        )
        self.staff.tap("install")
        if outcome == "cancelled-early":
            self.staff.tap("cancel")
        elif outcome in ("cancelled-late", "vanished"):
            job = self.staff.background.job
            wait_until(lambda: job.step in READING or not job.is_running)
            self.source.set_mode("hang-read")
            if outcome == "vanished":
                self.source.set_mode("ENOTCONN" if self.cell.way == "share" else "ENODEV")
            else:
                self.staff.tap("cancel")
        self.staff.wait_for_outcome()
        self.source.set_mode("sound") if outcome != "vanished" else None
        if outcome == "twice":
            self.staff.tap("fine")
            wait_until(lambda: self.staff.packs._state() in ("offers", "empty"))
            self._wait_for_share()

    def _arrive_by_itself(self) -> None:
        """The share was empty at the first look; now the pack is there."""
        if self.cell.outcome == "vanished":
            self.source.set_mode("slow")
        reading: list[object] = []
        self.staff.tap("look-now")
        if self.cell.outcome == "vanished":
            self.poller._child.progressed.connect(reading.append)
            wait_until(lambda: reading or not self.poller.is_polling)
            self.source.set_mode("ENOTCONN")
        self._wait_for_share()
        if self.cell.outcome == "twice":
            self.staff.tap("look-now")
            self._wait_for_share()
        self.staff.wait_for_outcome()

    def _wait_for_share(self) -> None:
        if self.cell.way != "stick":
            wait_until(lambda: not self.poller.is_polling)


@contextmanager
def arriving(cell: Cell, folder: Path) -> Iterator[tuple[Arrival, ArrivalKiosk]]:
    """The kiosk of a cell, with staff at its packs page."""
    with ExitStack() as stack:
        disk = folder / "disk"
        if cell.outcome == "full":
            stack.enter_context(mounted_tmpfs(disk, SMALL_DISK))
        source = stack.enter_context(FaultyShare(folder / "source"))
        kiosk = ArrivalKiosk(cell, disk, source)
        run_cli("pin", "new", "--library", kiosk.kit.folder)
        settings = folder / "kiosk.toml"
        share = source.folder / "gone" if cell.outcome == "offline" else source.folder
        install = "automatic" if cell.way == "automatic" else "ask"
        line = "" if cell.way == "stick" else f'share = "{share}"\nshare_install = "{install}"\n'
        settings.write_text(f'language = "en"\n{line}', "utf-8")
        pack = source.source / "arriving.kpack"
        if cell.way == "automatic":
            pack.rename(pack.with_suffix(".later"))
        sessions: list[Session] = []
        stack.callback(end_lease, sessions)
        staff = stack.enter_context(librarian(kiosk.kit.folder, at=None, settings=settings))
        sessions.append(staff.shown.shell.session)
        arrival = Arrival(cell, staff, source)
        if cell.way == "automatic":
            wait_until(lambda: arrival.poller.look is Look.ANSWERED and not arrival.poller.is_polling)
            pack.with_suffix(".later").rename(pack)
        yield arrival, kiosk


def end_lease(sessions: list[Session]) -> None:
    """End the screen's lease on a generation, so that its disk can be unmounted."""
    for session in sessions:
        session.programme = None
    gc.collect()


def sentence_start(code: str) -> str:
    """The longest part of an English sentence without placeholders."""
    domain, _, name = code.partition(".")
    sentences = json.loads((resources() / "i18n/en" / f"{domain}.json").read_text("utf-8"))
    return max(re.split(r"\{\w+\}", sentences[name]), key=len)


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param(cell, id="-".join(cell), marks=() if is_short(cell) else pytest.mark.campaign)
        for cell in cells()
    ],
)
def test_k01_a_programme_arrives(cell: Cell, tmp_path: Path) -> None:
    end = expected_end(cell)
    with arriving(cell, tmp_path) as (arrival, kiosk):
        arrival.run()
        shown = texts(arrival.staff.shown)
        wanted = [sentence_start(code) for code in end.codes] if end.codes else [end.sentence]
        assert any(part in text for part in wanted for text in shown), f"{wanted} not in {shown}"
        versions = kiosk.after if end.sees_new else kiosk.before
        wait_until(
            lambda: sorted(arrival.staff.shown_versions) == sorted(versions),
            lambda: arrival.staff.shown_versions,
        )
        assert sorted(kiosk.on_disk) == sorted(versions)
        # what a killed process leaves is removed as soon as it has ended and somebody opens the library
        wait_until(lambda: kiosk.damaged == () and kiosk.leftovers == [], lambda: kiosk.leftovers)
        assert is_enabled(find(arrival.staff.shown, "leave"))


def test_the_table_is_whole() -> None:
    """Each way has each outcome or says why not, and the short form tries all that are possible."""
    short = [cell for cell in cells() if is_short(cell)]
    assert {(cell.way, cell.outcome) for cell in short} == {(cell.way, cell.outcome) for cell in cells()}
    assert {(cell.way, cell.standing) for cell in cells()} == {
        (way, standing)
        for way in WAYS
        for standing in STANDINGS
        if (way, standing) != ("automatic", "repair")
    }
    assert {cell.outcome for cell in cells()} == set(OUTCOMES)
