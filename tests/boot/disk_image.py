"""Builds the disk image for `make boot`, with a programme and a shell on the serial line."""

import os
import subprocess
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
IMAGE = CHECKOUT / "build/image/corner-kiosk.img"
ANSWERS = """\
corner-kiosk corner-kiosk/corner string american-corner-almaty
corner-kiosk corner-kiosk/opening-hours string Mo-Su 00:00-23:59
corner-kiosk corner-kiosk/technician string +7 701 234 56 78
corner-kiosk corner-kiosk/share string //127.0.0.1/packs
"""
CMDLINE = "console=ttyS0 systemd.setenv=WLR_RENDERER=pixman"
"""A line for the test's shell; without a graphics card the compositor draws with the processor."""


def build_image(folder: Path, keys: Path, pack: Path) -> Path:
    """Run packaging/image/build.sh, unless the image is in `folder` already; return it."""
    image = folder / IMAGE.name
    if image.exists():
        return image
    answers = folder / "answers"
    answers.write_text(ANSWERS, "utf-8")
    given = {
        "ANSWERS": answers,
        "PUBLISHER": keys / "root.json",
        "PACK": pack,
        "HOOK": Path(__file__).with_name("hook.sh"),
        "CMDLINE": CMDLINE,
    }
    environment = os.environ | {name: str(value) for name, value in given.items()}
    subprocess.run(["sh", "packaging/image/build.sh"], cwd=CHECKOUT, env=environment, check=True)
    IMAGE.rename(image)
    return image
