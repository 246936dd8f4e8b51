"""What all programs are measured with: the demo programme, built and installed anew."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.bench.programs import KIOSK

CHECKOUT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Demo:
    """The demo programme in `folder`, in every form it takes on the way to the screen."""

    folder: Path

    @property
    def keys(self) -> Path:
        """The publisher's keys."""
        return self.folder / "keys"

    @property
    def root(self) -> Path:
        """What a kiosk is given by hand to believe the publisher."""
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


def make(folder: Path, source: Path = CHECKOUT / "data/25-years-together") -> Demo:
    """Build the demo programme, or another, and install it."""
    demo = Demo(folder)
    who = ("--publisher", "us-mission-kazakhstan", "--name", "U.S. Mission in Kazakhstan")
    command("keys", "new", demo.keys, *who, "--host", "kz.usembassy.gov")
    command("pack", "build", source, "-o", demo.pack, "--keys", demo.keys)
    command("trust", "add", demo.root, "--library", demo.library)
    command("install", demo.pack, "--library", demo.library)
    return demo


def command(*arguments: str | Path) -> None:
    """Run one command of the kiosk to its end; CalledProcessError when it fails."""
    subprocess.run([KIOSK, *arguments], check=True, capture_output=True)
