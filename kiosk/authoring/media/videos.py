"""Videos for a pack: taken as they are, once they prove to be what every kiosk can play."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from kiosk.packs.videos import Video, check_video


@dataclass(frozen=True)
class VideoFile:
    """A video as a pack holds it: its name by its contents, where it lies, what its headers say."""

    file: str
    source: Path
    video: Video


def read_video(path: Path) -> VideoFile:
    """The video at `path`. Raises the KioskErrors of check_video."""
    video = check_video(path, path.name)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return VideoFile(f"media/{digest[:16]}{path.suffix.lower()}", path, video)
