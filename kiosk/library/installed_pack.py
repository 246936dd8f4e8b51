"""What is remembered of a verified pack once it is installed."""

from kiosk.packs.targets import PackContents
from kiosk.store.records import InstalledPack


def installed_pack(found: PackContents) -> InstalledPack:
    """The record of the pack with these contents."""
    manifest = found.manifest
    return InstalledPack(
        publisher=found.publisher.id,
        id=manifest.pack,
        title=manifest.title,
        version=found.version,
        short_id=found.short_id,
        sha256=found.database.sha256,
        length=found.database.length,
        events=manifest.events,
        themes=manifest.themes,
        languages=manifest.languages,
        hosts=manifest.hosts,
        updated=manifest.updated,
        signed_at=manifest.signed_at,
        fresh_until=manifest.fresh_until,
        root=found.root,
        rank=found.publisher.rank,
    )
