"""Disks that are nearly full, full, out of inodes or read-only, on real file systems in memory."""

import subprocess
from pathlib import Path

import pytest

from kiosk.base.errors import KioskError
from kiosk.base.limits import MIB
from kiosk.health.checks.disk import LOW_SPACE, check, existing_folder
from kiosk.library.install import RESERVE_BYTES
from tests.health_kit import describe
from tests.mounts import mounted_tmpfs
from tests.unprivileged import run_unprivileged

ASK = """import sys, pathlib
from kiosk.health.checks.disk import check
for finding in check(pathlib.Path(sys.argv[1])): print(finding.id, finding.level, finding.value["en"])"""


def found(folder: Path) -> dict[str, str]:
    return {finding.id: describe(finding) for finding in check(folder)}


def test_free_space_is_reported(tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "disk", f"size={LOW_SPACE + MIB}") as disk:
        assert found(disk) == {"disk": "good: 1.0 GB free of 1.0 GB"}


def test_low_and_full_disk_are_reported(tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "disk", f"size={RESERVE_BYTES + MIB}") as disk:
        low = "Only 257 MB free of 257 MB: a large programme may not fit."
        assert found(disk) == {"disk": f"attention: {low}"}
        (disk / "film").write_bytes(bytes(2 * MIB))
        full = "Only 255 MB free of 257 MB: with less than 256 MB no programme can be installed."
        assert found(disk / "library" / "not yet") == {"disk": f"broken: {full}"}


def test_disk_without_free_inodes_is_reported(tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "disk", f"size={2 * LOW_SPACE},nr_inodes=50") as disk:
        assert found(disk)["inodes"] == "attention: There is room for only 49 more files."


def test_read_only_disk_is_reported(tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "disk", f"size={2 * LOW_SPACE}") as disk:
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        assert found(disk)["read_only"].startswith("broken: The disk cannot be written to.")


def test_read_only_bind_mount_is_reported(tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "disk", f"size={2 * LOW_SPACE}") as disk:
        subprocess.run(["mount", "--bind", disk, disk], check=True)
        try:
            subprocess.run(["mount", "-o", "remount,bind,ro", disk], check=True)
            assert "read_only" in found(disk)
        finally:
            subprocess.run(["umount", disk], check=True)


def test_nearest_existing_parent_is_checked(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert existing_folder(tmp_path / "file" / "below") == tmp_path
    assert existing_folder(tmp_path) == tmp_path


@pytest.mark.parametrize("locked", [".", "gen", "state.db", "state.db-journal"])
def test_j08_a_library_that_may_not_be_written_to_is_reported(locked: str, tmp_path: Path) -> None:
    library = tmp_path / "library"
    (library / "gen").mkdir(parents=True)
    for name in ("state.db", "state.db-journal"):
        (library / name).touch()
    assert "read_only" not in run_unprivileged(ASK, library)
    (library / locked).chmod(0o555)
    expected = f"read_only broken The kiosk may not write to its library ({library}), so no programme can"
    assert expected in run_unprivileged(ASK, library)
    if locked == ".":
        assert "read_only broken" in run_unprivileged(ASK, library / "not yet")


def test_j08_a_state_that_is_read_from_a_copy_is_reported(tmp_path: Path) -> None:
    (finding,) = (found for found in check(tmp_path, KioskError("library.full")) if found.id == "read_only")
    assert describe(finding).startswith("broken: The library cannot be written to.")
