"""Converts packs, generations, installations and errors to the values that `--json` prints."""

from typing import TYPE_CHECKING

from kiosk.base.errors import KioskError
from kiosk.i18n.translator import LANGUAGES, translator
from kiosk.store.records import Generation, InstalledPack

if TYPE_CHECKING:
    from kiosk.library.install import Installation
    from kiosk.library.trust.trusted_roots import TrustedRoot
    from kiosk.packs.rights import RightsRequest


def pack_to_json(pack: InstalledPack) -> dict[str, object]:
    """Convert a pack; times are UTC seconds."""
    return {
        "id": pack.id,
        "publisher": pack.publisher,
        "title": dict(pack.title),
        "version": pack.version,
        "short_id": pack.short_id,
        "events": pack.events,
        "themes": dict(pack.themes),
        "languages": list(pack.languages),
        "hosts": list(pack.hosts),
        "rank": pack.rank,
        "updated": pack.updated,
        "signed_at": pack.signed_at,
        "fresh_until": pack.fresh_until,
    }


def generation_to_json(generation: Generation | None) -> dict[str, object]:
    """Convert a generation to its number and packs; 0 and no packs for an empty library."""
    if generation is None:
        return {"generation": 0, "packs": []}
    return {"generation": generation.id, "packs": [pack_to_json(pack) for pack in generation.packs]}


def installation_to_json(installation: "Installation") -> dict[str, object]:
    """Convert the result of an installation."""
    facts = {
        "generation": installation.generation,
        "already": installation.already_shown,
        "pack": pack_to_json(installation.pack),
    }
    return facts | {
        "shared": list(installation.shared_events),
        "asks": request_to_json(installation.request),
    }


def request_to_json(request: "RightsRequest | None") -> dict[str, object] | None:
    """Convert what a publisher asks for: the rights granted and wanted, and the digest of the request."""
    if request is None:
        return None
    return {
        "publisher": request.granted.id,
        "name": request.label,
        "digest": request.digest,
        "rights": [right._asdict() for right in request.wanted_rights()],
    }


def trusted_root_to_json(root: "TrustedRoot") -> dict[str, object]:
    """Convert a trusted publisher: its rights in effect, and what it asks for beyond them."""
    names = ("publisher", "name", "hosts", "venues", "themes", "rank", "fingerprint", "number", "expires")
    facts: dict[str, object] = {name: getattr(root, name) for name in names}
    return facts | {"grant_damaged": root.is_grant_damaged, "asks": request_to_json(root.request)}


def error_to_json(error: KioskError) -> dict[str, object]:
    """Convert an expected failure to its code and its sentence in every language."""
    text = {language: translator(language).error(error) for language in LANGUAGES}
    return {"code": error.code, "text": text}
