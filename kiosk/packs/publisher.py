"""The publisher of a pack and its rights, as signed by its root keys."""

import re
from dataclasses import dataclass

from kiosk.base import limits
from kiosk.base.links import is_host
from kiosk.packs import json_fields
from kiosk.packs.json_fields import Fields

RIGHTS_FIELD = "x-corner-kiosk"
PUBLISHER_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
RIGHTS_ID = re.compile(r"\*|[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
"""The id of a venue or theme, or '*' for any."""
ANY_ID = ("*",)


@dataclass(frozen=True, slots=True)
class Publisher:
    """`id` is a lower-case slug, `name` is for people, `hosts` are those its QR codes may lead to.

    `venues` and `themes` are the ids its events may use ('*' is any). Where two publishers have the same
    event, the lower `rank` takes precedence: 0 for the whole country, more for a smaller place.
    """

    id: str
    name: str
    hosts: tuple[str, ...] = ()
    venues: tuple[str, ...] = ANY_ID
    themes: tuple[str, ...] = ANY_ID
    rank: int = 0

    def to_fields(self) -> dict[str, object]:
        """The value of the field 'x-corner-kiosk' in root metadata; default values are left out."""
        fields: dict[str, object] = {"publisher": self.id, "name": self.name, "hosts": list(self.hosts)}
        limited = {"venues": self.venues, "themes": self.themes}
        fields |= {name: list(ids) for name, ids in limited.items() if ids != ANY_ID}
        return fields | ({"rank": self.rank} if self.rank else {})


def parse_publisher(root: bytes) -> Publisher:
    """The publisher named in root metadata, whose signatures are not verified; KioskError 'packs.field'."""
    signed = json_fields.require_object(json_fields.parse_object(root, "root").get("signed"), "root")
    return parse_rights(json_fields.require_object(signed.get(RIGHTS_FIELD), RIGHTS_FIELD))


def parse_rights(rights: Fields) -> Publisher:
    """A publisher from the value of 'x-corner-kiosk'; KioskError 'packs.field'."""
    slug = json_fields.string(rights, "publisher", 40)
    if not PUBLISHER_ID.fullmatch(slug):
        raise json_fields.field_error("publisher")
    hosts = parse_hosts(rights)
    name = json_fields.string(rights, "name", limits.NAME_LENGTH)
    rank = json_fields.integer(rights, "rank", 0, limits.MAX_RANK) if "rank" in rights else 0
    return Publisher(slug, name, hosts, _ids(rights, "venues"), _ids(rights, "themes"), rank)


def parse_hosts(fields: Fields) -> tuple[str, ...]:
    """The field 'hosts', a list of at most limits.HOSTS distinct DNS names; KioskError 'packs.field'."""
    hosts = json_fields.strings(fields, "hosts", limits.HOSTS, 253)
    if not all(is_host(host) for host in hosts):
        raise json_fields.field_error("hosts")
    return hosts


def _ids(rights: Fields, name: str) -> tuple[str, ...]:
    """A list of ids; ANY when the field is absent."""
    if name not in rights:
        return ANY_ID
    ids = json_fields.strings(rights, name, limits.RIGHTS, 64)
    if not all(RIGHTS_ID.fullmatch(id) for id in ids):
        raise json_fields.field_error(name)
    return ids
