"""Writes the recovery sheets of a keys folder as PDF."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.authoring.keys.key_file import KeyReader, replace_private_file
from kiosk.authoring.keys.keyring import ROOT, read_keyring
from kiosk.authoring.keys.passphrase import AskPassphrase
from kiosk.authoring.keys.recover_keys import name_recovered_keys
from kiosk.authoring.keys.recovery_sheet import make_sheets
from kiosk.base.errors import KioskError
from kiosk.base.export.export_file import export_errors


def export_sheets(
    folder: Path, out: Path, language: str, timestamp: int, ask: AskPassphrase, root_keys: Sequence[Path] = ()
) -> list[str]:
    """Write `out` with a sheet for each root key in `folder` and in `root_keys`; returns their names.

    Only the owner may read `out`: no passphrase protects it. `timestamp` is in UTC seconds. Raises KioskError
    'keys.sheets_none' without a key, and those of `read_keyring`, `KeyReader.read`, `make_sheets` and
    `export_errors`.
    """
    ring = read_keyring(folder)
    files = [*(key.file for key in ring.keys_of_kind(ROOT) if key.is_present), *root_keys]
    if not files:
        raise KioskError("keys.sheets_none", name=ring.publisher.name, folder=str(folder))
    named = name_recovered_keys(ring, list(map(KeyReader(ask).read, files)))
    pdf = make_sheets(ring, {key.name: private for key, private in named.items()}, language, timestamp)
    with export_errors(out.parent):
        replace_private_file(out, pdf)
    return [key.name for key in named]
