"""Brings what is newer on a share into the library: first copied here without any lock, then installed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.base.clock import Clock
from kiosk.base.errors import KioskError
from kiosk.base.progress import Progress, ProgressCallback, ignore_progress
from kiosk.delivery.copy_from_share import fetch
from kiosk.delivery.scan import Look, look, newest_wanted
from kiosk.delivery.share_reader import Expired, incoming, patience
from kiosk.library.install import RESERVE, Installation, install
from kiosk.sources.source_errors import share_error
from kiosk.store.storage_errors import storage_errors

NAME = "pack.kpack"


@dataclass(frozen=True, slots=True)
class Pulled:
    """What was on the share, which places in it are new here, what is installed now, what failed and why."""

    look: Look
    wanted: tuple[int, ...]
    installed: tuple[Installation, ...] = ()
    failed: tuple[tuple[Path, KioskError], ...] = ()


Ended = Callable[[Path, Installation | KioskError], object]
"""Hears how it ended with each file that was to be installed, while the share may still be waited for."""


def unheeded(_: Path, __: Installation | KioskError) -> None:
    """Nobody wants to hear of it."""


def pull(
    folder: Path,
    share: Path,
    expired: Expired,
    *,
    ended: Ended = unheeded,
    only_look: bool = False,
    corner: str = "",
    clock: Clock | None = None,
    report: ProgressCallback = ignore_progress,
    reserve: int = RESERVE,
) -> Pulled:
    """Install the newest pack of each publisher on `share` that was never accepted here, unless `only_look`.

    Raises the KioskErrors of `look` and `incoming`; if all that was to be installed failed, the first one of
    `fetch` or `install`.
    """
    with storage_errors(), incoming(folder) as place:
        deadline = patience(place, share, expired)

        def hear(progress: Progress) -> None:
            deadline.answered()
            report(progress)

        with deadline:
            found = look(folder, share, share=True, corner=corner, clock=clock, report=hear)
        installed, failed = [], []
        wanted = [one for one in newest_wanted(found.offers) if not found.offers[one].accepted]
        for offer in [] if only_look else [found.offers[one] for one in wanted]:
            file = place / NAME
            try:
                with deadline:
                    fetch(offer.file, file, deadline, report, reserve)
                done = install(folder, file, corner=corner, clock=clock, report=report, reserve=reserve)
                installed.append(done)
                with deadline:
                    ended(offer.file, done)
            except KioskError as error:
                failed.append((offer.file, share_error(error, offer.file, was_whole=True)))
                with deadline:
                    ended(*failed[-1])
            finally:
                file.unlink(missing_ok=True)
    if failed and not installed:
        raise failed[0][1]
    return Pulled(found, tuple(wanted), tuple(installed), tuple(failed))
