"""A kiosk with a small library, and the pack that arrives on a stick or share that may hang or vanish."""

from pathlib import Path

from kiosk.base.clock import BUILD_DATE
from kiosk.library.install import install
from kiosk.library.status import read_status
from kiosk.library.trust.trusted_roots import add_root
from kiosk.packs.publisher import Publisher
from kiosk.store import writer_lock
from tests.faulty_share import FaultyShare
from tests.flows.arrivals.table import Cell
from tests.library_kit import LibraryKit, sample_publisher
from tests.packs_builder import LOCAL
from tests.videos import make_padded_video

NEIGHBOUR = Publisher("neighbour", "Neighbour", ("kz.usembassy.gov",), rank=10)
NUMBERS = {"first": 1, "newer": 3, "repair": 2, "beside": 7}
"""The number of the pack that arrives; where there is a programme already, it is number 2."""
Versions = list[tuple[str, int]]


class ArrivalKiosk:
    """The library below `folder` before the arrival; the pack of `cell` lies on `source`.

    `before` and `after` are publisher and number of the packs that visitors see.
    """

    def __init__(self, cell: Cell, folder: Path, source: FaultyShare) -> None:
        self.cell = cell
        self.kit = LibraryKit(folder, sample_publisher(LOCAL, BUILD_DATE))
        self.before: Versions = []
        if cell.standing != "first":
            install(self.kit.folder, self.kit.pack(2), reserve=0)
            self.before = [("local", 2)]
        beside = cell.standing == "beside"
        self._maker = self._add_neighbour(folder) if beside else self.kit
        number = 1 if cell.outcome == "older" else NUMBERS[cell.standing]
        self.after = [*(self.before if beside else []), ("neighbour" if beside else "local", number)]
        if cell.standing == "repair":
            picture = self.kit.shown_path("local/files/media/new.jpg")
            picture.parent.chmod(0o755)
            picture.unlink()
        source.source.joinpath("arriving.kpack").write_bytes(self._make_pack(number).read_bytes())

    def _add_neighbour(self, folder: Path) -> LibraryKit:
        neighbour = LibraryKit(folder / "neighbour", sample_publisher(NEIGHBOUR, BUILD_DATE))
        add_root(self.kit.folder, neighbour.packs / "root.json")
        return neighbour

    def _make_pack(self, number: int) -> Path:
        maker = self._maker
        if self.cell.outcome == "signature":
            stranger = sample_publisher(NEIGHBOUR if maker is not self.kit else LOCAL, BUILD_DATE)
            stranger.version = number
            return stranger.pack(maker.packs / "stranger.kpack")
        pack = maker.pack(number)
        if self.cell.standing != "repair":
            video = make_padded_video(maker.packs / "long.mp4", 700_000)
            maker.publisher.files["media/long.mp4"] = video.read_bytes()
        if self.cell.outcome == "corner":
            maker.publisher.change_manifest(corners=("elsewhere",))
        return maker.publisher.pack(pack)

    @property
    def on_disk(self) -> Versions:
        """What the library shows, read from the disk."""
        current = read_status(self.kit.folder).current
        return [(pack.publisher, pack.version) for pack in current.packs] if current else []

    @property
    def damaged(self) -> tuple[str, ...]:
        """The damaged files of the library that nobody has damaged on purpose."""
        known = ("local/media/new.jpg",) if self.cell.standing == "repair" else ()
        return tuple(name for name in read_status(self.kit.folder).damaged if name not in known)

    @property
    def leftovers(self) -> list[str]:
        """Staging folders, copies from the share, and generations beyond the two that are kept."""
        generations = sorted(path.name for path in (self.kit.folder / "gen").glob("*"))
        copies = [
            file.name
            for file in (self.kit.folder / "incoming").glob("*")
            if file.name != writer_lock.FILE_NAME
        ]
        return [name for name in generations if name.startswith(".")] + generations[2:] + copies
