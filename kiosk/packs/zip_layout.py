"""The one allowed layout of a pack's ZIP archive, and the allowed names of its members."""

import re
import struct
from collections.abc import Sequence
from zipfile import ZipInfo

from kiosk.base import limits

LOCAL_MAGIC = b"PK\x03\x04"
END_MAGIC = b"PK\x05\x06"
DATABASE = "events.sqlite"
PICTURES = ("jpg", "png", "webp")
VIDEOS = ("mp4", "webm")

# APPNOTE 4.3.7, 4.3.12 and 4.3.16 of the ZIP specification
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
END_BYTES = _END.size
_VERSION, _UNIX, _TIME, _DATE = 20, 3 << 8, 0, 1 << 5 | 1
MODE = 0o100644
EPOCH = (1980, 1, 1, 0, 0, 0)

_FILE = rf"[a-z0-9][a-z0-9_-]{{0,63}}\.(?:{'|'.join(PICTURES + VIDEOS)})"
_TARGET = re.compile(rf"events\.sqlite|media/{_FILE}")
_MEMBER = re.compile(
    r"metadata/(?:timestamp|[1-9][0-9]{0,9}\.(?:root|snapshot|targets))\.json"
    rf"|targets/(?:[0-9a-f]{{64}}\.events\.sqlite|media/[0-9a-f]{{64}}\.{_FILE})"
)
# names Windows keeps for devices, whatever their suffix
_RESERVED = re.compile(r"media/(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\..*")


def is_target(name: str) -> bool:
    """Whether a pack may hold a file of this name: 'events.sqlite' or 'media/<name>.<suffix>'."""
    return bool(_TARGET.fullmatch(name)) and not _RESERVED.fullmatch(name)


def max_bytes(name: str) -> int:
    """The maximum length in bytes of the target of this name."""
    if name == DATABASE:
        return limits.DATABASE_BYTES
    return limits.VIDEO_BYTES if name.endswith(VIDEOS) else limits.PICTURE_BYTES


def member_name(name: str, sha256: str) -> str:
    """The member that holds the target of this name and hash (TUF 1.0.34, 6.2: consistent snapshots)."""
    folder, slash, file = name.rpartition("/")
    return f"targets/{folder}{slash}{sha256}.{file}"


def zip_info(name: str) -> ZipInfo:
    """The ZipInfo with which `zipfile` writes a member in the allowed layout."""
    info = ZipInfo(name, EPOCH)
    info.create_system = _UNIX >> 8
    info.external_attr = MODE << 16
    return info


def local_header(info: ZipInfo) -> bytes:
    """The bytes that must precede a member's content."""
    name = info.filename.encode("ascii")
    sizes = (info.CRC, info.file_size, info.file_size, len(name), 0)
    return _LOCAL.pack(LOCAL_MAGIC, _VERSION, 0, 0, _TIME, _DATE, *sizes) + name


def expected_directory(infos: Sequence[ZipInfo], size: int) -> bytes | None:
    """The last bytes that a valid file of `size` bytes with these members must have, None when none is valid.

    The members' names, lengths and CRCs determine these bytes, so comparing them with the file detects at
    once every compression, encryption, comment, extra field, odd mode, ZIP64 record, prefix, gap,
    overlap and trailing byte.
    """
    if not 0 < len(infos) <= limits.MEMBERS:
        return None
    if not all(_MEMBER.fullmatch(info.orig_filename) for info in infos):
        return None
    if len({info.filename for info in infos}) < len(infos):
        return None
    records, offset = b"", 0
    for info in infos:
        if offset + info.file_size > size:
            return None
        name = info.filename.encode("ascii")
        sizes = (info.CRC, info.file_size, info.file_size, len(name), 0, 0, 0, 0, MODE << 16, offset)
        records += _CENTRAL.pack(b"PK\x01\x02", _UNIX | _VERSION, _VERSION, 0, 0, _TIME, _DATE, *sizes) + name
        offset += _LOCAL.size + len(name) + info.file_size
    end = _END.pack(END_MAGIC, 0, 0, len(infos), len(infos), len(records), offset, 0)
    return records + end if offset + len(records) + len(end) == size else None
