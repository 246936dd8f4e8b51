"""One process prints at a time, and the job of a killed one is recorded."""

from pathlib import Path

from kiosk.printing.print_lock import hold_print_lock
from tests.mounts import mounted_tmpfs
from tests.packs_builder import refused


def test_one_holder_at_a_time_has_the_lock(tmp_path: Path) -> None:
    with hold_print_lock(tmp_path), refused("printing.busy"), hold_print_lock(tmp_path):
        pass
    with hold_print_lock(tmp_path) as mine:
        assert mine.left_job == ""


def test_the_recorded_job_is_left_to_the_next_holder(tmp_path: Path) -> None:
    with hold_print_lock(tmp_path) as mine:
        mine.record_job("Office-12345")
        mine.record_job("Office-7")
    with hold_print_lock(tmp_path) as mine:
        assert mine.left_job == "Office-7"
        mine.record_job("")
    with hold_print_lock(tmp_path) as mine:
        assert mine.left_job == ""


def test_a_full_disk_does_not_prevent_printing(tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "disk", "size=8k") as disk, hold_print_lock(disk) as mine:
        with (disk / "filler").open("wb", buffering=0) as filler:
            while filler.write(b"x" * 4096) == 4096 and filler.tell() < 4096:
                pass
        mine.record_job("Office-7")
