"""Tests which partition of a stick is read and written."""

from pathlib import Path

from kiosk.sources.stick import Partition, Stick


def partition(name: str, read_only: bool = False, safe: bool = True) -> Partition:
    return Partition(Path("/media", name), f"/dev/{name}", name, "vfat", read_only, safe)


def test_files_are_saved_on_the_first_safe_partition_that_can_be_written() -> None:
    unsafe, locked, good = partition("a", safe=False), partition("b", read_only=True), partition("c")
    assert Stick((unsafe, locked, good)).target == good
    assert Stick((unsafe, locked)).target == locked
    assert Stick((unsafe,)).target is None
    assert Stick((unsafe, locked, good)).readable == (locked, good)


def test_a_pack_lies_on_the_partition_that_its_path_names() -> None:
    stick = Stick((partition("a"), partition("ab"), partition("c", safe=False)))
    assert stick.name == "a, ab, c"
    assert stick.partition_of(Path("/media/ab/packs/1.kpack")) == stick.partitions[1]
    assert stick.partition_of(Path("/media/c/1.kpack")) is None
    assert stick.partition_of(Path("/media/1.kpack")) is None
