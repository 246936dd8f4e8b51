"""Fault catalogue, section F: a full disk, a read-only disk, flipped bits in any file of the library."""

import subprocess
from pathlib import Path

import pytest

from kiosk.base.errors import KioskError
from kiosk.library.install import install
from kiosk.library.status import read_status
from kiosk.programme.shown_programme import open_library
from tests.faults.scenes import two_publishers
from tests.library_kit import DAY_AFTER_SIGNING, LibraryKit, damage_file, prepare_edition, sample_publisher
from tests.mounts import mounted_tmpfs


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1, 2)
    return kit


@pytest.mark.parametrize("limit", ["size={}k", "size=64m,nr_inodes={}"], ids=["f06-bytes", "f07-inodes"])
def test_f06_f07_on_a_full_disk_the_old_programme_stays(tmp_path: Path, limit: str) -> None:
    """The free space grows step by step from one programme to both."""
    refusals = set()
    sizes = range(240, 1200, 20) if "size={}" in limit else range(20, 80)
    with mounted_tmpfs(tmp_path / "disk", "size=64m,nr_inodes=4k") as disk:
        kit = LibraryKit(disk, sample_publisher())
        kit.install(1)
        prepare_edition(kit.publisher, 2)
        pack = kit.publisher.pack(tmp_path / "2.kpack")
        (kit.packs / "1.kpack").unlink()
        for size in sizes:
            if subprocess.run(
                ["mount", "-o", f"remount,{limit.format(size)}", disk], capture_output=True
            ).returncode:
                continue
            try:
                done = install(kit.folder, pack, clock=DAY_AFTER_SIGNING, reserve=0)
            except KioskError as error:
                refusals.add(error.code)
                assert open_library(kit.folder).packs[0].version == 1
                assert len(list((kit.folder / "gen").iterdir())) == 1
            else:
                assert (done.already_shown, open_library(kit.folder).packs[0].version) == (False, 2)
                break
        else:
            pytest.fail("there was never room enough")
    assert refusals
    assert refusals <= {"library.full", "library.no_space", "library.storage"}


def test_f08_a_programme_on_a_read_only_disk_is_shown(tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "disk", "size=64m") as disk:
        kit = LibraryKit(disk, sample_publisher())
        kit.install(1)
        (kit.folder / "gen/.stage-left-over").mkdir()
        new = kit.pack(2)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        assert open_library(kit.folder).packs[0].version == 1
        assert read_status(kit.folder).damaged == ()
        with pytest.raises(KioskError) as caught:
            install(kit.folder, new, clock=DAY_AFTER_SIGNING, reserve=0)
        assert caught.value.code == "library.storage"


def test_f11_a_flipped_bit_in_any_file_is_survived(tmp_path: Path) -> None:
    """One bit at the start, middle and end of each file of the library: an intact generation is shown."""
    library = two_publishers(tmp_path).folder
    files = sorted(
        path.relative_to(library) for path in library.rglob("*") if path.is_file() and path.stat().st_size
    )
    assert len(files) > 15
    for name in files:
        for place in (0, 0.5, 0.999):
            sick = tmp_path / "sick"
            subprocess.run(["cp", "-a", library, sick], check=True)
            damage_file(sick / name, int((sick / name).stat().st_size * place))
            versions = {pack.publisher: pack.version for pack in open_library(sick).packs}
            assert versions in ({"local": 1, "neighbour": 7}, {"neighbour": 7}, {"local": 1}), name
            subprocess.run(["chmod", "-R", "u+w", sick], check=True)
            subprocess.run(["rm", "-r", sick], check=True)


@pytest.mark.parametrize("rotten", ["events.sqlite", "media/run.jpg", "tuf", "state"])
def test_f11_installing_again_repairs_damage_and_admits_nothing_older(kit: LibraryKit, rotten: str) -> None:
    paths = {"tuf": "local/tuf/timestamp.json", "state": "../../state.db"}
    damage_file(kit.shown_path(paths.get(rotten, f"local/files/{rotten}")))
    with pytest.raises(KioskError):
        kit.install(1)
    assert kit.install(2).pack.version == 2
    assert open_library(kit.folder).packs[0].version == 2
    assert read_status(kit.folder).damaged == ()
