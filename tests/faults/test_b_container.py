"""Fault catalogue, B1, B2, B11, B16 and B17: only signed content is copied to the disk."""

import io
import os
import random
import resource
import shutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.packs.zip_container import ZipContainer
from tests.packs_builder import PackPublisher, PackReader, build_archive, read_members, refused, write_archive

FLIPPED = (
    *("packs.damaged", "packs.unfinished", "packs.not_a_pack", "packs.changed"),
    *("packs.not_signed", "packs.mixed", "packs.field"),
)


@pytest.fixture(scope="module")
def publisher() -> PackPublisher:
    """A publisher of one small pack."""
    return PackPublisher()


@pytest.fixture(scope="module")
def good(publisher: PackPublisher) -> bytes:
    """The bytes of that pack."""
    return build_archive(publisher.members())


def test_a_written_pack_is_read_back(publisher: PackPublisher, good: bytes, offered: Path) -> None:
    offered.write_bytes(good)
    assert read_members(offered) == publisher.members()
    with zipfile.ZipFile(offered) as any_tool:
        assert any_tool.testzip() is None


def test_b01_every_truncation_is_an_unfinished_copy(good: bytes, offered: Path) -> None:
    offered.write_bytes(good)
    for length in reversed(range(len(good))):
        os.truncate(offered, length)
        with refused("packs.unfinished"):
            ZipContainer(offered)


def test_b01_a_preallocated_copy_is_an_unfinished_copy(good: bytes, offered: Path) -> None:
    offered.write_bytes(good[:2000].ljust(len(good), b"\0"))
    with refused("packs.unfinished"):
        ZipContainer(offered)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_b02_a_flipped_bit_never_changes_verified_content(
    publisher: PackPublisher, good: bytes, tmp_path_factory: pytest.TempPathFactory, place: float, bit: int
) -> None:
    folder = tmp_path_factory.mktemp("flip")
    flipped = bytearray(good)
    flipped[int(place * len(good))] ^= 1 << bit
    (folder / "pack").write_bytes(flipped)
    reader = PackReader(folder / "kiosk", publisher.root)
    try:
        reader.offer(folder / "pack")
    except Exception as error:
        with refused(*FLIPPED):
            raise error
    else:
        # a flip in the pack's copy of the root metadata the kiosk already has changes nothing
        assert {path.name: path.read_bytes() for path in reader.files.rglob("*.*")} == {
            Path(name).name: data for name, data in publisher.files.items()
        }


def test_b11_a_file_that_is_no_pack_has_its_own_error(offered: Path) -> None:
    make_picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(make_picture, "JPEG")
    for data in (
        b"x",
        random.Random(11).randbytes(10_000),
        make_picture.getvalue(),
        b"SQLite format 3\0" * 100,
    ):
        offered.write_bytes(data)
        with refused("packs.not_a_pack"):
            ZipContainer(offered)


def test_b11_an_empty_archive_is_refused(offered: Path) -> None:
    write_archive(offered, {})
    with refused("packs.not_a_pack", "packs.damaged"):
        ZipContainer(offered)


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe"])
def test_b11_only_regular_files_are_opened(tmp_path: Path, kind: str) -> None:
    path = tmp_path / kind
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    with refused("packs.no_file", path=str(path)):
        ZipContainer(path)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs Linux, for a file that cannot be read")
def test_b11_a_read_error_has_its_own_error_code() -> None:
    with refused("packs.unreadable"):
        ZipContainer(Path("/proc/self/mem"))


def test_b11_an_open_error_has_its_own_error_code(good: bytes, offered: Path) -> None:
    offered.write_bytes(good)
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, limit[1]))
    try:
        with pytest.raises(KioskError) as caught:
            ZipContainer(offered)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limit)
    assert caught.value.code == "packs.unreadable"


def test_b16_the_right_crc_over_other_content_is_refused(
    publisher: PackPublisher, offered: Path, tmp_path: Path
) -> None:
    members = publisher.members()
    name = next(name for name in members if name.endswith(".events.sqlite"))
    members[name] = members[name][::-1]
    write_archive(offered, members)
    with zipfile.ZipFile(offered) as any_tool:
        assert any_tool.testzip() is None
    with refused("packs.changed"):
        PackReader(tmp_path / "kiosk", publisher.root).offer(offered)


def test_a_pack_longer_than_allowed_is_refused(offered: Path) -> None:
    with offered.open("wb") as file:
        file.truncate(limits.PACK_BYTES + 1)
    with refused("packs.too_large"):
        ZipContainer(offered)


@pytest.mark.campaign
def test_b17_random_damage_ends_in_a_kiosk_error(
    publisher: PackPublisher, good: bytes, tmp_path: Path
) -> None:
    """Half of the packs are damaged as a file, half in one member of an otherwise valid archive."""
    chance = random.Random(17)
    path, members = tmp_path / "pack", publisher.members()
    for number in range(20_000):
        if number % 2:
            name = chance.choice(list(members))
            data = build_archive(members | {name: damage(members[name], chance)})
        else:
            data = damage(good, chance)
        path.write_bytes(data)
        reader = PackReader(tmp_path / "kiosk", publisher.root)
        try:
            reader.offer(path)
        except KioskError:
            pass
        else:
            assert {file.name: file.read_bytes() for file in reader.files.rglob("*.*")} == {
                Path(name).name: data for name, data in publisher.files.items()
            }
        finally:
            shutil.rmtree(reader.folder)


def damage(data: bytes, chance: random.Random) -> bytes:
    """`data` with one to four random cuts, repetitions, bit flips or boundary values."""
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
