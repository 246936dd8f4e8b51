"""Pack contents as plain values, for --json and for sentences."""

from datetime import UTC, datetime
from typing import Any

from kiosk.base.errors import KioskError
from kiosk.i18n.translator import pick_translation
from kiosk.packs.targets import PackContents

KB, MB = 1000, 1000**2


def pack_facts(contents: PackContents, size: int) -> dict[str, Any]:
    """The facts of a pack, times in ISO 8601; `size` is in bytes."""
    manifest = contents.manifest
    return {
        "publisher": contents.publisher.id,
        "id": manifest.pack,
        "title": dict(manifest.title),
        "version": contents.version,
        "short_id": contents.short_id,
        "events": manifest.events,
        "themes": dict(manifest.themes),
        "languages": list(manifest.languages),
        "corners": list(manifest.corners),
        "hosts": list(manifest.hosts),
        "updated": manifest.updated,
        "signed_at": _iso_time(manifest.signed_at),
        "fresh_until": _iso_time(manifest.fresh_until),
        "files": len(contents.targets),
        "size": size,
    }


def facts_as_text(facts: dict[str, Any], language: str) -> dict[str, object]:
    """The facts of `pack_facts` as text for a sentence in `language`."""
    lists = {name: ", ".join(facts[name]) for name in ("languages", "corners", "hosts")}
    themes = ", ".join(f"{theme} {count}" for theme, count in facts["themes"].items())
    title = pick_translation(facts["title"], language)[0]
    return facts | lists | {"themes": themes, "title": title, "size": _size_text(facts["size"])}


def _iso_time(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z")


def _size_text(size: int) -> KioskError:
    if size < MB:
        return KioskError("authoring.size_kb", n=-(-size // KB))
    return KioskError("authoring.size_mb", n=f"{size / MB:.1f}")
