"""The number of the next pack: one more than the highest that is known of its publisher."""

from collections.abc import Iterable
from pathlib import Path

from kiosk.authoring.keys.key_folder import read_root_chain
from kiosk.authoring.source.load_source import Source
from kiosk.base.errors import KioskError
from kiosk.packs.pack_file import Pack
from kiosk.packs.publisher import parse_publisher
from kiosk.packs.targets import PackContents


def next_number(source: Source, keys: Path, last_pack: Path | None) -> tuple[int, int]:
    """The number for the next pack and that of the last one, 0 for none; at least the source's own."""
    last = highest_number([last_pack] if last_pack else [], publisher_id(keys))
    return max(source.pack.version, last + 1), last


def highest_number(files: Iterable[Path], publisher: str) -> int:
    """The highest number among the packs of a publisher ('' for any), 0 without any."""
    found = (read_claims(file) for file in files)
    return max((one.version for one in found if one and publisher in ("", one.publisher.id)), default=0)


def publisher_id(keys: Path) -> str:
    """The id of the publisher of a keys folder, '' while there are no keys."""
    try:
        return parse_publisher(read_root_chain(keys)[-1]).id
    except (KioskError, OSError):
        return ""


def read_claims(file: Path) -> PackContents | None:
    """What a pack says of itself, None for a file that is no pack."""
    try:
        with Pack(file) as pack:
            return pack.unverified_contents()
    except (KioskError, OSError):
        return None
