"""Reads a keys folder: its publisher, the keys that are valid now, and which of their files are present."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tuf.api.metadata import Metadata, Root, Timestamp

from kiosk.authoring.keys.encrypted_key import is_encrypted
from kiosk.authoring.keys.key_folder import read_root_chain, root_file
from kiosk.base.errors import KioskError
from kiosk.base.safe_open import read_regular_file
from kiosk.packs.publisher import Publisher
from kiosk.packs.verification import verify_root

ROOT, PUBLISHER = "root", "publisher"
"""The two kinds of key, as in the names of their files: 'root-1.pem' and 'publisher-1.pem'."""
ID_LENGTH = 8
"""Hex digits of a key's id that suffice to identify it."""


@dataclass(frozen=True, slots=True)
class Key:
    """A valid key: name ('root-1'), kind, TUF key id in hex, and its file, which may be absent."""

    name: str
    kind: str
    id: str
    file: Path

    @property
    def is_present(self) -> bool:
        """Whether the file is in the folder."""
        return self.file.is_file()

    @property
    def is_protected(self) -> bool:
        """Whether the file is in the folder and only a passphrase opens it."""
        return self.is_present and is_encrypted(read_regular_file(self.file))

    def matches(self, name: str) -> bool:
        """Whether `name` is this key's name, the name of its file, or the beginning of its id."""
        is_name = name.removesuffix(".pem") == self.name
        return is_name or (len(name) >= ID_LENGTH and self.id.startswith(name.lower()))


@dataclass(frozen=True, slots=True)
class Keyring:
    """`chain` is all root metadata, oldest first; `keys` are those that `root`, the newest, lists.

    A key is numbered when it first appears in the chain and keeps its name; `last_numbers` are the highest
    numbers of each kind so far.
    """

    folder: Path
    publisher: Publisher
    chain: tuple[bytes, ...]
    root: Root
    keys: tuple[Key, ...]
    last_numbers: dict[str, int]

    @property
    def threshold(self) -> int:
        """How many root keys must sign a change of keys or rights."""
        return int(self.root.roles[Root.type].threshold)

    @property
    def expires(self) -> datetime:
        """When the newest root metadata expires, in UTC."""
        return self.root.expires

    def keys_of_kind(self, kind: str) -> tuple[Key, ...]:
        """The valid keys of one kind."""
        return tuple(key for key in self.keys if key.kind == kind)

    def root_files(self) -> Iterator[tuple[Path, bytes]]:
        """All root metadata, each with its file."""
        for number, root in enumerate(self.chain, 1):
            yield root_file(self.folder, number), root

    def find_keys(self, names: list[str]) -> tuple[Key, ...]:
        """The keys that `names` match; KioskError 'keys.unknown_key' for the first that matches none."""
        for name in names:
            if not any(key.matches(name) for key in self.keys):
                known = ", ".join(key.name for key in self.keys)
                raise KioskError("keys.unknown_key", folder=str(self.folder), key=name, known=known)
        return tuple(key for key in self.keys if any(key.matches(name) for name in names))


def read_keyring(folder: Path) -> Keyring:
    """Read the keys folder `folder`; KioskError 'keys.no_folder', 'packs.root' or 'packs.field'."""
    chain = tuple(read_root_chain(folder))
    publisher = verify_root(chain[-1])
    roots = [Metadata[Root].from_bytes(data).signed for data in chain]
    names: dict[str, tuple[str, str]] = {}
    last_numbers = {ROOT: 0, PUBLISHER: 0}
    for root in roots:
        for kind, role in ((ROOT, Root.type), (PUBLISHER, Timestamp.type)):
            for id in root.roles[role].keyids:
                if id not in names:
                    last_numbers[kind] += 1
                    names[id] = (f"{kind}-{last_numbers[kind]}", kind)
    active_ids = [id for role in (Root.type, Timestamp.type) for id in roots[-1].roles[role].keyids]
    keys = tuple(Key(*names[id], id, folder / f"{names[id][0]}.pem") for id in active_ids)
    return Keyring(folder, publisher, chain, roots[-1], keys, last_numbers)
