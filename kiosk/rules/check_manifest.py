"""Checks that the manifest of a pack describes the database beside it."""

from collections.abc import Mapping
from contextlib import closing

from kiosk.packs.manifest import Manifest
from kiosk.rules.check_database import violation_error
from kiosk.rules.rule import Rule
from kiosk.store.catalogue import Catalogue

MANIFEST = Rule(
    "manifest",
    "The fields `pack`, `title`, `updated`, `languages`, `events` and `themes` are as the database says.",
)


def check_manifest(manifest: Manifest, database: bytes) -> None:
    """Raise `KioskError` 'library.content' for the first field of `manifest` that `database` contradicts.

    `database` has passed `check_database`.
    """
    for name, expected in describe_database(database).items():
        if getattr(manifest, name) != expected:
            raise violation_error(MANIFEST, f"manifest.{name}", getattr(manifest, name))


def describe_database(database: bytes) -> Mapping[str, object]:
    """The fields of a manifest that `database` determines, by name."""
    with closing(Catalogue(database)) as catalogue:
        campaign = catalogue.campaign()
        return {
            "pack": campaign.id,
            "title": dict(campaign.title),
            "updated": campaign.updated,
            "languages": campaign.languages,
            "events": len(catalogue.event_ids()),
            "themes": {theme.id: theme.events for theme in catalogue.themes()},
        }
