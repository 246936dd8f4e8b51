"""Makes a video playable on every kiosk, and its poster, where the extra `media` is installed."""

from pathlib import Path
from typing import TypeVar

from kiosk.authoring.atomic_write import write_atomically
from kiosk.authoring.media.convert_video import can_convert, convert_video, make_poster
from kiosk.base.errors import KioskError
from kiosk.base.export.export_file import export_errors
from kiosk.base.file_hash import hash_file
from kiosk.base.safe_open import open_regular_file
from kiosk.base.sentence_ids import SentenceId
from kiosk.packs.videos import check_video

Kept = TypeVar("Kept", Path, None)
_CONVERTIBLE: frozenset[SentenceId] = frozenset(
    ("packs.video_codec", "packs.video_kind", "packs.video_size", "packs.video_large")
)
"""What is wrong with a video that plays once it is converted."""


def prepare_video(file: Path, work: Path | None) -> Path:
    """`file`, or the same video converted into `work`; `file` too when it cannot be converted.

    The check of the source then says what is wrong with it. Raises the KioskErrors of `export_errors`.
    """
    try:
        check_video(file, file.name)
        return file
    except KioskError as error:
        if error.code not in _CONVERTIBLE or not work or not can_convert():
            return file
    target = work / f"{_digest(file)}.mp4"
    if not target.exists():
        try:
            with export_errors(work):
                work.mkdir(parents=True, exist_ok=True)
                convert_video(file, target)
        except KioskError as error:
            return _unless_disk(error, file)
    return target


def prepare_poster(file: Path, work: Path | None) -> Path | None:
    """A frame of the video as a picture in `work`; None when it cannot be made. KioskErrors as above."""
    if not work or not can_convert():
        return None
    target = work / f"{_digest(file)}.jpg"
    if not target.exists():
        try:
            with export_errors(work):
                work.mkdir(parents=True, exist_ok=True)
                with write_atomically(target) as part:
                    make_poster(file).save(part, "JPEG", quality=90)
        except KioskError as error:
            return _unless_disk(error, None)
    return target


def _unless_disk(error: KioskError, otherwise: Kept) -> Kept:
    """`otherwise` for a video that cannot be decoded; any other error, which is of the disk, is raised."""
    if error.code != "packs.video_broken":
        raise error
    return otherwise


def _digest(file: Path) -> str:
    with open_regular_file(file) as opened:
        return hash_file(opened)[:16]
