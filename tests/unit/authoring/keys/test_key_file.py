"""Key files with a passphrase: opened, refused, asked for once."""

import errno
import shutil
import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from kiosk.authoring.keys import key_file
from kiosk.authoring.keys.key_file import KeyReader, create_key, replace_private_file
from tests.packs_builder import refused
from tests.unit.authoring.keys.protected import PASSPHRASE, Typist


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two protected keys and a plain one."""
    folder = tmp_path_factory.mktemp("keys")
    for name, passphrase in (("a", PASSPHRASE), ("b", PASSPHRASE), ("plain", "")):
        create_key(folder / f"{name}.pem", passphrase)
    return folder


def test_a_passphrase_that_opened_a_key_is_tried_on_the_next(made: Path) -> None:
    typist = Typist(f" {PASSPHRASE}\n")
    reader = KeyReader(typist)
    ids = {reader.read_signer(made / name).public_key.keyid for name in ("a.pem", "b.pem", "a.pem")}
    assert len(ids) == 2
    assert typist.asked == ["a.pem"]


def test_a_plain_key_needs_nobody(made: Path) -> None:
    assert KeyReader().read(made / "plain.pem")
    assert stat.S_IMODE((made / "a.pem").stat().st_mode) == 0o600


def test_a_protected_key_without_anybody_to_ask_is_refused(made: Path) -> None:
    with refused("keys.passphrase.needed", file=str(made / "a.pem")):
        KeyReader().read(made / "a.pem")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "keys.passphrase.none"),
        ("  \n", "keys.passphrase.none"),
        ("\u200b", "keys.passphrase.none"),
        ("wrong", "keys.passphrase.wrong"),
        (PASSPHRASE.upper(), "keys.passphrase.wrong_cyrillic"),
        (f"{PASSPHRASE} {PASSPHRASE}", "keys.passphrase.wrong_cyrillic"),
        ("\udce9", "keys.passphrase.none"),
    ],
)
def test_what_does_not_open_a_key_is_refused_and_may_be_typed_again(
    made: Path, typed: str, code: str
) -> None:
    reader = KeyReader(Typist(typed, PASSPHRASE))
    with refused(code):
        reader.read(made / "a.pem")
    assert reader.read(made / "a.pem")


def test_a_damaged_key_is_not_called_a_wrong_passphrase(made: Path, tmp_path: Path) -> None:
    whole = (made / "a.pem").read_bytes()
    (tmp_path / "cut.pem").write_bytes(whole[:150])
    with refused("keys.unreadable", file=str(tmp_path / "cut.pem")):
        KeyReader(Typist(PASSPHRASE)).read(tmp_path / "cut.pem")


def test_a_key_of_another_kind_or_none_at_all_is_refused(tmp_path: Path) -> None:
    other = generate_private_key(65537, 2048)
    pem = other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "rsa.pem").write_bytes(pem)
    for name in ("rsa.pem", "missing.pem", "."):
        with refused("keys.unreadable"):
            KeyReader().read(tmp_path / name)


def test_a_full_disk_leaves_the_old_file(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(made / "a.pem", tmp_path / "a.pem")
    before = (tmp_path / "a.pem").read_bytes()

    def fail(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(key_file.os, "fsync", fail)
    with pytest.raises(OSError, match="no room"):
        replace_private_file(tmp_path / "a.pem", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.pem": before}


def test_what_an_interruption_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".a.pem.new").write_bytes(b"half")
    replace_private_file(tmp_path / "a.pem", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pem"]
    assert (tmp_path / "a.pem").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "a.pem").stat().st_mode) == 0o600
