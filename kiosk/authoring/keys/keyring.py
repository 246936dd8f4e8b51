"""What a keys folder says: whose it is, which keys count now, and which of their files are here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tuf.api.metadata import Metadata, Root, Timestamp

from kiosk.authoring.keys.key_folder import read_root_chain
from kiosk.base.errors import KioskError
from kiosk.packs.publisher import Publisher
from kiosk.packs.verification import verify_root

ROOT, PUBLISHER = "root", "publisher"
"""The two kinds of key, as their files are called: 'root-1.pem' and 'publisher-1.pem'."""
ID_LENGTH = 8
"""Hex digits of a key's id that are enough to name it."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key that counts: name ('root-1'), kind, TUF key id in hex, and its file, which may be elsewhere."""

    name: str
    kind: str
    id: str
    file: Path

    @property
    def is_present(self) -> bool:
        """Whether the file is in the folder."""
        return self.file.is_file()

    def matches(self, name: str) -> bool:
        """Whether people mean this key: by its name, the name of its file, or the beginning of its id."""
        named = name.removesuffix(".pem") == self.name
        return named or (len(name) >= ID_LENGTH and self.id.startswith(name.lower()))


@dataclass(frozen=True, slots=True)
class Keyring:
    """`chain` is all root metadata, oldest first; `keys` are those that `root`, the newest, lists.

    A key is numbered when it first appears in the chain and keeps its name; `last` is how many there have
    been of each kind.
    """

    folder: Path
    publisher: Publisher
    chain: tuple[bytes, ...]
    root: Root
    keys: tuple[Key, ...]
    last_numbers: dict[str, int]

    @property
    def threshold(self) -> int:
        """How many root keys together change keys and rights."""
        return int(self.root.roles[Root.type].threshold)

    @property
    def expires(self) -> datetime:
        """Until when the newest root metadata is good, in UTC."""
        return self.root.expires

    def keys_of_kind(self, kind: str) -> tuple[Key, ...]:
        """The keys of one kind that count."""
        return tuple(key for key in self.keys if key.kind == kind)

    def root_files(self) -> Iterator[tuple[Path, bytes]]:
        """All root metadata with the file each is in."""
        for number, root in enumerate(self.chain, 1):
            yield self.folder / ("root.json" if number == 1 else f"{number}.root.json"), root

    def find_keys(self, names: list[str]) -> tuple[Key, ...]:
        """The keys people mean; KioskError 'keys.unknown_key' for the first name that is none that counts."""
        for name in names:
            if not any(key.matches(name) for key in self.keys):
                known = ", ".join(key.name for key in self.keys)
                raise KioskError("keys.unknown_key", folder=str(self.folder), key=name, known=known)
        return tuple(key for key in self.keys if any(key.matches(name) for name in names))


def read_keyring(folder: Path) -> Keyring:
    """The keys folder `folder`; KioskError 'keys.no_folder', 'packs.root' or 'packs.field'."""
    chain = tuple(read_root_chain(folder))
    publisher = verify_root(chain[-1])
    roots = [Metadata[Root].from_bytes(data).signed for data in chain]
    names: dict[str, tuple[str, str]] = {}
    last = {ROOT: 0, PUBLISHER: 0}
    for root in roots:
        for kind, role in ((ROOT, Root.type), (PUBLISHER, Timestamp.type)):
            for id in root.roles[role].keyids:
                if id not in names:
                    last[kind] += 1
                    names[id] = (f"{kind}-{last[kind]}", kind)
    counting = [id for role in (Root.type, Timestamp.type) for id in roots[-1].roles[role].keyids]
    keys = tuple(Key(*names[id], id, folder / f"{names[id][0]}.pem") for id in counting)
    return Keyring(folder, publisher, chain, roots[-1], keys, last)
