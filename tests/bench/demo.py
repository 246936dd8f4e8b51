"""Builds and installs the demo programme that all programs are measured with."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.bench.programs import KIOSK

CHECKOUT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Demo:
    """The demo programme in `folder`: keys, pack, library and database."""

    folder: Path

    @property
    def keys(self) -> Path:
        """The publisher's keys."""
        return self.folder / "keys"

    @property
    def root_metadata(self) -> Path:
        """The publisher's root metadata, which a kiosk is given by hand."""
        return self.keys / "root.json"

    @property
    def pack(self) -> Path:
        """The signed pack."""
        return self.folder / "demo.kpack"

    @property
    def library(self) -> Path:
        """The library it is installed in."""
        return self.folder / "library"

    @property
    def database(self) -> Path:
        """The programme's database as it is installed."""
        return next(self.library.glob("gen/*/*/files/events.sqlite"))


def build_demo(folder: Path, source: Path = CHECKOUT / "data/25-years-together") -> Demo:
    """Build and install the demo programme, or that of another source folder."""
    demo = Demo(folder)
    publisher_options = ("--publisher", "us-mission-kazakhstan", "--name", "U.S. Mission in Kazakhstan")
    run_kiosk(
        "keys", "new", demo.keys, *publisher_options, "--host", "kz.usembassy.gov", "--rank", "0", "--plain"
    )
    run_kiosk("pack", "build", source, "-o", demo.pack, "--keys", demo.keys)
    run_kiosk("trust", "add", demo.root_metadata, "--library", demo.library)
    run_kiosk("install", demo.pack, "--library", demo.library)
    return demo


def run_kiosk(*arguments: str | Path) -> None:
    """Run one command of the kiosk; CalledProcessError when it fails."""
    subprocess.run([KIOSK, *arguments], check=True, capture_output=True)
