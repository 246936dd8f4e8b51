"""The rights that staff have granted a publisher, stored beside its root metadata (ADR 19).

Adding root metadata grants what that claims. A file `<publisher>.grant.json` is written when staff allow
more; it contains all of the grant, and counts only beside the root metadata that it names.
"""

import json
from hashlib import sha256
from typing import NamedTuple

from kiosk.base import limits
from kiosk.base.durable_files import replace_file
from kiosk.base.errors import KioskError
from kiosk.base.safe_open import open_regular_file
from kiosk.library.library_paths import LibraryPaths
from kiosk.packs import json_fields
from kiosk.packs.publisher import RIGHTS_FIELD, Publisher, parse_publisher, parse_rights

FORMAT = 1


class Grant(NamedTuple):
    """The publisher with the rights granted; `is_damaged`: there was more, but its file cannot be read."""

    rights: Publisher
    is_damaged: bool = False


def read_grant(paths: LibraryPaths, root: bytes) -> Grant:
    """Return the grant of the publisher whose `root` staff added; KioskError 'packs.field'."""
    first = parse_publisher(root)
    file = paths.grant(first.id)
    if not file.exists() and not file.is_symlink():
        return Grant(first)
    try:
        with open_regular_file(file, follow=False) as stream:
            fields = json_fields.parse_object(stream.read(limits.ROOT_BYTES), "grant")
        if json_fields.integer(fields, "format") != FORMAT:
            raise json_fields.field_error("format")
        if json_fields.string(fields, "root", 64) != sha256(root).hexdigest():
            return Grant(first)
        rights = parse_rights(json_fields.require_object(fields.get(RIGHTS_FIELD), RIGHTS_FIELD))
    except (OSError, KioskError):
        return Grant(first, is_damaged=True)
    return Grant(rights) if rights.id == first.id else Grant(first, is_damaged=True)


def write_grant(paths: LibraryPaths, root: bytes, rights: Publisher) -> None:
    """Store `rights` as the grant of the publisher of `root`, durably and as a whole; OSError."""
    fields = {"format": FORMAT, "root": sha256(root).hexdigest(), RIGHTS_FIELD: rights.to_fields()}
    replace_file(paths.grant(rights.id), json.dumps(fields, ensure_ascii=False, indent=2).encode())
