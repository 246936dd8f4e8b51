"""Verifies a pack against the last pack that the library accepted from the same publisher."""

from pathlib import Path

from kiosk.base.durable_files import copy_tree, remove_path
from kiosk.base.errors import KioskError
from kiosk.packs import verification
from kiosk.packs.pack_file import Pack
from kiosk.packs.targets import PackContents
from kiosk.store.records import TrustedPack


def verify_against_last(
    pack: Pack,
    root: bytes,
    last: TrustedPack | None,
    last_metadata: Path,
    new_metadata: Path,
    now: int,
    corner: str,
) -> PackContents:
    """Return the contents of a pack that is valid at the time `now`; KioskErrors of `packs.verification`.

    `last` is the newest accepted pack of its publisher (None: there is none), with its metadata in the folder
    `last_metadata`. The metadata to keep is written to `new_metadata`, which must not exist yet. If the
    metadata in `last_metadata` is damaged, the numbers in `last` still reject older packs, and newer ones
    signed by keys that have been revoked since.
    """
    if last is None:
        return verification.verify_pack(pack, root, new_metadata, now, corner)
    if (last_metadata / "timestamp.json").is_file():
        try:
            copy_tree(last_metadata, new_metadata)
            return verification.verify_pack(pack, root, new_metadata, now, corner)
        except KioskError as error:
            if error.code != "packs.trust_damaged":
                raise
    remove_path(new_metadata)
    contents = verification.verify_pack(pack, root, new_metadata, now, corner)
    if contents.version < last.version:
        raise KioskError("packs.older", installed=last.version, offered=contents.version)
    if contents.root < last.root:
        raise KioskError("packs.not_signed")
    return contents
