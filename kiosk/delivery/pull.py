"""Brings what is newer on a share into the library: first copied here without any lock, then installed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.base.clock import Clock
from kiosk.base.errors import KioskError
from kiosk.base.progress import Progress, ProgressCallback, ignore_progress
from kiosk.delivery.copy_from_share import copy_from_share
from kiosk.delivery.scan import ScanResult, newest_per_publisher, scan_source
from kiosk.delivery.share_access import OnShareTimeout, lock_incoming, share_deadline
from kiosk.library.install import RESERVE, Installation, install
from kiosk.sources.source_errors import share_error
from kiosk.store.storage_errors import storage_errors

INCOMING_NAME = "pack.kpack"


@dataclass(frozen=True, slots=True)
class PullResult:
    """What was on the share, which places in it are new here, what is installed now, what failed and why."""

    scan: ScanResult
    wanted: tuple[int, ...]
    installed: tuple[Installation, ...] = ()
    failed: tuple[tuple[Path, KioskError], ...] = ()


OnPackDone = Callable[[Path, Installation | KioskError], object]
"""Hears how it ended with each file that was to be installed, while the share may still be waited for."""


def ignore_outcome(_: Path, __: Installation | KioskError) -> None:
    """Nobody wants to hear of it."""


def pull(
    folder: Path,
    share: Path,
    expired: OnShareTimeout,
    *,
    on_pack_done: OnPackDone = ignore_outcome,
    scan_only: bool = False,
    corner: str = "",
    clock: Clock | None = None,
    report: ProgressCallback = ignore_progress,
    reserve: int = RESERVE,
) -> PullResult:
    """Install the newest pack of each publisher on `share` that was never accepted here, unless `scan_only`.

    Raises the KioskErrors of `look` and `incoming`; if all that was to be installed failed, the first one of
    `fetch` or `install`.
    """
    with storage_errors(), lock_incoming(folder) as place:
        deadline = share_deadline(place, share, expired)

        def hear(progress: Progress) -> None:
            deadline.count_response()
            report(progress)

        with deadline:
            found = scan_source(folder, share, share=True, corner=corner, clock=clock, report=hear)
        installed, failed = [], []
        wanted = [one for one in newest_per_publisher(found.packs) if not found.packs[one].accepted]
        for offer in [] if scan_only else [found.packs[one] for one in wanted]:
            file = place / INCOMING_NAME
            try:
                with deadline:
                    copy_from_share(offer.file, file, deadline, report, reserve)
                done = install(folder, file, corner=corner, clock=clock, report=report, reserve=reserve)
                installed.append(done)
                with deadline:
                    on_pack_done(offer.file, done)
            except KioskError as error:
                failed.append((offer.file, share_error(error, offer.file, was_whole=True)))
                with deadline:
                    on_pack_done(*failed[-1])
            finally:
                file.unlink(missing_ok=True)
    if failed and not installed:
        raise failed[0][1]
    return PullResult(found, tuple(wanted), tuple(installed), tuple(failed))
