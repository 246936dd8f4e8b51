"""Checks a pack file as a kiosk does, except whether the publisher is known and trusted."""

import tempfile
from pathlib import Path

from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.base.safe_open import read_regular_file
from kiosk.packs import zip_layout
from kiosk.packs.media import check_media
from kiosk.packs.pack_file import Pack
from kiosk.packs.targets import PackContents
from kiosk.packs.verification import verify_pack
from kiosk.rules.check_database import check_database
from kiosk.rules.check_rights import check_rights


def inspect_pack(path: Path) -> PackContents:
    """The contents of the pack, verified by its own first root metadata at the time it was signed.

    Uses the kiosk's own code; nothing of the file is left on disk. Raises the KioskErrors of Pack,
    `verify_pack`, `check_database`, `check_rights` and `check_media`.
    """
    with Pack(path) as pack, tempfile.TemporaryDirectory() as folder:
        manifest = pack.unverified_contents().manifest
        root = pack.metadata("1.root.json", limits.ROOT_BYTES)
        if root is None or not manifest.corners:
            raise KioskError("packs.mixed")
        state, claim = Path(folder) / "tuf", pack.unverified_publisher()
        contents = verify_pack(pack, root, state, manifest.signed_at, manifest.corners[0], claim)
        files = Path(folder) / "files"
        media = {target.name for target in contents.targets} - {zip_layout.DATABASE}
        for target in contents.targets:
            pack.copy_target(target, files)
        database = read_regular_file(files / zip_layout.DATABASE)
        check_database(database, contents.manifest.hosts, media)
        rights = contents.publisher
        check_rights(database, rights.name, rights.themes, rights.venues)
        for name in sorted(media):
            check_media(files / name, name)
    return contents
