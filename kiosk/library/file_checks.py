"""Checks one file of a pack before it is shown; used by installation and preview."""

from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.base.safe_open import read_regular_file
from kiosk.packs import zip_layout
from kiosk.packs.media import check_media
from kiosk.packs.targets import PackContents, Target
from kiosk.rules.check_database import check_database
from kiosk.rules.check_manifest import check_manifest
from kiosk.rules.check_rights import check_rights, find_violation


def check_file(file: Path, target: Target, contents: PackContents) -> None:
    """Check `file`, which is the `target` of a pack with `contents`.

    Raises the KioskErrors of `check_database`, `check_manifest` and `check_rights` for the database, and
    'packs.not_granted_theme', '…_venue' or '…_corner' for what is beyond the rights in effect; those of
    `check_media` for media.
    """
    if target.name != zip_layout.DATABASE:
        check_media(file, target.name)
        return
    database = read_regular_file(file)
    check_database(
        database, contents.manifest.hosts, {each.name for each in contents.targets} - {zip_layout.DATABASE}
    )
    check_manifest(contents.manifest, database)
    check_rights(database, contents.publisher.name, contents.claim.themes, contents.claim.venues)
    _check_granted(database, contents)


def _check_granted(database: bytes, contents: PackContents) -> None:
    rights = contents.publisher
    if violation := find_violation(database, rights.themes, rights.venues):
        _, event, id = violation
        if violation.kind == "theme":
            raise KioskError(
                "packs.not_granted_theme", publisher=rights.name, event=event, theme=id, id=rights.id
            )
        if violation.kind == "corner":
            raise KioskError("packs.not_granted_corner", publisher=rights.name, venue=id, id=rights.id)
        raise KioskError(
            "packs.not_granted_venue", publisher=rights.name, event=event, venue=id, id=rights.id
        )
