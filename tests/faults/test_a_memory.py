"""Fault catalogue, A15, and the clock: what a kiosk remembers may be lost, and its time may be wrong."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.base import limits
from tests.packs_builder import SIGNED_AT, PackReader, Publishing, keys, refused, write


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
def test_a15_lost_memory_never_lets_an_older_pack_in(
    shop: Publishing,
    kiosk: PackReader,
    offered: Path,
    damage: Callable[[Path], None],
    roles: list[str],
    number: int,
) -> None:
    for role in roles:
        damage(kiosk.state / f"{role}.json")
    shop.version = number
    with refused("packs.trust_damaged"):
        kiosk.offer(shop.pack(offered))


@pytest.mark.parametrize("damage", [_remove, _empty, _tear])
def test_a15_lost_roots_never_let_an_older_pack_in(
    shop: Publishing, kiosk: PackReader, offered: Path, damage: Callable[[Path], None]
) -> None:
    damage(kiosk.state / "root_history" / "1.root.json")
    shop.version = 40
    with refused("packs.older"):
        kiosk.offer(shop.pack(offered))
    shop.version = 42
    shop.rotate(publisher_keys=keys(2))
    kiosk.offer(shop.pack(offered))
    damage(kiosk.state / "root_history" / "2.root.json")
    with refused("packs.trust_damaged"):
        kiosk.offer(shop.pack(offered))


def test_the_clock_decides_what_has_expired(shop: Publishing, kiosk: PackReader, offered: Path) -> None:
    shop.version = 42
    shop.pack(offered)
    end = SIGNED_AT + limits.EXPIRES_AFTER
    with refused("packs.expired", until="2017-05-06", today="2017-05-06"):
        kiosk.offer(offered, now=end)
    assert kiosk.offer(offered, now=end - 1).version == 42


@pytest.mark.parametrize("role", ["snapshot", "targets"])
def test_any_expired_metadata_expires_the_pack(
    shop: Publishing, kiosk: PackReader, offered: Path, role: str
) -> None:
    shop.version = 42
    shop.expires[role] = datetime.fromtimestamp(SIGNED_AT, UTC)
    with refused("packs.expired"):
        kiosk.offer(shop.pack(offered))


def test_expired_keys_are_told_from_an_expired_pack(
    shop: Publishing, kiosk: PackReader, offered: Path
) -> None:
    shop.version = 42
    shop.describe(signed_at=SIGNED_AT + 10 * 365 * limits.DAY, fresh_until=SIGNED_AT + 10 * 366 * limits.DAY)
    with refused("packs.keys_expired", until="2026-04-01"):
        kiosk.offer(shop.pack(offered), now=SIGNED_AT + 3653 * limits.DAY)


def test_when_the_keys_have_expired_nothing_else_in_the_pack_is_believed(
    shop: Publishing, kiosk: PackReader, offered: Path
) -> None:
    shop.version = 42
    members = shop.members()
    members["metadata/timestamp.json"] = b'{"signed": {"expires": "soon"}}'
    with refused("packs.keys_expired"):
        kiosk.offer(write(offered, members), now=SIGNED_AT + 3653 * limits.DAY)


def test_an_accepted_pack_that_has_expired_since_makes_way_for_a_new_one(
    shop: Publishing, kiosk: PackReader, offered: Path
) -> None:
    later = SIGNED_AT + 2 * limits.EXPIRES_AFTER
    shop.version = 42
    shop.describe(signed_at=later, fresh_until=later + limits.FRESH_FOR)
    assert kiosk.offer(shop.pack(offered), now=later).version == 42
