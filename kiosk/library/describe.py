"""An installed pack as plain values, the way `--json` prints it."""

from kiosk.store.records import Generation, InstalledPack


def described(pack: InstalledPack) -> dict[str, object]:
    """What people and programs may want to know of a pack; times are UTC seconds."""
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


def shown(generation: Generation | None) -> dict[str, object]:
    """A generation's number and packs; 0 and none for an empty library."""
    if generation is None:
        return {"generation": 0, "packs": []}
    return {"generation": generation.id, "packs": [described(pack) for pack in generation.packs]}
