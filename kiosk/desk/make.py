"""Makes the stick: signs the source that was checked and writes the pack."""

import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.authoring.atomic_write import write_atomically
from kiosk.authoring.building.build_pack import build_source, collect_files
from kiosk.authoring.keys.signing_clock import read_signing_clock
from kiosk.base import cancellation
from kiosk.base.errors import KioskError
from kiosk.base.progress import Progress, ProgressCallback
from kiosk.desk.numbers import highest_number, publisher_id
from kiosk.desk.source import Dropped, check_dated, digest
from kiosk.desk.write_stick import device_of, write_pack
from kiosk.packs.targets import PackContents
from kiosk.sources.pack_listing import list_packs


@dataclass(frozen=True)
class MakeJob:
    """What to sign: the source whose `digest` was shown, with `number` at least; `folder` is on the stick.

    The pack is also kept as `kept`, to compare the next one with. `passphrase` opens the keys, '' for none.
    """

    dropped: Dropped
    digest: str
    today: date
    number: int
    keys: Path
    folder: Path
    kept: Path
    passphrase: str = field(default="", repr=False)

    def ask(self, _: Path) -> str:
        """The passphrase of the key in a file."""
        return self.passphrase


def make_stick(job: MakeJob, report: ProgressCallback) -> dict[str, Any]:
    """Write the pack to the stick and return its facts, as values for JSON.

    Raises KioskError 'desk.changed' when the source is not the one that was checked, 'authoring.clock', and
    those of `build_source` and `write_pack`; then nothing on the stick has changed.
    """
    signed_at, device = read_signing_clock(), device_of(job.folder)
    report(Progress("check", 0, 0))
    with tempfile.TemporaryDirectory() as work, tempfile.TemporaryDirectory() as converted:
        source = check_dated(job.dropped.read(Path(converted)), job.keys, job.today)
        if digest(collect_files(source, Path(work))) != job.digest:
            raise KioskError("desk.changed")
        number = max(job.number, _highest_on(job.folder, job.keys) + 1)
        name = f"{source.programme.campaign.id}-{number}.kpack"
        pack = Path(work) / name
        build_source(source, pack, job.keys, signed_at, number, ask=job.ask)
        contents = write_pack(pack, job.folder / name, device, report)
        with cancellation.shield():
            _keep(pack, job.kept)
        return _facts(contents, job.folder / name, pack.stat().st_size)


def _highest_on(folder: Path, keys: Path) -> int:
    """The highest number of this publisher's packs that lie on the stick already."""
    try:
        files = [one.path for one in list_packs(folder).files]
    except OSError:
        return 0  # writing tells the reason
    return highest_number(files, publisher_id(keys))


def _keep(pack: Path, kept: Path) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    with write_atomically(kept) as part:
        shutil.copyfile(pack, part)


def _facts(contents: PackContents, file: Path, size: int) -> dict[str, Any]:
    return {
        "id": contents.manifest.pack,
        "title": dict(contents.manifest.title),
        "number": contents.version,
        "short_id": contents.short_id,
        "publisher": contents.publisher.name,
        "events": contents.manifest.events,
        "signed_at": contents.manifest.signed_at,
        "size": size,
        "name": file.name,
        "folder": str(file.parent),
    }
