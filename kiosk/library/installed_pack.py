"""Makes the library's record of an installed pack from its verified contents."""

from kiosk.packs.targets import PackContents
from kiosk.store.records import InstalledPack


def installed_pack(contents: PackContents) -> InstalledPack:
    """Return the record of the pack with these contents."""
    manifest = contents.manifest
    return InstalledPack(
        publisher=contents.publisher.id,
        id=manifest.pack,
        title=manifest.title,
        version=contents.version,
        short_id=contents.short_id,
        sha256=contents.database.sha256,
        length=contents.database.length,
        events=manifest.events,
        themes=manifest.themes,
        languages=manifest.languages,
        hosts=manifest.hosts,
        updated=manifest.updated,
        signed_at=manifest.signed_at,
        fresh_until=manifest.fresh_until,
        root=contents.root,
        rank=contents.publisher.rank,
    )
