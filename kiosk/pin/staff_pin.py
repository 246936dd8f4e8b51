"""The staff PIN of a library: made, tried and unlocked. Only its hash is kept."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kiosk.base import uptime
from kiosk.base.errors import KioskError
from kiosk.base.uptime import UptimeReading
from kiosk.pin import pin_hash
from kiosk.pin.lockout import MISSING, PinStatus, pin_status
from kiosk.store.pin_store import PinStore
from kiosk.store.state_file import FILE_NAME, StateDamaged
from kiosk.store.storage_errors import storage_errors

UptimeClock = Callable[[], UptimeReading]


def make(folder: Path) -> str:
    """A new PIN for the library in `folder`, which need not exist; one made before is right no more.

    Raises, as all functions here do, `KioskError` 'library.storage', 'library.full' and
    'library.newer_program'; and 'library.busy' when the state needs mending during an installation.
    """
    with closing(_open_or_create_pins(folder)) as pins:
        pin = pin_hash.generate_pin()
        pins.set_pin(pin_hash.hash_pin(pin), only_first=False)
    return pin


def make_first(folder: Path) -> str | None:
    """Like `make` for a library that never had a PIN; None when it has one, or has lost it with its state."""
    with closing(_open_or_create_pins(folder)) as pins:
        entry = pins.read()
        if entry is None or entry.is_set:
            return None
        pin = pin_hash.generate_pin()
        return pin if pins.set_pin(pin_hash.hash_pin(pin), only_first=True) else None


def check(folder: Path, pin: str, watch: UptimeClock = uptime.read_uptime) -> PinStatus:
    """Try a PIN.

    The try is on the disk as a wrong one before the PIN is looked at, so that killing the program or pulling
    the plug gains nothing; a right one then sets the count to 0. Too soon after a wrong try, and after too
    many, the PIN is not looked at and nothing is counted.
    """
    with _open_pins(folder) as pins:
        if pins is None:
            return MISSING
        with pins.transaction():
            now = watch()
            before = pin_status(pins.read(), now)
            if before.is_blocked:
                return before
            entry = pins.record_wrong_try(*now)
        if not pin_hash.matches(pin, entry.pin_hash):
            return pin_status(entry, now)
        pins.reset_wrong_tries(entry.pin_hash)
    return PinStatus(right=True)


def status(folder: Path, watch: UptimeClock = uptime.read_uptime) -> PinStatus:
    """Whether the PIN may be tried now; nothing is counted."""
    with _open_pins(folder) as pins:
        return pin_status(pins.read(), watch()) if pins else MISSING


def unlock(folder: Path) -> None:
    """Let the PIN be tried again at once, however often it was wrong; `KioskError` 'pin.missing'."""
    with _open_pins(folder) as pins:
        entry = pins.read() if pins else None
        if pins is None or entry is None or not entry.is_set:
            raise KioskError("pin.missing")
        pins.reset_wrong_tries(entry.pin_hash)


@contextmanager
def _open_pins(folder: Path) -> Iterator[PinStore | None]:
    """The PIN's place in the state; None when there is no sound state."""
    try:
        pins = PinStore(folder / FILE_NAME)
    except StateDamaged:
        yield None
        return
    with closing(pins):
        yield pins


def _open_or_create_pins(folder: Path) -> PinStore:
    """The PIN's place in the state, which is made or mended first where there is no sound one."""
    try:
        return PinStore(folder / FILE_NAME)
    except StateDamaged:
        # a try of the PIN does not wait for these
        from kiosk.library.library_paths import LibraryPaths
        from kiosk.library.recovery import open_locked
        from kiosk.store.writer_lock import hold_writer_lock
    with storage_errors():
        folder.mkdir(parents=True, exist_ok=True)
    with hold_writer_lock(folder):
        open_locked(LibraryPaths(folder.absolute())).close()
    return PinStore(folder / FILE_NAME)
