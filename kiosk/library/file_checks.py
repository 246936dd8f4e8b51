"""What a file of a pack must be like before it is shown, whether it is installed or only tried."""

from pathlib import Path

from kiosk.packs import zip_layout
from kiosk.packs.media import check_media
from kiosk.packs.targets import PackContents, Target
from kiosk.store.pack_check import check_database
from kiosk.store.publisher_rights import check_rights


def check_file(file: Path, target: Target, found: PackContents) -> None:
    """Refuse `file`, the `target` of a pack that holds `found`, if it may not be shown.

    Raises the KioskErrors of `check_database` and `check_rights` for the database, `check_media` for media.
    """
    if target.name != zip_layout.DATABASE:
        check_media(file, target.name)
        return
    database, maker = file.read_bytes(), found.publisher
    check_database(
        database, found.manifest.hosts, {each.name for each in found.targets} - {zip_layout.DATABASE}
    )
    check_rights(database, maker.name, maker.themes, maker.venues)
