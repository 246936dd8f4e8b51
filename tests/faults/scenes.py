"""The scenes of the trials: every operation on a library, in every state it can start from."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from kiosk.base.errors import KioskError
from kiosk.library.install import install
from kiosk.library.revoke import revoke
from kiosk.library.rollback import roll_back, roll_forward
from kiosk.packs.publisher import Publisher
from kiosk.programme.shown_programme import open_library
from tests.faults.snapshot import EMPTY, Snapshot
from tests.library_kit import (
    DAY_AFTER_SIGNING,
    LibraryKit,
    damage_file,
    make_picture,
    prepare_edition,
    sample_publisher,
)
from tests.packs_builder import PackPublisher

NEIGHBOUR = Publisher("neighbour", "Neighbour", ("kz.usembassy.gov",))


@dataclass(frozen=True)
class Scene:
    """One idempotent operation on a library: a second run finishes an interrupted one, or changes nothing.

    `prepare` creates 'library' in an empty folder and returns the pack to install; `do` takes both.
    `old` and `new` are the snapshots before and after.
    """

    prepare: Callable[[Path], Path]
    do: Callable[[Path, Path], object]
    old: Snapshot
    new: Snapshot


def install_pack(library: Path, pack: Path) -> object:
    """Install as `kiosk install` does; a stat of a missing file marks each step in strace's log."""
    return install(
        library, pack, clock=DAY_AFTER_SIGNING, reserve=0, report=lambda progress: _mark(progress.step)
    )


def _mark(step: str) -> None:
    Path("/step", step).exists()


def roll_back_once(library: Path, _: Path) -> None:
    """Roll back as `kiosk rollback` does, unless that is done."""
    with unless_refused("library.nothing_before"):
        roll_back(library, DAY_AFTER_SIGNING)


def roll_forward_once(library: Path, _: Path) -> None:
    """Roll forward as `kiosk rollback --forward` does, unless that is done."""
    with unless_refused("library.nothing_newer"):
        roll_forward(library, DAY_AFTER_SIGNING)


def revoke_once(library: Path, _: Path) -> None:
    """Revoke a publisher as `kiosk trust remove` does, unless that is done."""
    with unless_refused("library.not_trusted"):
        revoke(library, "local", DAY_AFTER_SIGNING)


@contextmanager
def unless_refused(code: str) -> Iterator[None]:
    """Ignore a KioskError of that code: the operation is done already."""
    try:
        yield
    except KioskError as error:
        if error.code != code:
            raise


def open_programme(library: Path, _: Path) -> object:
    """Open the programme as a start of the kiosk does."""
    return open_library(library)


def trust_neighbour(kit: LibraryKit) -> LibraryKit:
    """Add another publisher that the library of `kit` trusts."""
    other = LibraryKit(kit.folder.parent / "neighbour", PackPublisher(NEIGHBOUR))
    other.folder = kit.folder
    (kit.folder / "trust/neighbour.root.json").write_bytes(other.publisher.root)
    return other


def two_publishers(folder: Path) -> LibraryKit:
    """A library that shows pack 1 of one publisher and pack 7 of another."""
    kit = LibraryKit(folder, sample_publisher())
    trust_neighbour(kit).install(7)
    kit.install(1)
    return kit


def newer_pack(folder: Path) -> Path:
    """Two publishers are shown; pack 2 is installed."""
    return two_publishers(folder).pack(2)


def larger_pack(folder: Path) -> Path:
    """As `newer_pack`, with forty pictures more, one of them larger than a megabyte."""
    kit = two_publishers(folder)
    prepare_edition(kit.publisher, 2)
    file = io.BytesIO()
    Image.effect_noise((1600, 1200), 100).save(file, "JPEG", quality=95)
    kit.publisher.files |= {f"media/{number:02}.jpg": make_picture(number) for number in range(40)}
    kit.publisher.files["media/large.jpg"] = file.getvalue()
    return kit.publisher.pack(kit.packs / "2.kpack")


def first_pack(folder: Path) -> Path:
    """The library does not exist; pack 1 is installed."""
    return LibraryKit(folder, sample_publisher()).pack(1)


def second_publisher(folder: Path) -> Path:
    """One publisher is shown; the first pack of another one is installed."""
    kit = LibraryKit(folder, sample_publisher())
    kit.install(1)
    return trust_neighbour(kit).pack(7)


def after_update(folder: Path) -> Path:
    """Pack 2 is shown, pack 1 was shown before it."""
    kit = two_publishers(folder)
    kit.install(2)
    return kit.packs / "2.kpack"


def after_rollback(folder: Path) -> Path:
    """As `after_update`, then rolled back."""
    pack = after_update(folder)
    roll_back(folder / "library", DAY_AFTER_SIGNING)
    return pack


def damaged_picture(folder: Path) -> Path:
    """A picture of pack 1 is damaged; the same pack is installed again."""
    kit = two_publishers(folder)
    damage_file(kit.shown_path("local/files/media/new.jpg"))
    return kit.packs / "1.kpack"


def lost_state(folder: Path) -> Path:
    """As `newer_pack`, and the state is lost."""
    pack = newer_pack(folder)
    (folder / "library/state.db").unlink()
    return pack


def leftover_folders(folder: Path) -> Path:
    """As `newer_pack`, and folders of interrupted installations are left over."""
    pack = newer_pack(folder)
    for name in ("g-00000009-beef", ".stage-a", ".stage-b"):
        media = folder / "library/gen" / name / "local/files/media"
        media.mkdir(parents=True)
        for number in range(5):
            (media / f"{number}.jpg").write_bytes(make_picture(number))
        media.chmod(0o555)
    return pack


ONE = Snapshot({"local": 1}, {"local": 1})
BOTH = Snapshot({"local": 1, "neighbour": 7}, {"local": 1, "neighbour": 7})
NEWER = Snapshot({"local": 2, "neighbour": 7}, {"local": 2, "neighbour": 7})
BACK = Snapshot(BOTH.shown, NEWER.trusted)
OTHER = Snapshot({"neighbour": 7}, {"neighbour": 7})
ROTTEN = Snapshot(BOTH.shown, BOTH.trusted, ("local/media/new.jpg",))

SCENES = {
    "newer": Scene(newer_pack, install_pack, BOTH, NEWER),
    "larger": Scene(larger_pack, install_pack, BOTH, NEWER),
    "first": Scene(first_pack, install_pack, EMPTY, ONE),
    "second": Scene(second_publisher, install_pack, ONE, BOTH),
    "rollback": Scene(after_update, roll_back_once, NEWER, BACK),
    "forward": Scene(after_rollback, roll_forward_once, BACK, NEWER),
    "removal": Scene(newer_pack, revoke_once, BOTH, OTHER),
    "repair": Scene(damaged_picture, install_pack, ROTTEN, BOTH),
    "mending": Scene(lost_state, install_pack, BOTH, NEWER),
    "clearing": Scene(leftover_folders, open_programme, BOTH, BOTH),
}
