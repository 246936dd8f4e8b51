"""A preview as JSON values, as `--json` prints it."""

from dataclasses import asdict

from kiosk.library.json_values import pack_to_json, request_to_json
from kiosk.preview.change_list import rows_to_json
from kiosk.preview.preview import Preview


def preview_to_json(preview: Preview) -> dict[str, object]:
    """A preview with all changes as in `kiosk.preview.programme_diff`; sizes in bytes."""
    changes = {"changes": asdict(preview.changes)}
    return _facts(preview) | changes | {"untranslated": [asdict(one) for one in preview.untranslated]}


def preview_rows_to_json(preview: Preview) -> dict[str, object]:
    """A preview with the rows of `change_list` instead of all changes: limited to what a screen can show."""
    return _facts(preview) | rows_to_json(preview)


def _facts(preview: Preview) -> dict[str, object]:
    return {
        "standing": preview.standing,
        "pack": pack_to_json(preview.pack),
        "publisher": preview.publisher,
        "size": preview.size,
        "copied": preview.copied,
        "shown": pack_to_json(preview.shown) if preview.shown else None,
        "asks": request_to_json(preview.request),
    }
