"""What may be interrupted: everything that is ever done to a library, from every state it is done in."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from kiosk.base.errors import KioskError
from kiosk.library.install import install
from kiosk.library.revoke import revoke
from kiosk.library.rollback import roll_back
from kiosk.packs.publisher import Publisher
from kiosk.programme.shown_programme import open_library
from tests.faults.seen import NOTHING, Seen
from tests.library_kit import (
    DAY_AFTER_SIGNING,
    Kit,
    damage_file,
    make_picture,
    prepare_edition,
    sample_publisher,
)
from tests.packs_builder import PackPublisher

NEIGHBOUR = Publisher("neighbour", "Neighbour", ("kz.usembassy.gov",))


@dataclass(frozen=True)
class Scene:
    """One thing done to a library: doing it again finishes what was interrupted, and then changes nothing.

    `prepare` fills an empty folder with a library, which lies there as 'library', and returns the pack that
    comes; `do` takes both. `old` and `new` are what is seen before and after.
    """

    prepare: Callable[[Path], Path]
    do: Callable[[Path, Path], object]
    old: Seen
    new: Seen


def take_in(library: Path, pack: Path) -> object:
    """As `kiosk install` does; a look for a file that is not there marks each step in strace's log."""
    return install(library, pack, clock=DAY_AFTER_SIGNING, reserve=0, report=lambda told: _mark(told.step))


def _mark(step: str) -> None:
    Path("/step", step).exists()


def go_back(library: Path, _: Path) -> None:
    """As `kiosk rollback` does, once."""
    with done("library.nothing_before"):
        roll_back(library, DAY_AFTER_SIGNING)


def remove(library: Path, _: Path) -> None:
    """As `kiosk trust remove` does, once."""
    with done("library.not_trusted"):
        revoke(library, "local", DAY_AFTER_SIGNING)


@contextmanager
def done(code: str) -> Iterator[None]:
    """What is refused by that code has been done before."""
    try:
        yield
    except KioskError as error:
        if error.code != code:
            raise


def start(library: Path, _: Path) -> object:
    """As a start of the kiosk does."""
    return open_library(library)


def neighbour(kit: Kit) -> Kit:
    """Another publisher, whom the library of `kit` trusts too."""
    other = Kit(kit.folder.parent / "neighbour", PackPublisher(NEIGHBOUR))
    other.folder = kit.folder
    (kit.folder / "trust/neighbour.root.json").write_bytes(other.publisher.root)
    return other


def two(folder: Path) -> Kit:
    """A library that shows pack 1 of one publisher and pack 7 of another."""
    kit = Kit(folder, sample_publisher())
    neighbour(kit).install(7)
    kit.install(1)
    return kit


def newer(folder: Path) -> Path:
    """Pack 2 comes."""
    return two(folder).pack(2)


def larger(folder: Path) -> Path:
    """Pack 2 comes, with forty more pictures, one of them of more than a megabyte."""
    kit = two(folder)
    prepare_edition(kit.publisher, 2)
    file = io.BytesIO()
    Image.effect_noise((1600, 1200), 100).save(file, "JPEG", quality=95)
    kit.publisher.files |= {f"media/{number:02}.jpg": make_picture(number) for number in range(40)}
    kit.publisher.files["media/large.jpg"] = file.getvalue()
    return kit.publisher.pack(kit.packs / "2.kpack")


def first(folder: Path) -> Path:
    """Nothing is there yet."""
    return Kit(folder, sample_publisher()).pack(1)


def second(folder: Path) -> Path:
    """The first pack of another publisher comes."""
    kit = Kit(folder, sample_publisher())
    kit.install(1)
    return neighbour(kit).pack(7)


def updated(folder: Path) -> Path:
    """Pack 2 is shown, pack 1 was."""
    kit = two(folder)
    kit.install(2)
    return kit.packs / "2.kpack"


def rotten(folder: Path) -> Path:
    """A picture of pack 1 is damaged, and the same pack comes again."""
    kit = two(folder)
    damage_file(kit.shown_path("local/files/media/new.jpg"))
    return kit.packs / "1.kpack"


def lost(folder: Path) -> Path:
    """As `newer`, but the state is lost."""
    pack = newer(folder)
    (folder / "library/state.db").unlink()
    return pack


def littered(folder: Path) -> Path:
    """As `newer`, and there is much that nothing names any more."""
    pack = newer(folder)
    for name in ("g-00000009-beef", ".stage-a", ".stage-b"):
        media = folder / "library/gen" / name / "local/files/media"
        media.mkdir(parents=True)
        for number in range(5):
            (media / f"{number}.jpg").write_bytes(make_picture(number))
        media.chmod(0o555)
    return pack


ONE = Seen({"local": 1}, {"local": 1})
BOTH = Seen({"local": 1, "neighbour": 7}, {"local": 1, "neighbour": 7})
NEWER = Seen({"local": 2, "neighbour": 7}, {"local": 2, "neighbour": 7})
BACK = Seen(BOTH.shown, NEWER.trusted)
OTHER = Seen({"neighbour": 7}, {"neighbour": 7})
ROTTEN = Seen(BOTH.shown, BOTH.trusted, ("local/media/new.jpg",))

SCENES = {
    "newer": Scene(newer, take_in, BOTH, NEWER),
    "larger": Scene(larger, take_in, BOTH, NEWER),
    "first": Scene(first, take_in, NOTHING, ONE),
    "second": Scene(second, take_in, ONE, BOTH),
    "rollback": Scene(updated, go_back, NEWER, BACK),
    "removal": Scene(newer, remove, BOTH, OTHER),
    "repair": Scene(rotten, take_in, ROTTEN, BOTH),
    "mending": Scene(lost, take_in, BOTH, NEWER),
    "clearing": Scene(littered, start, BOTH, BOTH),
}
