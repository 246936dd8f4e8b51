"""The files of a programme that nobody has signed, laid out so that the kiosk's own pages can show it."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from kiosk.authoring.source.load_source import Source
from kiosk.base.safe_open import read_regular_file
from kiosk.packs import zip_layout
from kiosk.programme.combined_catalogue import CombinedCatalogue
from kiosk.programme.shown_programme import ShownProgramme
from kiosk.store.catalogue import Catalogue
from kiosk.store.records import InstalledPack

_PUBLISHER = "preview"
_RECORD = "pack.json"


@dataclass(frozen=True)
class PreviewFolder:
    """A folder like that of one generation of a library; a new one for each state of the source."""

    folder: Path

    @classmethod
    def create(cls, root: Path) -> "PreviewFolder":
        """An empty folder below `root`, in place of the one before."""
        folder = root / "gen" / "preview"
        shutil.rmtree(folder, ignore_errors=True)
        made = cls(folder)
        made.files.mkdir(mode=0o755, parents=True)
        return made

    @property
    def files(self) -> Path:
        """Where the database and the folder `media` lie."""
        return self.folder / _PUBLISHER / "files"

    def write(self, source: Source, files: Mapping[str, Path]) -> Path:
        """Copy what lies elsewhere, record what the pack will say of itself; the folder."""
        for name, path in files.items():
            if path != self.files / name:
                shutil.copyfile(path, self.files / name)
        database = read_regular_file(self.files / zip_layout.DATABASE)
        campaign = source.programme.campaign
        pack = InstalledPack(
            publisher=_PUBLISHER,
            id=campaign.id,
            title=campaign.title,
            version=source.pack.version,
            short_id="",
            sha256=sha256(database).hexdigest(),
            length=len(database),
            events=len(source.programme.events),
            themes={theme.id: theme.events for theme in source.programme.themes},
            languages=campaign.languages,
            hosts=tuple(source.pack.hosts),
            updated=campaign.updated,
            signed_at=0,
            fresh_until=0,
        )
        (self.folder / _RECORD).write_text(json.dumps(asdict(pack), ensure_ascii=False), "utf-8")
        return self.folder


def open_preview(folder: Path, number: int) -> ShownProgramme:
    """The programme in the folder of a PreviewFolder; `number` is in the addresses of its pictures."""
    record = json.loads((folder / _RECORD).read_text("utf-8"))
    for name in ("languages", "hosts"):
        record[name] = tuple(record[name])
    catalogue = Catalogue(read_regular_file(PreviewFolder(folder).files / zip_layout.DATABASE))
    return ShownProgramme(number, (InstalledPack(**record),), CombinedCatalogue([catalogue]), folder)
