"""Fault catalogue, B3 to B10: any ZIP layout but the exact one is refused."""

import io
import stat
import struct
import time
import zipfile
from pathlib import Path

import pytest

from kiosk.base import limits
from kiosk.packs import zip_layout
from kiosk.packs.zip_container import ZipContainer
from tests.packs_builder import build_archive, read_members, refused, write_archive

MEMBER = f"targets/{'a' * 64}.events.sqlite"
OTHER = f"targets/media/{'b' * 64}.x.jpg"
DIRECTORY = struct.Struct("<4s6H3L5H2L")
MORE_FLAGS = {"encrypted": 1, "data descriptor": 8, "strong encryption": 64, "UTF-8": 2048, "masked": 8192}
# where a header field lies in a directory entry, in the header before the content, and its length in bytes
FIELDS = {
    "version": (6, 4, 2),
    "flags": (8, 6, 2),
    "method": (10, 8, 2),
    "time": (12, 10, 2),
    "date": (14, 12, 2),
    "crc": (16, 14, 4),
    "packed size": (20, 18, 4),
    "size": (24, 22, 4),
    "name length": (28, 26, 2),
    "extra length": (30, 28, 2),
    "made by": (4, None, 2),
    "comment length": (32, None, 2),
    "disk": (34, None, 2),
    "internal": (36, None, 2),
    "external": (38, None, 4),
    "offset": (42, None, 4),
}


def test_b03_a_directory_of_a_million_entries_is_not_read(offered: Path) -> None:
    entry = DIRECTORY.pack(b"PK\1\2", 20, 20, 0, 0, 0, 33, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"x"
    directory = entry * 1_500_000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, len(directory), 0, 0)
    offered.write_bytes(directory + end)
    started = time.process_time()
    with refused("packs.not_a_pack", "packs.damaged"):
        ZipContainer(offered)
    assert time.process_time() - started < 0.05


def test_b03_as_many_members_as_allowed_and_one_more(offered: Path) -> None:
    members = {f"metadata/{number}.root.json": b"" for number in range(1, limits.MEMBERS + 2)}
    write_archive(offered, members)
    with refused("packs.damaged"):
        ZipContainer(offered)
    members.popitem()
    assert len(read_members(write_archive(offered, members))) == limits.MEMBERS


def with_integer(data: bytes, at: int, length: int, value: int) -> bytes:
    """`data` with the little-endian integer at `at` replaced."""
    return data[:at] + value.to_bytes(length, "little") + data[at + length :]


@pytest.mark.parametrize("name", FIELDS)
def test_b04_b06_b09_any_other_header_is_refused(offered: Path, name: str) -> None:
    """Forged sizes, compression, encryption, links and devices, dates, disks: each is one changed field."""
    good = build_archive({MEMBER: b"some content", OTHER: b"more"})
    in_directory, in_header, length = FIELDS[name]
    start = good.index(b"PK\1\2")
    top = (1 << 8 * length) - 1
    there = int.from_bytes(good[start + in_directory :][:length], "little")
    for value in {0, 1, 8, 12, 14, 64, 99, 2048, there - 1, there + 1, 2**31, top - 1, top}:
        if value == there or not 0 <= value <= top:
            continue
        forged = [with_integer(good, start + in_directory, length, value)]
        if in_header is not None:
            forged.append(with_integer(good, in_header, length, value))
        if in_header is not None and name != "crc":  # who checks SHA-256 need not compute another sum
            forged.append(with_integer(forged[0], in_header, length, value))
        for data in forged:
            offered.write_bytes(data)
            with refused("packs.damaged"):
                read_members(offered)


@pytest.mark.parametrize("size", [2**32, 2**40, 2**63])
def test_b04_sizes_in_zip64_records_are_refused(offered: Path, size: int) -> None:
    record = struct.pack("<HHQQ", 1, 16, size, size)
    info = zip_layout.zip_info(MEMBER)
    info.extra = record
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        zipped.writestr(info, b"small")
    data = file.getvalue()
    start = data.index(b"PK\1\2")
    offered.write_bytes(with_integer(with_integer(data, start + 20, 4, 2**32 - 1), start + 24, 4, 2**32 - 1))
    with refused("packs.damaged"):
        ZipContainer(offered)


def test_b04_a_zip64_end_record_is_refused(offered: Path) -> None:
    good = build_archive({MEMBER: b"some content"})
    directory = good.index(b"PK\1\2")
    at = len(good) - zip_layout.END_BYTES
    record = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, at - directory, directory)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, at, 1)
    offered.write_bytes(good[:at] + record + locator + good[at:])
    with refused("packs.damaged"):
        ZipContainer(offered)
    huge = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, 2**62, directory)
    offered.write_bytes(good[:at] + huge + locator + good[at:])
    with refused("packs.damaged"):
        ZipContainer(offered)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_b06_compressed_members_are_refused(offered: Path, method: int) -> None:
    info = zip_layout.zip_info(MEMBER)
    info.compress_type = method
    with zipfile.ZipFile(offered, "w") as zipped:
        zipped.writestr(info, b"x" * 1000)
    with refused("packs.damaged"):
        ZipContainer(offered)


@pytest.mark.parametrize("flag", MORE_FLAGS.values(), ids=MORE_FLAGS.keys())
def test_b06_flags_are_refused(offered: Path, flag: int) -> None:
    good = build_archive({MEMBER: b"content"})
    start = good.index(b"PK\1\2")
    offered.write_bytes(with_integer(with_integer(good, start + 8, 2, flag), 6, 2, flag))
    with refused("packs.damaged"):
        ZipContainer(offered)


def test_b07_names_that_occur_twice_are_refused(offered: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(offered, "w") as zipped:
        zipped.writestr(zip_layout.zip_info(MEMBER), b"one")
        zipped.writestr(zip_layout.zip_info(MEMBER), b"two")
    with refused("packs.damaged"):
        ZipContainer(offered)


NAMES = [
    "metadata/Timestamp.json",
    "METADATA/timestamp.json",
    "metadata/01.root.json",
    "metadata/0.root.json",
    "metadata/1.mirrors.json",
    "metadata/١.root.json",
    "metadata/../timestamp.json",
    "/metadata/timestamp.json",
    "C:/metadata/timestamp.json",
    "metadata\\timestamp.json",
    "metadata/timestamp.json\n",
    "metadata/timestamp.json/",
    "metadata/timestamp.json.",
    "metadata/",
    "timestamp.json",
    "readme.txt",
    "mimetype",
    f"targets/{'A' * 64}.events.sqlite",
    f"targets/{'a' * 63}.events.sqlite",
    f"targets/{'a' * 64}.other.sqlite",
    f"targets/{'a' * 64}.x.jpg",
    f"targets/media/{'a' * 64}.x.jpg ",
    f"targets/media/{'a' * 64}.x.svg",
    f"targets/media/{'a' * 64}.x.jpg.exe",
    f"targets/media/../{'a' * 64}.x.jpg",
    f"targets/media/sub/{'a' * 64}.x.jpg",
]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_b08_other_names_are_refused(offered: Path, name: str) -> None:
    write_archive(offered, {name: b"x"})
    with refused("packs.damaged"):
        ZipContainer(offered)


def test_b08_a_name_cut_short_by_nul_is_refused(offered: Path) -> None:
    name = "metadata/timestamp.json"
    offered.write_bytes(build_archive({f"{name}_.exe": b"x"}).replace(b"_.exe", b"\0.exe"))
    with refused("packs.damaged"):
        ZipContainer(offered)


@pytest.mark.parametrize(
    "mode", [stat.S_IFLNK, stat.S_IFDIR, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK, 0]
)
def test_b09_anything_but_a_regular_file_is_refused(offered: Path, mode: int) -> None:
    info = zip_layout.zip_info(MEMBER)
    info.external_attr = (mode | 0o644) << 16
    with zipfile.ZipFile(offered, "w") as zipped:
        zipped.writestr(info, b"/etc/passwd")
    with refused("packs.damaged"):
        ZipContainer(offered)


def test_b10_bytes_that_belong_to_no_member_are_refused(offered: Path) -> None:
    good = build_archive({MEMBER: b"some content", OTHER: b"more"})
    end = len(good) - zip_layout.END_BYTES
    commented = good[:-2] + b"\x04\x00note"
    directory = good.index(b"PK\1\2")
    gap = good[:directory] + b"gap!" + with_integer(good[directory:], end - directory + 16, 4, directory + 4)
    for data, code in (
        (b"#!/bin/sh\nexit\n" + good, "packs.damaged"),
        (good + good, "packs.damaged"),
        (commented, "packs.unfinished"),
        (good + b"\0", "packs.unfinished"),
        (good + b"<html>" * 50, "packs.unfinished"),
        (gap, "packs.damaged"),
    ):
        offered.write_bytes(data)
        with refused(code):
            ZipContainer(offered)


def test_b10_members_that_overlap_are_refused(offered: Path) -> None:
    good = build_archive({MEMBER: b"some content", OTHER: b"more"})
    second = good.rindex(b"PK\1\2")
    offered.write_bytes(with_integer(good, second + 42, 4, 0))
    with refused("packs.damaged"):
        ZipContainer(offered)
