"""Who made a pack and what they may do, as the root keys of that publisher have signed it."""

import re
from dataclasses import dataclass

from kiosk import limits
from kiosk.links import is_host
from kiosk.packs import fields
from kiosk.packs.fields import Fields

FIELD = "x-corner-kiosk"
ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")


@dataclass(frozen=True, slots=True)
class Publisher:
    """`id` is a lower-case slug, `name` what people call it, `hosts` where its QR codes may lead."""

    id: str
    name: str
    hosts: tuple[str, ...] = ()

    def to_fields(self) -> dict[str, object]:
        """The value of root metadata's field 'x-corner-kiosk'."""
        return {"publisher": self.id, "name": self.name, "hosts": list(self.hosts)}


def publisher(root: bytes) -> Publisher:
    """The publisher named in root metadata, whose signatures are not looked at; KioskError 'packs.field'."""
    signed = fields.table(fields.read(root, "root").get("signed"), "root")
    return from_fields(fields.table(signed.get(FIELD), FIELD))


def from_fields(rights: Fields) -> Publisher:
    """A publisher from the value of 'x-corner-kiosk'; KioskError 'packs.field'."""
    slug = fields.string(rights, "publisher", 40)
    if not ID.fullmatch(slug):
        raise fields.refusal("publisher")
    hosts = fields.strings(rights, "hosts", limits.HOSTS, 253)
    if not all(is_host(host) for host in hosts):
        raise fields.refusal("hosts")
    return Publisher(slug, fields.string(rights, "name", limits.NAME_LENGTH), hosts)
