"""Staff add root metadata once; it cannot be replaced by accident."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.library.trust.trusted_roots import add_root, read_trusted_roots
from kiosk.packs.fingerprint import fingerprint
from kiosk.packs.publisher import RIGHTS_FIELD
from tests.library_kit import LibraryKit, sample_publisher
from tests.packs_builder import LOCAL, PackPublisher, refused
from tests.unprivileged import run_unprivileged


@pytest.fixture
def root(tmp_path: Path) -> Path:
    path = tmp_path / "root.json"
    path.write_bytes(PackPublisher().root)
    return path


def test_a_publisher_that_was_added_is_listed(tmp_path: Path, root: Path) -> None:
    library = tmp_path / "library"
    assert read_trusted_roots(library) == ()
    added = add_root(library, root)
    assert (added.publisher, added.name, added.hosts) == (LOCAL.id, LOCAL.name, LOCAL.hosts)
    assert (added.venues, added.themes, added.rank) == (("*",), ("*",), 0)
    assert [len(group) for group in added.fingerprint.split()] == [5] * 8
    assert added.fingerprint.replace(" ", "").isdecimal()
    assert read_trusted_roots(library) == (added,)


def test_the_fingerprint_is_the_end_of_the_hash_in_decimal_digits() -> None:
    # sha256(b"abc") = ba7816bf… of FIPS 180-2, appendix B.1
    whole = 0xBA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD
    assert fingerprint(b"abc").replace(" ", "") == str(whole)[-40:]


def test_the_rights_listed_are_those_of_the_newest_pack(tmp_path: Path) -> None:
    kit = LibraryKit(tmp_path, sample_publisher())
    (before,) = read_trusted_roots(kit.folder)
    rights = replace(LOCAL, themes=("innovation", "friendship"), rank=7)
    kit.publisher.rotate_keys(
        edit=lambda root: root.unrecognized_fields.update({RIGHTS_FIELD: rights.to_fields()})
    )
    kit.install(1)
    (after,) = read_trusted_roots(kit.folder)
    assert after == replace(before, themes=rights.themes, rank=7, number=2)


def test_the_tenth_root_is_newer_than_the_ninth(tmp_path: Path) -> None:
    kit = LibraryKit(tmp_path, sample_publisher())
    for _ in range(9):
        kit.publisher.rotate_keys()
    kit.install(1)
    (newest,) = read_trusted_roots(kit.folder)
    assert newest.number == 10


def test_adding_a_root_twice_changes_nothing(tmp_path: Path, root: Path) -> None:
    library = tmp_path / "library"
    first = add_root(library, root)
    inode = (library / "trust/local.root.json").stat().st_ino
    assert add_root(library, root) == first
    assert (library / "trust/local.root.json").stat().st_ino == inode


def test_another_root_for_the_same_publisher_is_refused(tmp_path: Path, root: Path) -> None:
    library = tmp_path / "library"
    first = add_root(library, root)
    root.write_bytes(PackPublisher().root)
    with refused("library.other_root", name=LOCAL.name):
        add_root(library, root)
    assert read_trusted_roots(library) == (first,)


@pytest.mark.parametrize(
    "content", [None, b"", b"{}", b"x" * 70_000], ids=["missing", "empty", "table", "long"]
)
def test_a_file_without_root_metadata_is_refused(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "file.json"
    if content is not None:
        file.write_bytes(content)
    with refused("library.no_root", "library.root_unread", "packs.root", "packs.field"):
        add_root(tmp_path / "library", file)
    assert not (tmp_path / "library/trust").exists()


def test_a_file_that_the_kiosk_may_not_read_is_refused_with_the_reason(tmp_path: Path, root: Path) -> None:
    root.chmod(0)
    said = run_unprivileged(
        "import sys; from kiosk.__main__ import main; sys.stderr = sys.stdout; main(sys.argv[1:])",
        *("trust", "add", root, "--library", tmp_path / "library"),
    )
    assert f"{root} cannot be read (no permission)" in said


def test_a_root_that_its_own_keys_did_not_sign_is_refused(tmp_path: Path, root: Path) -> None:
    root.write_bytes(root.read_bytes().replace(b"kz.usembassy.gov", b"kz.usembassy.com"))
    with refused("packs.root"):
        add_root(tmp_path / "library", root)


def test_only_packs_of_trusted_publishers_are_installed(tmp_path: Path) -> None:
    kit = LibraryKit(tmp_path, sample_publisher())
    (kit.folder / "trust/local.root.json").unlink()
    with refused("packs.unknown_publisher", publisher=LOCAL.name):
        kit.install(1)
    assert [path.name for path in kit.folder.iterdir()] == ["trust"]


def test_a_publisher_of_the_same_name_with_other_keys_is_refused(tmp_path: Path) -> None:
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.publisher = sample_publisher()
    with refused("packs.not_signed", "packs.mixed", "packs.damaged"):
        kit.install(1)
