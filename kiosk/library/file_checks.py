"""Checks one file of a pack before it is shown; used by installation and preview."""

from pathlib import Path

from kiosk.packs import zip_layout
from kiosk.packs.media import check_media
from kiosk.packs.targets import PackContents, Target
from kiosk.rules.check_database import check_database
from kiosk.rules.check_manifest import check_manifest
from kiosk.store.publisher_rights import check_rights


def check_file(file: Path, target: Target, contents: PackContents) -> None:
    """Check `file`, which is the `target` of a pack with `contents`.

    Raises the KioskErrors of `check_database`, `check_manifest` and `check_rights` for the database, those of
    `check_media` for media.
    """
    if target.name != zip_layout.DATABASE:
        check_media(file, target.name)
        return
    database, publisher = file.read_bytes(), contents.publisher
    check_database(
        database, contents.manifest.hosts, {each.name for each in contents.targets} - {zip_layout.DATABASE}
    )
    check_manifest(contents.manifest, database)
    check_rights(database, publisher.name, publisher.themes, publisher.venues)
