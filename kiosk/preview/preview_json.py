"""A preview as plain values, the way `--json` prints it."""

from dataclasses import asdict

from kiosk.library.json_values import pack_to_json
from kiosk.preview.change_list import rows_to_json
from kiosk.preview.preview import Preview


def preview_to_json(preview: Preview) -> dict[str, object]:
    """The changes a pack would bring; sizes in bytes, changes as in `kiosk.preview.programme_diff`."""
    changes = {"changes": asdict(preview.changes)}
    return _facts(preview) | changes | {"untranslated": [asdict(one) for one in preview.untranslated]}


def preview_rows_to_json(preview: Preview) -> dict[str, object]:
    """The same with the rows that staff read instead of all changes: never too much for a screen."""
    return _facts(preview) | rows_to_json(preview)


def _facts(preview: Preview) -> dict[str, object]:
    return {
        "standing": preview.standing,
        "pack": pack_to_json(preview.pack),
        "publisher": preview.publisher,
        "size": preview.size,
        "copied": preview.copied,
        "shown": pack_to_json(preview.shown) if preview.shown else None,
    }
