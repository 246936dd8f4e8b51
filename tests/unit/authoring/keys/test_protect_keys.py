"""Giving keys a passphrase, and another one."""

import errno
import shutil
from pathlib import Path

import pytest

from kiosk.authoring.keys import protect_keys as module
from kiosk.authoring.keys.key_file import KeyReader, create_key
from kiosk.authoring.keys.protect_keys import find_key_files, protect_keys
from kiosk.base.errors import KioskError
from tests.packs_builder import refused
from tests.unit.authoring.keys.protected import OTHER, PASSPHRASE, Typist, read_files


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a protected key and a plain one."""
    folder = tmp_path_factory.mktemp("keys")
    create_key(folder / "publisher-1.pem", PASSPHRASE)
    create_key(folder / "root-1.pem")
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "keys"))


def test_every_key_stays_itself_under_the_new_passphrase(folder: Path, made: Path) -> None:
    files = find_key_files(folder)
    typist = Typist(PASSPHRASE)
    protect_keys(files, typist, lambda: OTHER)
    assert typist.asked == ["publisher-1.pem"]
    old, new = KeyReader(Typist(PASSPHRASE)), KeyReader(Typist(OTHER))
    for file in files:
        assert new.read(file).private_bytes_raw() == old.read(made / file.name).private_bytes_raw()
    with refused("keys.passphrase.wrong_cyrillic"):
        KeyReader(Typist(PASSPHRASE)).read(folder / "root-1.pem")


@pytest.mark.parametrize("typed", ["", OTHER])
def test_a_wrong_passphrase_or_none_changes_nothing(folder: Path, typed: str) -> None:
    before = read_files(folder)
    with refused("keys.passphrase.wrong", "keys.passphrase.none"):
        protect_keys(find_key_files(folder), Typist(typed), lambda: OTHER)
    assert read_files(folder) == before


def test_a_refused_new_passphrase_changes_nothing(folder: Path) -> None:
    before = read_files(folder)

    def refuse() -> str:
        raise KioskError("keys.passphrase.different")

    with refused("keys.passphrase.different"):
        protect_keys(find_key_files(folder), Typist(PASSPHRASE), refuse)
    assert read_files(folder) == before


def test_after_an_interruption_both_passphrases_open_all_keys(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = module.replace_private_file

    def fail_at_root(path: Path, data: bytes) -> None:
        if path.name.startswith("root"):
            raise OSError(errno.ENOSPC, "no room")
        write(path, data)

    monkeypatch.setattr(module, "replace_private_file", fail_at_root)
    (folder / "publisher-1.pem").rename(folder / "a.pem")
    with refused("save.no_room"):
        protect_keys(find_key_files(folder), Typist(PASSPHRASE), lambda: OTHER)
    monkeypatch.undo()
    protect_keys(find_key_files(folder), Typist(OTHER), lambda: OTHER)
    reader = KeyReader(Typist(OTHER))
    assert all(reader.read(file) for file in find_key_files(folder))


def test_a_single_file_is_enough_and_an_empty_folder_is_not(folder: Path, tmp_path: Path) -> None:
    assert find_key_files(folder / "root-1.pem") == (folder / "root-1.pem",)
    (tmp_path / "empty").mkdir()
    with refused("keys.no_files", folder=str(tmp_path / "empty")):
        find_key_files(tmp_path / "empty")
