"""The outcome of an install, rollback or pull, as recorded in a receipt."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.base.cancellation import Cancelled
from kiosk.base.errors import KioskError
from kiosk.i18n.translator import translator
from kiosk.library.install import Installation
from kiosk.receipts.receipt import Result
from kiosk.store.records import InstalledPack


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to install `file`, or to roll back (None); where `pack` is None it is read from the file."""

    result: Result
    file: Path | None = None
    pack: InstalledPack | None = None
    code: str = ""
    reason: str = ""


def successful_attempt(file: Path | None, done: Installation | Result) -> Attempt:
    """The attempt that ended with an installation, or with the result of a rollback."""
    if isinstance(done, Result):
        return Attempt(done)
    return Attempt(Result.ALREADY if done.already_shown else Result.INSTALLED, file, done.pack)


def failed_attempt(file: Path | None, error: BaseException) -> Attempt:
    """The attempt that ended with `error`; of a path only the file name is kept, as it may name a person."""
    match error:
        case KioskError():
            if "path" in error.detail:
                error = error.with_detail(path=Path(str(error.detail["path"])).name)
            result = Result.REFUSED if _is_about_pack(error.code) else Result.FAILED
            return Attempt(result, file, None, error.code, translator("en").error(error))
        case Cancelled():
            return Attempt(Result.CANCELLED, file)
    return Attempt(Result.FAILED, file, None, "bug", type(error).__name__)


def _is_about_pack(code: str) -> bool:
    """Whether an error code is about the pack, and not about this machine or the stick."""
    if code in ("packs.no_file", "packs.unreadable"):
        return False
    return code.startswith("packs.") or code == "library.content"
