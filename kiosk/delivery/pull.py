"""Pulls newer packs from a share: copies each one without a lock, then installs it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.base import cancellation
from kiosk.base.cancellation import Cancelled
from kiosk.base.clock import Clock
from kiosk.base.errors import KioskError
from kiosk.base.progress import Progress, ProgressCallback, ignore_progress
from kiosk.delivery.copy_from_share import copy_from_share
from kiosk.delivery.scan import ScanResult, newest_per_publisher, scan_source
from kiosk.delivery.share_access import OnShareTimeout, lock_incoming, share_deadline
from kiosk.library.install import RESERVE_BYTES, Installation, install
from kiosk.sources.source_errors import share_error
from kiosk.store.storage_errors import storage_errors

INCOMING_NAME = "pack.kpack"


@dataclass(frozen=True, slots=True)
class PullResult:
    """The scan of the share, the indices of the wanted packs, the installations, the failed files.

    The publishers of packs `waiting` ask for more rights than staff have granted; some are wanted, some
    refused.
    """

    scan: ScanResult
    wanted: tuple[int, ...]
    installed: tuple[Installation, ...] = ()
    failed: tuple[tuple[Path, KioskError], ...] = ()
    waiting: tuple[int, ...] = ()


OnPackDone = Callable[[Path, Installation | KioskError], object]
"""Called with the outcome for each wanted file, while the deadline for the share is running."""


def ignore_outcome(_: Path, __: Installation | KioskError) -> None:
    """Do nothing."""


def pull(
    folder: Path,
    share: Path,
    on_timeout: OnShareTimeout,
    *,
    on_pack_done: OnPackDone = ignore_outcome,
    scan_only: bool = False,
    only: Path | None = None,
    corner: str = "",
    clock: Clock | None = None,
    report: ProgressCallback = ignore_progress,
    reserve: int = RESERVE_BYTES,
) -> PullResult:
    """Install the newest pack of each publisher on `share` that was never accepted here, unless `scan_only`.

    A pack whose publisher asks for more rights waits for staff. `only`: install that file alone, which staff
    have chosen and which does not wait. Raises the KioskErrors of `scan_source` and `lock_incoming`,
    'sources.share_gone' when the chosen file is not there; if every wanted pack failed, the first error of
    `copy_from_share` or `install`. A request to end is raised only when none is installed; the other packs
    are left for the next time.
    """
    with storage_errors(), lock_incoming(folder) as incoming:
        deadline = share_deadline(incoming, share, on_timeout)

        def report_and_extend(progress: Progress) -> None:
            deadline.count_response()
            report(progress)

        with deadline:
            scan = scan_source(
                folder, share, share=True, corner=corner, clock=clock, report=report_and_extend
            )
        installed: list[Installation] = []
        failed: list[tuple[Path, KioskError]] = []
        wanted = _find_wanted(scan, only)
        waiting = [] if only else _find_waiting(scan, wanted)
        for scanned in [] if scan_only else [scan.packs[index] for index in wanted if index not in waiting]:
            if installed and cancellation.is_requested():
                break
            file = incoming / INCOMING_NAME
            try:
                with deadline:
                    copy_from_share(scanned.file, file, deadline, report, reserve)
                installation = install(
                    folder,
                    file,
                    corner=corner,
                    clock=clock,
                    report=report,
                    reserve=reserve,
                    unattended=only is None,
                )
                installed.append(installation)
                with deadline:
                    on_pack_done(scanned.file, installation)
            except KioskError as error:
                failed.append((scanned.file, share_error(error, scanned.file, was_whole=True)))
                with deadline:
                    on_pack_done(*failed[-1])
            except Cancelled:
                if not installed:
                    raise
            finally:
                file.unlink(missing_ok=True)
    if failed and not installed:
        raise failed[0][1]
    return PullResult(scan, tuple(wanted), tuple(installed), tuple(failed), tuple(waiting))


def _find_waiting(scan: ScanResult, wanted: list[int]) -> list[int]:
    """The indices of the packs that staff have to decide about, wanted or refused."""
    return [
        index
        for index, scanned in enumerate(scan.packs)
        if scanned.request and (index in wanted or scanned.standing == "refused")
    ]


def _find_wanted(scan: ScanResult, only: Path | None) -> list[int]:
    """The indices of the packs to install, see `pull`."""
    if only is None:
        newest = newest_per_publisher(scan.packs)
        return [index for index in newest if not scan.packs[index].already_accepted]
    chosen = [index for index, scanned in enumerate(scan.packs) if scanned.file == only]
    if not chosen:
        raise KioskError("sources.share_gone", path=only)
    return chosen
