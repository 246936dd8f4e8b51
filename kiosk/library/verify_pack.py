"""Whether a library may believe a pack, with what it remembers of that publisher."""

from pathlib import Path

from kiosk.base.durable_files import copy_tree, remove_path
from kiosk.base.errors import KioskError
from kiosk.packs import verification
from kiosk.packs.pack_file import Pack
from kiosk.packs.targets import PackContents
from kiosk.store.records import TrustedPack


def verify_pack(
    pack: Pack, root: bytes, last: TrustedPack | None, accepted: Path, tuf: Path, now: int, corner: str
) -> PackContents:
    """What the pack holds, if it may be believed at the time `now`; KioskErrors of `trust.verify`.

    `last` is the newest pack accepted of its publisher (None: there is none), with its metadata in the folder
    `accepted`. `tuf`, which must not exist yet, then holds what to remember. When what was accepted last is
    damaged, the numbers beside it still keep out older packs, and newer ones signed by keys revoked since.
    """
    if last is None:
        return verification.verify_pack(pack, root, tuf, now, corner)
    if (accepted / "timestamp.json").is_file():
        try:
            copy_tree(accepted, tuf)
            return verification.verify_pack(pack, root, tuf, now, corner)
        except KioskError as error:
            if error.code != "packs.trust_damaged":
                raise
    remove_path(tuf)
    found = verification.verify_pack(pack, root, tuf, now, corner)
    if found.version < last.version:
        raise KioskError("packs.older", installed=last.version, offered=found.version)
    if found.root < last.root:
        raise KioskError("packs.not_signed")
    return found
