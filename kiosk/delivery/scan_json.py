"""Converts the results of scans and pulls to the values that `--json` prints."""

from typing import TYPE_CHECKING

from kiosk.base.display_text import NAME_LENGTH, display_line
from kiosk.library.json_values import error_to_json, installation_to_json, pack_to_json, request_to_json

if TYPE_CHECKING:
    from kiosk.delivery.pull import PullResult
    from kiosk.delivery.scan import ScanResult


def scan_to_json(scan: "ScanResult") -> dict[str, object]:
    """Convert the result of a scan; sizes are in bytes, 'file' is exact and 'name' is to be shown."""
    files = []
    for scanned in scan.packs:
        outcome = {"pack": pack_to_json(scanned.pack)} if scanned.pack else {}
        if scanned.error:
            outcome = {"error": error_to_json(scanned.error)}
        facts = {
            "file": str(scanned.file),
            "name": display_line(scanned.file.name, NAME_LENGTH),
            "size": scanned.size,
        }
        facts |= {
            "standing": scanned.standing,
            "accepted": scanned.already_accepted,
            "publisher": scanned.publisher,
            "asks": request_to_json(scanned.request),
        }
        files.append(facts | outcome)
    notes = list(map(error_to_json, scan.notes))
    return {"files": files, "best": scan.best, "left_out": scan.skipped, "notes": notes}


def pull_to_json(result: "PullResult") -> dict[str, object]:
    """Convert the result of a pull: the scan, the indices of wanted and waiting packs, the outcomes."""
    failed = [{"file": str(file), "error": error_to_json(error)} for file, error in result.failed]
    facts = {"wanted": list(result.wanted), "installed": list(map(installation_to_json, result.installed))}
    facts["waiting"] = list(result.waiting)
    return scan_to_json(result.scan) | facts | {"failed": failed}
