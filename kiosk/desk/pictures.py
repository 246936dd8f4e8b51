"""The pictures of a programme, each with the point that stays in view where it is cropped."""

from pathlib import Path
from typing import Any

from kiosk.authoring.source.load_source import Source
from kiosk.desk.preview_folder import PreviewFolder


def pictures(source: Source, folder: PreviewFolder) -> list[dict[str, Any]]:
    """Every picture once: its event, its name in the source, its file; x and y are -1 without a point."""
    found: dict[str, dict[str, Any]] = {}
    for id, entry in source.tables.events.items():
        for item in entry.data.get("media", ()):
            name = item.get("poster") or item["file"]
            if name in source.media.pictures and name not in found:
                x, y = item.get("focus") or (-1, -1)
                file = str(folder.files / source.media.pictures[name].file)
                facts = {"title": dict(entry.data["title"]), "name": Path(name).name}
                found[name] = {"event": id, "picture": {"file": name}, "file": file, "x": x, "y": y, **facts}
    return list(found.values())
