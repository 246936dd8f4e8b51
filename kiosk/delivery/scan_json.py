"""The packs on a stick or a share, and what a pull did, as plain values for `--json`."""

from typing import TYPE_CHECKING

from kiosk.library.json_values import error_to_json, installation_to_json, pack_to_json

if TYPE_CHECKING:
    from kiosk.delivery.pull import PullResult
    from kiosk.delivery.scan import ScanResult


def scan_to_json(found: "ScanResult") -> dict[str, object]:
    """The packs on a stick or share, and which to offer; sizes are in bytes."""
    files = []
    for offer in found.packs:
        said = {"pack": pack_to_json(offer.pack)} if offer.pack else {}
        if offer.error:
            said = {"error": error_to_json(offer.error)}
        facts = {"file": str(offer.file), "name": offer.file.name, "size": offer.size}
        facts |= {"standing": offer.standing, "accepted": offer.accepted, "publisher": offer.publisher}
        files.append(facts | said)
    return {"files": files, "best": found.best, "left_out": found.skipped}


def pull_to_json(done: "PullResult") -> dict[str, object]:
    """The packs on a share, the places of those wanted, the installations, and the files that have failed."""
    failed = [{"file": str(file), "error": error_to_json(error)} for file, error in done.failed]
    facts = {"wanted": list(done.wanted), "installed": list(map(installation_to_json, done.installed))}
    return scan_to_json(done.scan) | facts | {"failed": failed}
