"""Fuzzes the pack reader and verification: what they accept is what the publisher signed."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata

from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.packs.pack_file import Pack
from kiosk.packs.targets import PackContents
from kiosk.packs.verification import verify_pack
from tests.fuzz.mutations import mutate_json
from tests.fuzz.target import ByteMutator
from tests.packs_builder import SIGNED_AT, PackPublisher, build_archive

LONGEST = 32 * 1024
NOW = SIGNED_AT + limits.DAY
_OLDER, _ACCEPTED, _NEXT = 41, 42, 43


@dataclass(frozen=True)
class Scenario:
    """A kiosk that has accepted pack 42, the packs its publisher has signed by version, and the seeds.

    The keys were changed before pack 42 and again before pack 43.
    """

    root: bytes
    state: Mapping[str, bytes]
    genuine: Mapping[int, Mapping[str, bytes]]
    seeds: Mapping[str, bytes]


def seeds() -> Mapping[str, bytes]:
    """Genuine packs, and forged packs of each kind."""
    return _scenario().seeds


def offer(data: bytes) -> bool:
    """Read the unverified contents, verify, copy every file as a kiosk does, then ask the oracle."""
    scenario = _scenario()
    with TemporaryDirectory() as work:
        folder = Path(work)
        path = folder / "offered.kpack"
        path.write_bytes(data)
        for name, content in scenario.state.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        try:
            with Pack(path) as pack:
                _read_unverified(pack)
                found = verify_pack(pack, scenario.root, folder / "tuf", NOW)
                files = {target.name: pack.copy_target(target, folder / "files") for target in found.targets}
        except KioskError:
            return False
        _assert_genuine(found, scenario.genuine[found.version], folder / "tuf")
        kept = {target.member: files[target.name].read_bytes() for target in found.targets}
        assert kept.items() <= scenario.genuine[found.version].items()
    return True


def mutate(data: bytes, random: Random, mutate_bytes: ByteMutator) -> bytes:
    """Mostly change or exchange one member of an archive that otherwise has the allowed layout."""
    members = _members(data)
    if not members or random.random() < 0.2:
        return mutate_bytes(data)
    name = random.choice(list(members))
    others = _members(random.choice(list(seeds().values())))
    match random.randrange(5):
        case 0:
            members[name] = mutate_bytes(members[name])
        case 1:
            members |= {other: content for other, content in others.items() if random.random() < 0.5}
        case 2:
            members[random.choice(list(others))] = members.pop(name)
        case _ if name.endswith(".json"):
            members[name] = mutate_json(members[name], random)
        case _:
            del members[name]
    return build_archive(members)


def _assert_genuine(found: PackContents, genuine: Mapping[str, bytes], state: Path) -> None:
    """Assert that the state is genuine: snapshot and targets entirely, the signed part of other metadata."""
    for role in ("snapshot", "targets"):
        kept = (state / f"{role}.json").read_bytes()
        assert kept == genuine[f"metadata/{found.version}.{role}.json"], role
    roots = {f"{number}.root.json": f"root_history/{number}.root.json" for number in range(1, found.root + 1)}
    for name, kept_as in {"timestamp.json": "timestamp.json", **roots}.items():
        assert _signed(genuine[f"metadata/{name}"]) == _signed((state / kept_as).read_bytes()), name
    assert found.short_id == sha256(genuine[f"metadata/{found.version}.targets.json"]).hexdigest()[:7]
    assert found.already_accepted == (found.version == _ACCEPTED)


def _signed(metadata: bytes) -> bytes:
    return Metadata.from_bytes(metadata).signed_bytes


def _read_unverified(pack: Pack) -> None:
    """Read what is read before any signature is verified: only exceptions other than KioskError matter."""
    try:
        pack.unverified_publisher()
        pack.unverified_contents()
    except KioskError:
        pass


def _members(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as opened:
            return {info.filename: opened.read(info) for info in opened.infolist()}
    except Exception:  # zipfile: see kiosk.packs.zip_container
        return {}


@cache
def _scenario() -> Scenario:
    number = count()

    def keys(wanted: int) -> list[CryptoSigner]:
        """The same keys in every process, so that an input means the same in each."""
        private = (sha256(f"fuzz {next(number)}".encode()).digest() for _ in range(wanted))
        return [CryptoSigner(Ed25519PrivateKey.from_private_bytes(key)) for key in private]

    publisher, stranger = PackPublisher(make_keys=keys), PackPublisher(make_keys=keys)
    for one in (publisher, stranger):
        one.files = {
            "events.sqlite": b"SQLite format 3\0" + bytes(99),
            "media/bridge.jpg": b"\xff\xd8\xff" * 9,
        }
    genuine: dict[int, Mapping[str, bytes]] = {}
    old = publisher.publisher_keys
    for publisher.version in (_OLDER, _ACCEPTED, _NEXT):
        if genuine:
            old_roots, new_roots = publisher.root_keys[:2], keys(3)
            signers = [*old_roots, *new_roots[:2]]  # as few as will do, for speed
            publisher.rotate_keys(publisher_keys=keys(2), root_keys=new_roots, signed_by=signers)
        publisher.files["media/new.png"] = b"\x89PNG" * publisher.version
        genuine[publisher.version] = publisher.members()
    forged = {}
    for why, signers in {"by old keys": old, "by nobody": stranger.publisher_keys}.items():
        publisher.signers = dict.fromkeys(("timestamp", "snapshot", "targets"), signers[:1])
        forged[why] = publisher.members()
    publisher.signers = {}
    publisher.rotate_keys(signed_by=stranger.root_keys, publisher_keys=stranger.publisher_keys)
    forged["by another root"] = publisher.members()
    stranger.version = _NEXT
    forged["by a stranger"] = stranger.members()
    named = {f"pack {version}": members for version, members in genuine.items()} | forged
    first = genuine[_ACCEPTED]
    return Scenario(
        publisher.root,
        _state(publisher.root, first),
        genuine,
        {name: build_archive(named[name]) for name in named},
    )


def _state(root: bytes, members: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The state, by path, of a kiosk that has accepted these members as its first pack."""
    with TemporaryDirectory() as work:
        folder = Path(work)
        (folder / "pack").write_bytes(build_archive(members))
        with Pack(folder / "pack") as pack:
            verify_pack(pack, root, folder / "tuf", NOW)
        kept = [path for path in (folder / "tuf").rglob("*") if path.is_file()]
        return {str(path.relative_to(folder)): path.read_bytes() for path in kept}
