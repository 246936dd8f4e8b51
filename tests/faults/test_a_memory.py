"""Fault catalogue, A15: lost metadata of accepted packs, and a wrong clock."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.base import limits
from tests.packs_builder import SIGNED_AT, PackPublisher, PackReader, generate_keys, refused, write_archive


def _remove(path: Path) -> None:
    path.unlink()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _tear(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


LOST = [
    ["timestamp"],
    ["snapshot"],
    ["targets"],
    ["timestamp", "snapshot"],
    ["timestamp", "snapshot", "targets"],
]


@pytest.mark.parametrize("damage", [_remove, _empty, _tear])
@pytest.mark.parametrize("roles", LOST, ids="-".join)
@pytest.mark.parametrize("number", [40, 42])
def test_a15_lost_metadata_never_admits_an_older_pack(
    publisher: PackPublisher,
    kiosk: PackReader,
    offered: Path,
    damage: Callable[[Path], None],
    roles: list[str],
    number: int,
) -> None:
    for role in roles:
        damage(kiosk.state / f"{role}.json")
    publisher.version = number
    with refused("packs.trust_damaged"):
        kiosk.offer(publisher.pack(offered))


@pytest.mark.parametrize("damage", [_remove, _empty, _tear])
def test_a15_lost_roots_never_admit_an_older_pack(
    publisher: PackPublisher, kiosk: PackReader, offered: Path, damage: Callable[[Path], None]
) -> None:
    damage(kiosk.state / "root_history" / "1.root.json")
    publisher.version = 40
    with refused("packs.older"):
        kiosk.offer(publisher.pack(offered))
    publisher.version = 42
    publisher.rotate_keys(publisher_keys=generate_keys(2))
    kiosk.offer(publisher.pack(offered))
    damage(kiosk.state / "root_history" / "2.root.json")
    with refused("packs.trust_damaged"):
        kiosk.offer(publisher.pack(offered))


def test_the_clock_decides_what_has_expired(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    publisher.version = 42
    publisher.pack(offered)
    end = SIGNED_AT + limits.EXPIRES_AFTER
    with refused("packs.expired", until="2017-05-06", today="2017-05-06"):
        kiosk.offer(offered, now=end)
    assert kiosk.offer(offered, now=end - 1).version == 42


@pytest.mark.parametrize("role", ["snapshot", "targets"])
def test_any_expired_metadata_expires_the_pack(
    publisher: PackPublisher, kiosk: PackReader, offered: Path, role: str
) -> None:
    publisher.version = 42
    publisher.expires[role] = datetime.fromtimestamp(SIGNED_AT, UTC)
    with refused("packs.expired"):
        kiosk.offer(publisher.pack(offered))


def test_expired_keys_and_an_expired_pack_have_different_errors(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    publisher.version = 42
    publisher.change_manifest(
        signed_at=SIGNED_AT + 10 * 365 * limits.DAY, fresh_until=SIGNED_AT + 10 * 366 * limits.DAY
    )
    with refused("packs.keys_expired", until="2026-04-01"):
        kiosk.offer(publisher.pack(offered), now=SIGNED_AT + 3653 * limits.DAY)


def test_a_pack_with_expired_keys_is_not_read_any_further(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    publisher.version = 42
    members = publisher.members()
    members["metadata/timestamp.json"] = b'{"signed": {"expires": "soon"}}'
    with refused("packs.keys_expired"):
        kiosk.offer(write_archive(offered, members), now=SIGNED_AT + 3653 * limits.DAY)


def test_an_expired_accepted_pack_is_replaced_by_a_new_one(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    later = SIGNED_AT + 2 * limits.EXPIRES_AFTER
    publisher.version = 42
    publisher.change_manifest(signed_at=later, fresh_until=later + limits.FRESH_FOR)
    assert kiosk.offer(publisher.pack(offered), now=later).version == 42
