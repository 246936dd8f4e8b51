"""Fault catalogue, section B: the ZIP. One exact shape is read; what is on disk afterwards was signed."""

import io
import os
import random
import resource
import shutil
import stat
import struct
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk import limits
from kiosk.errors import KioskError
from kiosk.packs import layout
from kiosk.packs.container import Container
from kiosk.packs.pack import Pack
from kiosk.packs.trust import verify
from tests.packs_builder import SIGNED_AT, Publishing, Reader, archive, refused, write

NOW = SIGNED_AT + limits.DAY
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


FLIPPED = (
    *("packs.damaged", "packs.unfinished", "packs.not_a_pack", "packs.changed"),
    *("packs.not_signed", "packs.mixed", "packs.field"),
)


@pytest.fixture(scope="module")
def shop() -> Publishing:
    """A publisher of one small pack."""
    return Publishing()


@pytest.fixture(scope="module")
def good(shop: Publishing) -> bytes:
    """That pack."""
    return archive(shop.members())


@pytest.fixture
def offered(tmp_path: Path) -> Path:
    """Where a test writes the pack it offers."""
    return tmp_path / "offered.kpack"


def read(path: Path) -> dict[str, bytes]:
    """Every member of a container."""
    with Container(path) as container:
        return {name: container.read(name, limits.MIB) for name in container.sizes}


def test_what_was_packed_is_read(shop: Publishing, good: bytes, offered: Path) -> None:
    offered.write_bytes(good)
    assert read(offered) == shop.members()
    with zipfile.ZipFile(offered) as any_tool:
        assert any_tool.testzip() is None


def test_b01_every_truncation_is_an_unfinished_copy(good: bytes, offered: Path) -> None:
    offered.write_bytes(good)
    for length in reversed(range(len(good))):
        os.truncate(offered, length)
        with refused("packs.unfinished"):
            Container(offered)


def test_b01_a_copy_with_its_length_set_beforehand_is_unfinished(good: bytes, offered: Path) -> None:
    offered.write_bytes(good[:2000].ljust(len(good), b"\0"))
    with refused("packs.unfinished"):
        Container(offered)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_b02_a_flipped_bit_never_forges(
    shop: Publishing, good: bytes, tmp_path_factory: pytest.TempPathFactory, place: float, bit: int
) -> None:
    folder = tmp_path_factory.mktemp("flip")
    flipped = bytearray(good)
    flipped[int(place * len(good))] ^= 1 << bit
    (folder / "pack").write_bytes(flipped)
    reader = Reader(folder / "kiosk", shop.root)
    try:
        reader.offer(folder / "pack")
    except Exception as error:
        with refused(*FLIPPED):
            raise error
    else:
        # a flip in the pack's copy of the root metadata the kiosk already has changes nothing
        assert {path.name: path.read_bytes() for path in reader.files.rglob("*.*")} == {
            Path(name).name: data for name, data in shop.files.items()
        }


def test_b03_a_directory_of_a_million_entries_costs_nothing(offered: Path) -> None:
    entry = DIRECTORY.pack(b"PK\1\2", 20, 20, 0, 0, 0, 33, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"x"
    directory = entry * 1_500_000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, len(directory), 0, 0)
    offered.write_bytes(directory + end)
    started = time.process_time()
    with refused("packs.not_a_pack", "packs.damaged"):
        Container(offered)
    assert time.process_time() - started < 0.05


def test_b03_as_many_members_as_allowed_and_one_more(offered: Path) -> None:
    members = {f"metadata/{number}.root.json": b"" for number in range(1, limits.MEMBERS + 2)}
    write(offered, members)
    with refused("packs.damaged"):
        Container(offered)
    members.popitem()
    assert len(read(write(offered, members))) == limits.MEMBERS


def changed(data: bytes, at: int, length: int, value: int) -> bytes:
    """`data` with the little-endian integer at `at` replaced."""
    return data[:at] + value.to_bytes(length, "little") + data[at + length :]


@pytest.mark.parametrize("name", FIELDS)
def test_b04_b06_b09_any_other_header_is_refused(offered: Path, name: str) -> None:
    """Forged sizes, compression, encryption, links and devices, dates, disks: each is one changed field."""
    good = archive({MEMBER: b"some content", OTHER: b"more"})
    in_directory, in_header, length = FIELDS[name]
    start = good.index(b"PK\1\2")
    top = (1 << 8 * length) - 1
    there = int.from_bytes(good[start + in_directory :][:length], "little")
    for value in {0, 1, 8, 12, 14, 64, 99, 2048, there - 1, there + 1, 2**31, top - 1, top}:
        if value == there or not 0 <= value <= top:
            continue
        forged = [changed(good, start + in_directory, length, value)]
        if in_header is not None:
            forged.append(changed(good, in_header, length, value))
        if in_header is not None and name != "crc":  # who checks SHA-256 need not compute another sum
            forged.append(changed(forged[0], in_header, length, value))
        for data in forged:
            offered.write_bytes(data)
            with refused("packs.damaged"):
                read(offered)


@pytest.mark.parametrize("size", [2**32, 2**40, 2**63])
def test_b04_sizes_in_zip64_records_are_refused(offered: Path, size: int) -> None:
    record = struct.pack("<HHQQ", 1, 16, size, size)
    info = layout.entry(MEMBER)
    info.extra = record
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        zipped.writestr(info, b"small")
    data = file.getvalue()
    start = data.index(b"PK\1\2")
    offered.write_bytes(changed(changed(data, start + 20, 4, 2**32 - 1), start + 24, 4, 2**32 - 1))
    with refused("packs.damaged"):
        Container(offered)


def test_b04_a_zip64_end_record_is_refused(offered: Path) -> None:
    good = archive({MEMBER: b"some content"})
    directory = good.index(b"PK\1\2")
    at = len(good) - layout.END_BYTES
    record = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, at - directory, directory)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, at, 1)
    offered.write_bytes(good[:at] + record + locator + good[at:])
    with refused("packs.damaged"):
        Container(offered)
    huge = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, 2**62, directory)
    offered.write_bytes(good[:at] + huge + locator + good[at:])
    with refused("packs.damaged"):
        Container(offered)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_b06_compressed_members_are_refused(offered: Path, method: int) -> None:
    info = layout.entry(MEMBER)
    info.compress_type = method
    with zipfile.ZipFile(offered, "w") as zipped:
        zipped.writestr(info, b"x" * 1000)
    with refused("packs.damaged"):
        Container(offered)


@pytest.mark.parametrize("flag", MORE_FLAGS.values(), ids=MORE_FLAGS.keys())
def test_b06_flags_are_refused(offered: Path, flag: int) -> None:
    good = archive({MEMBER: b"content"})
    start = good.index(b"PK\1\2")
    offered.write_bytes(changed(changed(good, start + 8, 2, flag), 6, 2, flag))
    with refused("packs.damaged"):
        Container(offered)


def test_b07_names_that_occur_twice_are_refused(offered: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(offered, "w") as zipped:
        zipped.writestr(layout.entry(MEMBER), b"one")
        zipped.writestr(layout.entry(MEMBER), b"two")
    with refused("packs.damaged"):
        Container(offered)


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


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_b08_other_names_are_refused(offered: Path, name: str) -> None:
    write(offered, {name: b"x"})
    with refused("packs.damaged"):
        Container(offered)


def test_b08_a_name_cut_short_by_nul_is_refused(offered: Path) -> None:
    name = "metadata/timestamp.json"
    offered.write_bytes(archive({f"{name}_.exe": b"x"}).replace(b"_.exe", b"\0.exe"))
    with refused("packs.damaged"):
        Container(offered)


@pytest.mark.parametrize(
    "mode", [stat.S_IFLNK, stat.S_IFDIR, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK, 0]
)
def test_b09_anything_but_a_regular_file_is_refused(offered: Path, mode: int) -> None:
    info = layout.entry(MEMBER)
    info.external_attr = (mode | 0o644) << 16
    with zipfile.ZipFile(offered, "w") as zipped:
        zipped.writestr(info, b"/etc/passwd")
    with refused("packs.damaged"):
        Container(offered)


def test_b10_bytes_that_belong_to_no_member_are_refused(good: bytes, offered: Path) -> None:
    end = len(good) - layout.END_BYTES
    commented = good[:-2] + b"\x04\x00note"
    directory = good.index(b"PK\1\2")
    gap = good[:directory] + b"gap!" + changed(good[directory:], end - directory + 16, 4, directory + 4)
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
            Container(offered)


def test_b10_members_that_overlap_are_refused(offered: Path) -> None:
    good = archive({MEMBER: b"some content", OTHER: b"more"})
    second = good.rindex(b"PK\1\2")
    offered.write_bytes(changed(good, second + 42, 4, 0))
    with refused("packs.damaged"):
        Container(offered)


def test_b11_what_is_no_pack_is_called_that(offered: Path) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "JPEG")
    for data in (
        b"x",
        bytes(10_000),
        random.Random(11).randbytes(10_000),
        picture.getvalue(),
        b"SQLite format 3\0" * 100,
    ):
        offered.write_bytes(data)
        with refused("packs.not_a_pack"):
            Container(offered)


def test_b11_an_archive_of_nothing_is_refused(offered: Path) -> None:
    write(offered, {})
    with refused("packs.not_a_pack", "packs.damaged"):
        Container(offered)


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe"])
def test_b11_what_is_no_file_is_not_opened(tmp_path: Path, kind: str) -> None:
    path = tmp_path / kind
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    with refused("packs.no_file", path=str(path)):
        Container(path)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs Linux, for a file that cannot be read")
def test_b11_a_file_that_cannot_be_read_is_called_that() -> None:
    with refused("packs.unreadable"):
        Container(Path("/proc/self/mem"))


def test_b11_a_file_that_cannot_be_opened_is_called_that(good: bytes, offered: Path) -> None:
    offered.write_bytes(good)
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, limit[1]))
    try:
        with pytest.raises(KioskError) as caught:
            Container(offered)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limit)
    assert caught.value.code == "packs.unreadable"


def place(pack: Path, member: str) -> int:
    """Where the content of a member begins in a pack."""
    name = member.encode()
    return pack.read_bytes().index(name) + len(name)


def test_b13_a_file_changed_after_it_was_verified_is_refused(
    shop: Publishing, good: bytes, offered: Path, tmp_path: Path
) -> None:
    offered.write_bytes(good)
    with Pack(offered) as pack:
        found = verify(pack, shop.root, tmp_path / "state", NOW)
        with offered.open("r+b") as stick:
            stick.seek(place(offered, found.database.member) + 100)
            stick.write(b"!")
        with refused("packs.changed"):
            pack.save(found.database, tmp_path / "files")
    assert list((tmp_path / "files").iterdir()) == []


def test_b13_metadata_changed_after_the_directory_was_read_is_refused(
    shop: Publishing, good: bytes, offered: Path, tmp_path: Path
) -> None:
    offered.write_bytes(good)
    with Pack(offered) as pack:
        with offered.open("r+b") as stick:
            stick.seek(place(offered, "metadata/timestamp.json") + 20)
            stick.write(b"!")
        with refused("packs.damaged", "packs.not_signed"):
            verify(pack, shop.root, tmp_path / "state", NOW)


def test_b13_a_header_changed_after_the_directory_was_read_is_refused(
    shop: Publishing, good: bytes, offered: Path
) -> None:
    offered.write_bytes(good)
    with Container(offered) as container:
        with offered.open("r+b") as stick:
            stick.write(b"PK\3\4\0")
        with refused("packs.damaged"):
            container.read(next(iter(container.sizes)), limits.MIB)


def test_b14_a_file_that_shrinks_is_refused(
    shop: Publishing, good: bytes, offered: Path, tmp_path: Path
) -> None:
    offered.write_bytes(good)
    with Pack(offered) as pack:
        found = verify(pack, shop.root, tmp_path / "state", NOW)
        os.truncate(offered, place(offered, found.database.member) + 100)
        with refused("packs.damaged"):
            pack.save(found.database, tmp_path / "files")
    assert list((tmp_path / "files").iterdir()) == []


def test_b14_a_file_that_grows_gives_what_was_verified(
    shop: Publishing, good: bytes, offered: Path, tmp_path: Path
) -> None:
    offered.write_bytes(good)
    with Pack(offered) as pack:
        found = verify(pack, shop.root, tmp_path / "state", NOW)
        with offered.open("ab") as stick:
            stick.write(good)
        saved = {target.name: pack.save(target, tmp_path / "files").read_bytes() for target in found.targets}
    assert saved == shop.files


def test_b16_the_right_crc_over_other_content_is_refused(
    shop: Publishing, offered: Path, tmp_path: Path
) -> None:
    members = shop.members()
    name = next(name for name in members if name.endswith(".events.sqlite"))
    members[name] = members[name][::-1]
    write(offered, members)
    with zipfile.ZipFile(offered) as any_tool:
        assert any_tool.testzip() is None
    with refused("packs.changed"):
        Reader(tmp_path / "kiosk", shop.root).offer(offered)


def test_a_pack_longer_than_allowed_is_refused(offered: Path) -> None:
    with offered.open("wb") as file:
        file.truncate(limits.PACK_BYTES + 1)
    with refused("packs.too_large"):
        Container(offered)


@pytest.mark.campaign
def test_b17_random_damage_forges_nothing_and_ends_in_a_sentence(
    shop: Publishing, good: bytes, tmp_path: Path
) -> None:
    """Half of the packs are damaged as a file, half in one member of an otherwise sound archive."""
    chance = random.Random(17)
    path, members = tmp_path / "pack", shop.members()
    for number in range(50_000):
        if number % 2:
            name = chance.choice(list(members))
            data = archive(members | {name: damaged(members[name], chance)})
        else:
            data = damaged(good, chance)
        path.write_bytes(data)
        reader = Reader(tmp_path / "kiosk", shop.root)
        try:
            reader.offer(path)
        except KioskError:
            pass
        else:
            assert {file.name: file.read_bytes() for file in reader.files.rglob("*.*")} == {
                Path(name).name: data for name, data in shop.files.items()
            }
        finally:
            shutil.rmtree(reader.folder)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """`data` after one to four cuts, repetitions, flips or telling values."""
    result = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(result) or 1)
        length = chance.choice((1, 2, 4, 8, 100))
        piece = chance.choice(
            (
                b"",
                b"\xff" * length,
                bytes(length),
                chance.randbytes(length),
                b"PK\5\6",
                b"1",
                b'"',
                b"{",
                b"9" * 20,
            )
        )
        result[at : at + chance.choice((0, len(piece), length))] = piece
    return bytes(result)
