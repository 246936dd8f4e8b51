"""The time at which a pack is signed, and what on this computer contradicts it (ADR 18)."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.authoring.keys.key_folder import read_root_chain
from kiosk.authoring.keys.signing_clock import read_signing_clock
from kiosk.authoring.source.load_source import Source
from kiosk.authoring.source.problems import Place, Problem, Severity
from kiosk.base.clock import BUILD_DATE
from kiosk.base.errors import KioskError
from kiosk.base.limits import CLOCK_TOLERANCE, EXPIRES_AFTER, ROOT_EXPIRES_AFTER
from kiosk.packs.pack_file import Pack
from kiosk.packs.verification import root_version_and_expiry, verify_root

if TYPE_CHECKING:
    from kiosk.base.sentence_ids import ProblemCode

MAX_PACKS = 100
"""The number of earlier packs beside the new one that are asked for their time."""
PROGRAM = "kiosk"


def parse_signing_time(text: str) -> tuple[int, bool]:
    """The time of signing in seconds of UTC, and whether this computer's clock gave it.

    `text` is ISO 8601 (UTC without an offset); '' is now. For reproducible builds the environment variable
    SOURCE_DATE_EPOCH replaces now (https://reproducible-builds.org/specs/source-date-epoch/). Raises
    KioskError 'authoring.signed_at', and that of `read_signing_clock`.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if text:
            moment = datetime.fromisoformat(text)
            return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()), False
        return (int(epoch), False) if epoch else (read_signing_clock(), True)
    except ValueError as error:
        raise KioskError("authoring.signed_at", value=text or epoch) from error


def doubt_signing_time(signed_at: int, keys: Path, out: Path, source: Source) -> Iterator[Problem]:
    """Warn of a time of signing (UTC seconds) that cannot be right, or is far from all that is known here.

    Known are when this program was built, when the newest root metadata in `keys` was made, when the packs of
    the same publisher in the folder of `out` were signed, and the day of the last edit of `source`.
    """
    signed = [(PROGRAM, BUILD_DATE), *_times_of_keys_and_packs(keys, out)]
    name, latest = max(signed, key=lambda one: one[1])
    edited = int(datetime.fromisoformat(source.programme.campaign.updated).replace(tzinfo=UTC).timestamp())
    if signed_at > latest + EXPIRES_AFTER:
        yield _warn("signed_late", name, signed_at, latest)
    elif signed_at < max(latest, edited) - CLOCK_TOLERANCE:
        later = ("pack.toml", edited) if edited > latest else (name, latest)
        yield _warn("signed_early", later[0], signed_at, later[1])


def _times_of_keys_and_packs(keys: Path, out: Path) -> Iterator[tuple[str, int]]:
    """File names and times (UTC seconds); what cannot be read is skipped, signing it fails later."""
    try:
        root = read_root_chain(keys)[-1]
        publisher = verify_root(root).id
        yield "root.json", root_version_and_expiry(root)[1] - ROOT_EXPIRES_AFTER
    except (KioskError, OSError):
        return
    for file in sorted(out.parent.glob("*.kpack"))[:MAX_PACKS]:
        try:
            with Pack(file) as pack:
                contents = pack.unverified_contents()
        except (KioskError, OSError):
            continue
        if contents.publisher.id == publisher:
            yield file.name, contents.manifest.signed_at


def _warn(code: "ProblemCode", file: str, signed_at: int, known: int) -> Problem:
    days = {"signed": signed_at, "known": known}
    detail = {name: f"{datetime.fromtimestamp(at, UTC):%Y-%m-%d}" for name, at in days.items()}
    return Problem(code, Place(file), detail=detail, severity=Severity.WARNING)
