"""What was tried with the library, and how it ended, as a receipt tells it."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.i18n.translator import translator
from kiosk.library.install import Installation
from kiosk.receipts.receipt import Result
from kiosk.store.records import Generation, InstalledPack


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was tried with a file, or with none, and how it ended; without a `pack`, the file is asked."""

    result: Result
    file: Path | None = None
    pack: InstalledPack | None = None
    code: str = ""
    reason: str = ""


def successful_attempt(file: Path | None, done: Installation | Generation) -> Attempt:
    """A try that ended well: an installation, or the way back to a generation."""
    if isinstance(done, Generation):
        return Attempt(Result.ROLLED_BACK)
    return Attempt(Result.ALREADY if done.already_shown else Result.INSTALLED, file, done.pack)


def failed_attempt(file: Path | None, error: BaseException) -> Attempt:
    """A try that ended with `error`; of a path only the file's name is told, as it may hold a person's."""
    match error:
        case KioskError():
            named = {
                name: Path(str(value)).name if name == "path" else value
                for name, value in error.detail.items()
            }
            result = Result.REFUSED if _is_about_pack(error.code) else Result.FAILED
            return Attempt(result, file, None, error.code, translator("en").text(error.code, **named))
        case KeyboardInterrupt():
            return Attempt(Result.CANCELLED, file)
    return Attempt(Result.FAILED, file, None, "bug", type(error).__name__)


def _is_about_pack(code: str) -> bool:
    """Whether it says something about the pack, and not about this machine or the stick."""
    if code in ("packs.no_file", "packs.unreadable"):
        return False
    return code.startswith("packs.") or code == "library.content"
