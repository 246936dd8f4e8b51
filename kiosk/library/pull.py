"""Brings what is newer on a share into the library: first copied here without any lock, then installed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.clock import Clock
from kiosk.errors import KioskError
from kiosk.library.alone import alone, clear
from kiosk.library.fetch import fetch
from kiosk.library.install import RESERVE, Installation, install
from kiosk.library.look import Look, look, newest_wanted
from kiosk.library.places import Places
from kiosk.library.progress import Progress, Report, unheard
from kiosk.sources.deadline import Deadline
from kiosk.sources.failures import of_share
from kiosk.store.failures import storage

INCOMING = "pack.kpack"


@dataclass(frozen=True, slots=True)
class Pulled:
    """What was on the share, which places in it are new here, what is installed now, what failed and why."""

    look: Look
    wanted: tuple[int, ...]
    installed: tuple[Installation, ...] = ()
    failed: tuple[tuple[Path, KioskError], ...] = ()


def pull(
    folder: Path,
    share: Path,
    expired: Callable[[KioskError], object],
    *,
    only_look: bool = False,
    corner: str = "",
    clock: Clock | None = None,
    report: Report = unheard,
    reserve: int = RESERVE,
) -> Pulled:
    """Install the newest pack of each publisher on `share` that was never accepted here, unless `only_look`.

    Another thread calls `expired` with 'sources.slow' when the share gives less than `Deadline` allows: it
    has to end this process. Raises the KioskErrors of `look` and 'sources.stuck' while another process still
    waits for a share; if all that was to be installed failed, the first KioskError of `fetch` or `install`.
    """
    places = Places(folder.absolute())

    def give_up() -> None:
        clear(places.incoming)
        expired(KioskError("sources.slow", path=share))

    deadline = Deadline(give_up)

    def hear(progress: Progress) -> None:
        deadline.answered()
        report(progress)

    with storage(), alone(places.incoming):
        with deadline:
            found = look(folder, share, share=True, corner=corner, clock=clock, report=hear)
        installed, failed = [], []
        wanted = [place for place in newest_wanted(found.offers) if not found.offers[place].accepted]
        for offer in [] if only_look else [found.offers[place] for place in wanted]:
            file = places.incoming / INCOMING
            try:
                with deadline:
                    fetch(offer.file, file, deadline, report, reserve)
                done = install(folder, file, corner=corner, clock=clock, report=report, reserve=reserve)
                installed.append(done)
            except KioskError as error:
                failed.append((offer.file, of_share(error, offer.file)))
            finally:
                file.unlink(missing_ok=True)
    if failed and not installed:
        raise failed[0][1]
    return Pulled(found, tuple(wanted), tuple(installed), tuple(failed))
