"""The packs on a stick or a share, and what a pull did, as plain values for `--json`."""

from typing import TYPE_CHECKING

from kiosk.library.json_values import described, installed, told

if TYPE_CHECKING:
    from kiosk.delivery.pull import Pulled
    from kiosk.delivery.scan import Look


def looked(found: "Look") -> dict[str, object]:
    """The packs on a stick or share, and which to offer; sizes are in bytes."""
    files = []
    for offer in found.offers:
        said = {"pack": described(offer.pack)} if offer.pack else {}
        if offer.error:
            said = {"error": told(offer.error)}
        facts = {"file": str(offer.file), "name": offer.file.name, "size": offer.size}
        facts |= {"standing": offer.standing, "accepted": offer.accepted, "publisher": offer.publisher}
        files.append(facts | said)
    return {"files": files, "best": found.best, "left_out": found.left_out}


def pulled(done: "Pulled") -> dict[str, object]:
    """The packs on a share, the places of those wanted, the installations, and the files that have failed."""
    failed = [{"file": str(file), "error": told(error)} for file, error in done.failed]
    facts = {"wanted": list(done.wanted), "installed": list(map(installed, done.installed))}
    return looked(done.look) | facts | {"failed": failed}
