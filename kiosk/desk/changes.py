"""What the next pack changes against an earlier one, as the kiosk will tell its staff."""

import tempfile
from pathlib import Path
from typing import Any

from kiosk.authoring.source.load_source import Source
from kiosk.base.errors import KioskError
from kiosk.base.model import Programme
from kiosk.base.safe_open import read_regular_file
from kiosk.library.installed_pack import installed_pack
from kiosk.packs import zip_layout
from kiosk.packs.pack_file import Pack
from kiosk.preview.change_list import rows_to_json
from kiosk.preview.preview import Preview
from kiosk.preview.programme_diff import diff_programmes
from kiosk.preview.standing import Standing
from kiosk.programme.missing_translations import find_untranslated
from kiosk.store.catalogue import Catalogue


def compare_with_pack(database: Path, earlier: Path | None, source: Source) -> dict[str, Any] | None:
    """The rows of `kiosk.preview.change_list`; None without an earlier pack that can be read.

    Pictures of the same name are taken as the same.
    """
    try:
        return None if earlier is None else _compare(database, earlier, source)
    except (KioskError, OSError):
        return None


def _compare(database: Path, earlier: Path, source: Source) -> dict[str, Any]:
    with Pack(earlier) as pack, tempfile.TemporaryDirectory() as folder:
        contents = pack.unverified_contents()
        target = next(one for one in contents.targets if one.name == zip_layout.DATABASE)
        before = _read_programme(pack.copy_target(target, Path(folder)))
    after = _read_programme(database)
    themes = {theme.id: theme.title for one in (before, after) for theme in one.themes}
    preview = Preview(
        pack=installed_pack(contents),
        publisher=contents.publisher.name,
        size=0,
        copied=0,
        zone=source.programme.campaign.zone,
        standing=Standing.NEWER,
        shown=installed_pack(contents),
        changes=diff_programmes(before, after),
        untranslated=find_untranslated(after),
        themes=themes,
    )
    return rows_to_json(preview) | {"number": contents.version, "updated": contents.manifest.updated}


def _read_programme(database: Path) -> Programme:
    catalogue = Catalogue(read_regular_file(database))
    try:
        return catalogue.programme()
    finally:
        catalogue.close()
