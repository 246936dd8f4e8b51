"""Whether a media file may reach the screen."""

from pathlib import Path

from kiosk.packs import zip_layout
from kiosk.packs.pictures import check_picture


def check_media(path: Path, name: str) -> None:
    """Refuse a file that is not the picture or video its target name says: check_picture, check_video."""
    if name.endswith(zip_layout.VIDEOS):
        from kiosk.packs.videos import check_video  # few packs have one

        check_video(path, name)
    else:
        check_picture(path, name)
