"""The commands that signals interrupt: what each starts from, and what it may change."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.base import limits
from kiosk.base.clock import BUILD_DATE
from kiosk.base.errors import KioskError
from kiosk.receipts.find_receipts import read_receipts
from tests.faults.snapshot import Snapshot, take_snapshot
from tests.library_kit import LibraryKit, sample_publisher
from tests.videos import make_padded_video

VIDEO_BYTES = 24 * limits.MIB
LASTING = ("receipts", "incoming", "flyers")
"""What commands add to a library folder for good."""
LASTING_FILES = {
    "library/incoming": ("lock.db",),
    "library/flyers": ("sheets.db",),
    "library/receipts": ("key.pem", "last.json"),
    "stick": ("2.kpack", "receipts/*/*.json"),
    "share": ("2.kpack", "receipts/*/*.json"),
    "out": ("flyer.pdf",),
    "tmp": (),
}
"""The files that may be in each folder after a command, and nothing else."""
FLYER_EVENTS = ("clubs", "tour", "talk", "closed")

ONE = Snapshot({"local": 1}, {"local": 1})
TWO = Snapshot({"local": 2}, {"local": 2})
BACK = Snapshot({"local": 1}, {"local": 2})


@dataclass(frozen=True)
class Operation:
    """A command, the snapshots before and after it; `result` is what its receipt says then, '' for none."""

    words: Callable[[Path], Sequence[object]]
    prepare: Callable[[Path], None]
    old: Snapshot
    new: Snapshot
    result: str = ""

    def judge(self, folder: Path) -> str:
        """'old' or 'new'; AssertionError when the folder is neither, or holds anything that is left over."""
        staged = list((folder / "library/gen").glob(".*"))  # the next start, a snapshot too, removes them
        assert not staged, f"left over: {staged}"
        snapshot = take_snapshot(folder / "library", *LASTING)
        assert snapshot in (self.old, self.new), f"found {snapshot}"
        for name, patterns in LASTING_FILES.items():
            found = {path for path in (folder / name).rglob("*") if path.is_file()}
            found -= {path for pattern in patterns for path in (folder / name).glob(pattern)}
            assert not found, f"left over: {found}"
        assert not list((folder / "tmp").iterdir()), "left over: a folder in tmp"
        is_new = (folder / "out/flyer.pdf").exists() if self.old == self.new else snapshot == self.new
        self._judge_receipts(folder, is_new)
        return "new" if is_new else "old"

    def _judge_receipts(self, folder: Path, is_new: bool) -> None:
        results = []
        for source in ("stick", "share"):
            for receipt in read_receipts(folder / source):
                assert not isinstance(receipt, KioskError), receipt
                results.append(str(receipt.receipt.result))
        if self.result and is_new:
            assert results == [self.result], f"receipts say {results}"
        assert is_new or set(results) <= {"cancelled"}, f"receipts say {results}"


def prepare_update(folder: Path) -> None:
    """A library that shows pack 1, and pack 2 on a stick and on a share."""
    kit = LibraryKit(folder, sample_publisher(at=BUILD_DATE))
    kit.install(1)
    kit.pack(2)
    video = make_padded_video(folder / "long.mp4", VIDEO_BYTES)
    kit.publisher.files["media/long.mp4"] = video.read_bytes()
    video.unlink()
    for source in ("stick", "share"):
        (folder / source / "receipts").mkdir(parents=True)
        kit.publisher.pack(folder / source / "2.kpack")


def prepare_rollback(folder: Path) -> None:
    """A library that shows pack 2, and showed pack 1 before."""
    LibraryKit(folder, sample_publisher(at=BUILD_DATE)).install(1, 2)
    for source in ("stick", "share"):
        (folder / source).mkdir()


def _install(folder: Path) -> Sequence[object]:
    return "install", folder / "stick/2.kpack", "--receipts", folder / "stick", "--progress"


def _preview(folder: Path) -> Sequence[object]:
    return "preview", folder / "stick/2.kpack", "--progress"


def _flyer(folder: Path) -> Sequence[object]:
    order = (*FLYER_EVENTS, "--kind", "event", "--language", "all", "--at", "2016-04-03T14:20")
    return "flyer", *order, "-o", folder / "out/flyer.pdf", "--progress"


def _roll_back(folder: Path) -> Sequence[object]:
    return "rollback", "--receipts", folder / "stick"


OPERATIONS = {
    "install": Operation(_install, prepare_update, ONE, TWO, "installed"),
    "preview": Operation(_preview, prepare_update, ONE, ONE),
    "pull": Operation(lambda _: ("pull", "--progress"), prepare_update, ONE, TWO, "installed"),
    "flyer": Operation(_flyer, prepare_update, ONE, ONE),
    "rollback": Operation(_roll_back, prepare_rollback, TWO, BACK, "rolled_back"),
}
