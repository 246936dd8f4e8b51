"""A preview as plain values, the way `--json` prints it."""

from dataclasses import asdict

from kiosk.library.describe import described
from kiosk.library.preview import Preview


def previewed(preview: Preview) -> dict[str, object]:
    """What installing the pack would change; sizes are in bytes, changes as in `kiosk.library.changes`."""
    return {
        "standing": preview.standing,
        "pack": described(preview.pack),
        "publisher": preview.publisher,
        "size": preview.size,
        "copied": preview.copied,
        "shown": described(preview.shown) if preview.shown else None,
        "changes": asdict(preview.changes),
        "untranslated": [asdict(one) for one in preview.untranslated],
    }
