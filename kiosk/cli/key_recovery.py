"""The verbs of `kiosk keys` for passphrases and recovery sheets: protect, sheet, recover."""

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kiosk.base.errors import KioskError
from kiosk.cli import options
from kiosk.cli.messages import print_messages

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def add_verbs(verbs: Any) -> None:
    """Add `keys protect`, `keys sheet` and `keys recover`."""
    protecting = verbs.add_parser("protect", help="give keys a passphrase, or another one")
    protecting.add_argument(
        "path", type=options.path_argument, metavar="DIR|FILE", help="a keys folder, or a single key file"
    )
    protecting.set_defaults(handler=protect, changes=True)
    printing = verbs.add_parser("sheet", help="write recovery sheets of the root keys as PDF")
    printing.add_argument(
        "-o", "--out", type=options.path_argument, required=True, metavar="FILE", help="the PDF to write"
    )
    printing.add_argument(
        "--language", choices=("kk", "ru", "en"), help="the language of the sheets (that of the system)"
    )
    printing.set_defaults(handler=write_sheets, changes=True)
    recovering = verbs.add_parser("recover", help="make key files again from recovery sheets")
    recovering.set_defaults(handler=recover, changes=True)
    for verb in (printing, recovering):
        verb.add_argument(
            "folder", type=options.path_argument, metavar="DIR", help="the publisher's keys folder"
        )
    options.add_root_key(printing)
    recovering.add_argument(
        "scans", nargs="*", type=options.path_argument, metavar="SCAN", help="a picture or PDF of a sheet"
    )
    recovering.add_argument(
        "--pack", type=options.path_argument, metavar="FILE", help="the publisher's last pack, for root.json"
    )
    options.add_protection(recovering)
    options.add_json(protecting, printing, recovering)


def protect(args: Namespace) -> int:
    """Write keys again under a passphrase that is asked for."""
    from kiosk.authoring.keys.keyring import read_keyring
    from kiosk.authoring.keys.protect_keys import find_key_files, protect_keys
    from kiosk.cli.secret_input import ask_passphrase, choose_passphrase

    files = find_key_files(args.path)
    known: tuple[str, ...] = ()
    if (args.path / "root.json").is_file():
        publisher = read_keyring(args.path).publisher
        known = (publisher.id, publisher.name)
    protect_keys(files, ask_passphrase, lambda: choose_passphrase(known))
    names = [file.name for file in files]
    print_messages(args, {"protected": names}, ("keys.protected", {"files": ", ".join(names)}))
    return 0


def write_sheets(args: Namespace) -> int:
    """Write a recovery sheet of every root key that is present."""
    from kiosk.authoring.keys.export_sheets import export_sheets
    from kiosk.authoring.keys.signing_clock import read_signing_clock
    from kiosk.cli.secret_input import ask_passphrase
    from kiosk.i18n.translator import system_language

    language = args.language or system_language()
    names = export_sheets(
        args.folder, args.out, language, read_signing_clock(), ask_passphrase, args.root_key
    )
    facts = {"sheets": names, "file": str(args.out)}
    print_messages(args, facts, ("keys.sheets", {"keys": ", ".join(names), "file": args.out}))
    return 0


def recover(args: Namespace) -> int:
    """Make the files of root keys again, from scans or from what is typed."""
    from kiosk.authoring.keys.keyring import read_keyring
    from kiosk.authoring.keys.recover_keys import (
        name_recovered_keys,
        restore_root_metadata,
        write_recovered_keys,
    )
    from kiosk.cli.secret_input import passphrase_chooser

    private_keys = list(_read_keys(args))
    if not private_keys:
        raise KioskError("keys.recover.nothing")
    if args.pack:
        restore_root_metadata(args.folder, args.pack)
    ring = read_keyring(args.folder)
    keys = name_recovered_keys(ring, private_keys)
    choose = passphrase_chooser(args, (ring.publisher.id, ring.publisher.name))
    write_recovered_keys(keys, choose())
    names = [key.name for key in keys]
    values = {"keys": ", ".join(names), "name": ring.publisher.name, "folder": args.folder}
    print_messages(args, {"recovered": names, "folder": str(args.folder)}, ("keys.recovered", values))
    return 0


def _read_keys(args: Namespace) -> "Iterator[Ed25519PrivateKey]":
    """The keys on the scans, or those that are typed, on one or more lines each."""
    from kiosk.authoring.keys.recovery_code import decode_key, is_complete
    from kiosk.authoring.keys.recovery_sheet import read_sheet
    from kiosk.cli.secret_input import read_line

    if args.scans:
        yield from (decode_key(digits) for scan in args.scans for digits in read_sheet(scan))
        return
    typed = ""
    while line := read_line("keys.recover.type").strip():
        typed += line + "\n"
        if is_complete(typed):
            yield decode_key(typed)
            typed = ""
    if typed:
        yield decode_key(typed)
