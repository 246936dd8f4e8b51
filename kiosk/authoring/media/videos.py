"""Reads videos for a pack: unchanged, if every kiosk can play them."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.base.file_hash import hash_file
from kiosk.base.safe_open import open_regular_file
from kiosk.packs.videos import Video, check_video


@dataclass(frozen=True)
class VideoFile:
    """A video as a pack holds it: file name from its hash, source file, facts from its headers."""

    file: str
    source: Path
    video: Video


def read_video(path: Path) -> VideoFile:
    """Check and hash the video at `path`. Raises the KioskErrors of check_video."""
    video = check_video(path, path.name)
    with open_regular_file(path) as file:
        digest = hash_file(file)
    return VideoFile(f"media/{digest[:16]}{path.suffix.lower()}", path, video)
