"""Gives key files a passphrase, or another one."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.authoring.keys.key_file import KeyReader, replace_private_file, to_pem
from kiosk.authoring.keys.passphrase import AskPassphrase, ChoosePassphrase
from kiosk.base.errors import KioskError
from kiosk.base.export.export_file import export_errors


def find_key_files(path: Path) -> tuple[Path, ...]:
    """The key file `path`, or all those in the folder `path`; KioskError 'keys.no_files' without any."""
    files = tuple(sorted(path.glob("*.pem"))) if path.is_dir() else (path,)
    if not files:
        raise KioskError("keys.no_files", folder=str(path))
    return files


def protect_keys(files: Sequence[Path], ask: AskPassphrase, choose: ChoosePassphrase) -> None:
    """Write each of these keys again under the passphrase that `choose` returns, once `ask` has opened all.

    Every file holds its key at any moment, under the old or the new passphrase; after an interruption `ask`
    is asked for both. Raises the KioskErrors of `KeyReader.read` and of `export_errors`, and what `choose`
    raises; the files that were not reached are as before.
    """
    reader = KeyReader(ask)
    keys = [(file, reader.read(file)) for file in files]
    passphrase = choose()
    for file, key in keys:
        with export_errors(file.parent):
            replace_private_file(file, to_pem(key, passphrase))
