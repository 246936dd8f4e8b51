"""Checks a media file of a pack before it may be shown."""

from pathlib import Path

from kiosk.packs import zip_layout
from kiosk.packs.pictures import check_picture


def check_media(path: Path, name: str) -> None:
    """Check the file as the picture or video its target name says: see `check_picture`, `check_video`."""
    if name.endswith(zip_layout.VIDEOS):
        from kiosk.packs.videos import check_video  # few packs have one

        check_video(path, name)
    else:
        check_picture(path, name)
