"""Whether a library may believe a pack, with what it remembers of that publisher."""

from pathlib import Path

from kiosk.errors import KioskError
from kiosk.library.disk import copy_plain, remove
from kiosk.packs import trust
from kiosk.packs.contents import Contents
from kiosk.packs.pack import Pack
from kiosk.store.records import Trusted


def verified(
    pack: Pack, root: bytes, last: Trusted | None, accepted: Path, tuf: Path, now: int, corner: str
) -> Contents:
    """What the pack holds, if it may be believed at the time `now`; KioskErrors of `trust.verify`.

    `last` is the newest pack accepted of its publisher (None: there is none), with its metadata in the folder
    `accepted`. `tuf`, which must not exist yet, then holds what to remember. When what was accepted last is
    damaged, the numbers beside it still keep out older packs, and newer ones signed by keys revoked since.
    """
    if last is None:
        return trust.verify(pack, root, tuf, now, corner)
    if (accepted / "timestamp.json").is_file():
        try:
            copy_plain(accepted, tuf)
            return trust.verify(pack, root, tuf, now, corner)
        except KioskError as error:
            if error.code != "packs.trust_damaged":
                raise
    remove(tuf)
    found = trust.verify(pack, root, tuf, now, corner)
    if found.version < last.version:
        raise KioskError("packs.older", installed=last.version, offered=found.version)
    if found.root < last.root:
        raise KioskError("packs.not_signed")
    return found
