"""What a publisher may do on one kiosk: what it claims, as far as staff have granted it (ADR 19)."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from kiosk.packs.publisher import ANY_ID, Publisher

DIGEST_LENGTH = 16
"""Hex digits of a request's digest."""


RightKind = Literal["name", "hosts", "venues", "themes", "rank"]


class WantedRight(NamedTuple):
    """One kind of right asked for: what is `granted` today, and all that is `wanted`, the new first."""

    kind: RightKind
    granted: tuple[str, ...]
    wanted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RightsRequest:
    """A claim beyond the grant: `granted` and `claimed` are the same publisher with both sets of rights.

    `label` is the name by which people can tell the publisher from others.
    """

    granted: Publisher
    claimed: Publisher
    label: str

    def wanted_rights(self) -> Iterator[WantedRight]:
        """The kinds of rights of which more is asked for."""
        before, wanted = self.granted, self.claimed
        if wanted.name != before.name:
            yield WantedRight("name", (before.name,), (wanted.name,))
        lists: dict[RightKind, tuple[tuple[str, ...], tuple[str, ...]]] = {
            "hosts": (before.hosts, wanted.hosts),
            "venues": (before.venues, wanted.venues),
            "themes": (before.themes, wanted.themes),
        }
        for kind, (old, new) in lists.items():
            if "*" not in old and (added := [id for id in new if id not in old]):
                yield WantedRight(kind, old, (*added, *(id for id in new if id in old)))
        if wanted.rank < before.rank:
            yield WantedRight("rank", (str(before.rank),), (str(wanted.rank),))

    @property
    def digest(self) -> str:
        """Identifies what is claimed, so that what staff allow is what they have read."""
        fields = json.dumps(self.claimed.to_fields(), sort_keys=True).encode()
        return hashlib.sha256(fields).hexdigest()[:DIGEST_LENGTH]


def limit_rights(grant: Publisher, claim: Publisher) -> Publisher:
    """The rights in effect: the part of `claim` that `grant` contains, under the granted name."""
    return replace(
        claim,
        name=grant.name,
        hosts=tuple(host for host in claim.hosts if host in grant.hosts),
        venues=_common_ids(grant.venues, claim.venues),
        themes=_common_ids(grant.themes, claim.themes),
        rank=max(grant.rank, claim.rank),
    )


def extend_grant(grant: Publisher, claim: Publisher) -> Publisher:
    """The grant after staff have allowed `claim`: what it contained before stays in it."""
    return replace(
        claim,
        hosts=_all_ids(grant.hosts, claim.hosts),
        venues=_all_ids(grant.venues, claim.venues),
        themes=_all_ids(grant.themes, claim.themes),
        rank=min(grant.rank, claim.rank),
    )


def find_request(grant: Publisher, claim: Publisher) -> RightsRequest | None:
    """What `claim` asks for beyond `grant`; None when the grant contains it."""
    return None if limit_rights(grant, claim) == claim else RightsRequest(grant, claim, grant.name)


def _common_ids(granted: tuple[str, ...], claimed: tuple[str, ...]) -> tuple[str, ...]:
    if "*" in granted:
        return claimed
    if "*" in claimed:
        return granted
    return tuple(id for id in claimed if id in granted)


def _all_ids(granted: tuple[str, ...], claimed: tuple[str, ...]) -> tuple[str, ...]:
    together = tuple(dict.fromkeys((*granted, *claimed)))
    return ANY_ID if "*" in together else together
