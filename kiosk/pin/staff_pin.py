"""Creates, checks and unlocks the staff PIN of a library; only its hash is stored."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kiosk.base import uptime
from kiosk.base.errors import KioskError
from kiosk.base.uptime import UptimeReading
from kiosk.pin import pin_hash
from kiosk.pin.lockout import MISSING, NEVER_SET, PinStatus, pin_status
from kiosk.pin.pin_format import generate_pin, is_strong
from kiosk.store.pin_store import PinStore
from kiosk.store.state_file import FILE_NAME, StateDamaged
from kiosk.store.storage_errors import storage_errors

UptimeClock = Callable[[], UptimeReading]


def create(folder: Path) -> str:
    """Create and return a new PIN for the library in `folder`; replaces an earlier PIN.

    Raises, as all functions here do, `KioskError` 'library.storage', 'library.full' and
    'library.newer_program'; 'library.busy' if the state must be rebuilt during an installation; and
    'pin.no_library' when nothing of a library is in `folder`.
    """
    if not _has_library(folder):
        raise KioskError("pin.no_library", folder=folder)
    pin = generate_pin()
    set_pin(folder, pin)
    return pin


def set_pin(folder: Path, pin: str, only_first: bool = False) -> bool:
    """Store a PIN that staff have written down; False if `only_first` and there is or was one.

    The library need not exist. `KioskError` 'pin.weak' for anything but six digits that are hard to guess.
    """
    if not is_strong(pin):
        raise KioskError("pin.weak")
    with closing(_open_or_create_pin_store(folder)) as pins:
        return pins.set_pin(pin_hash.hash_pin(pin), only_first)


def check(folder: Path, pin: str, clock: UptimeClock = uptime.read_uptime) -> PinStatus:
    """Check a PIN and count the try.

    The try is stored as a wrong one before the PIN is compared, so that killing the program or a power cut
    gives no free try; a right PIN then resets the count to 0. During a wait or when the PIN is locked, it is
    not compared and the try is not counted. `KioskError` 'pin.not_counted' when a try cannot be stored.
    """
    with _uncounted_errors(), _open_pin_store(folder) as pins:
        if pins is None:
            return _without_state(folder)
        with pins.transaction():
            now = clock()
            status_before = pin_status(pins.read(), now)
            if status_before.is_blocked:
                return status_before
            record = pins.record_wrong_try(*now)
        if not pin_hash.matches(pin, record.pin_hash):
            return pin_status(record, now)
        pins.reset_wrong_tries(record.pin_hash)
    return PinStatus(right=True)


def status(folder: Path, clock: UptimeClock = uptime.read_uptime) -> PinStatus:
    """Return whether the PIN may be tried now, without counting a try; `KioskError` 'pin.not_counted'."""
    with _uncounted_errors(), _open_pin_store(folder) as pins:
        return pin_status(pins.read(), clock()) if pins else _without_state(folder)


def unlock(folder: Path) -> None:
    """Reset the wrong tries, so that the PIN can be tried at once; `KioskError` 'pin.missing'."""
    with _open_pin_store(folder) as pins:
        record = pins.read() if pins else None
        if pins is None or record is None or not record.is_set:
            raise KioskError("pin.missing")
        pins.reset_wrong_tries(record.pin_hash)


def _has_library(folder: Path) -> bool:
    """Whether there is anything of a library in `folder`."""
    try:
        return any(folder.iterdir())
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _without_state(folder: Path) -> PinStatus:
    """The status without a valid state: where nothing was ever installed no PIN was set, else it was lost."""
    from kiosk.library.library_paths import LibraryPaths
    from kiosk.store.database_file import quarantine_path

    paths = LibraryPaths(folder)
    traces = (paths.state, quarantine_path(paths.state), paths.generations)
    return MISSING if any(path.exists() for path in traces) else NEVER_SET


@contextmanager
def _uncounted_errors() -> Iterator[None]:
    """Turn failures of the disk into one sentence: a PIN whose tries cannot be counted is not checked."""
    try:
        yield
    except KioskError as error:
        if error.code not in ("library.storage", "library.full"):
            raise
        raise KioskError("pin.not_counted") from error


@contextmanager
def _open_pin_store(folder: Path) -> Iterator[PinStore | None]:
    """Open the PIN store in the state; None if there is no valid state."""
    try:
        pins = PinStore(folder / FILE_NAME)
    except StateDamaged:
        yield None
        return
    with closing(pins):
        yield pins


def _open_or_create_pin_store(folder: Path) -> PinStore:
    """Open the PIN store in the state; create or rebuild the state first if there is no valid one."""
    try:
        return PinStore(folder / FILE_NAME)
    except StateDamaged:
        # not imported at module level: checking a PIN does not need them
        from kiosk.library.library_paths import LibraryPaths
        from kiosk.library.recovery import open_state_locked
        from kiosk.store.writer_lock import hold_writer_lock
    with storage_errors():
        folder.mkdir(parents=True, exist_ok=True)
    with hold_writer_lock(folder):
        open_state_locked(LibraryPaths(folder.absolute())).close()
    return PinStore(folder / FILE_NAME)
