"""`kiosk keys`: makes, shows and replaces the keys of a publisher."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from kiosk.base.sentence_ids import SentenceId
from kiosk.cli import key_recovery, options
from kiosk.cli.messages import Message, print_messages

if TYPE_CHECKING:
    from kiosk.authoring.keys.keyring import Key, Keyring
    from kiosk.authoring.keys.rotate_keys import RootUpdate
    from kiosk.packs.publisher import Publisher


def register(commands: Any) -> None:
    """Add `keys new`, `show`, `rotate`, `replace`, `set-rights` and those of `key_recovery`."""
    keys: ArgumentParser = commands.add_parser("keys", help="make and replace the keys of a publisher")
    verbs = keys.add_subparsers(metavar="VERB", required=True)
    new = verbs.add_parser("new", help="make the keys folder of a new publisher")
    new.add_argument(
        "folder",
        type=options.path_argument,
        metavar="DIR",
        help="the folder to make; must be empty if it exists",
    )
    new.add_argument("--publisher", default="local", metavar="ID", help="short name, a-z 0-9 - (local)")
    new.add_argument("--name", default="", metavar="NAME", help="the publisher as people call it (its ID)")
    _add_rights_options(new, "none", "any", "50")
    new.set_defaults(handler=make, changes=True)

    showing = verbs.add_parser("show", help="print the keys in a folder, and their expiry")
    showing.set_defaults(handler=show)
    rotating = verbs.add_parser("rotate", help="replace all keys of one kind")
    rotating.add_argument("--role", choices=("packs", "root"), required=True, help="which keys to replace")
    rotating.set_defaults(handler=rotate, changes=True)
    replacing = verbs.add_parser("replace", help="replace single keys that are lost or stolen")
    replacing.set_defaults(handler=replace_lost, changes=True)
    changing = verbs.add_parser("set-rights", help="change the rights of a publisher")
    changing.set_defaults(handler=set_rights, changes=True)
    for verb in (showing, rotating, replacing, changing):
        verb.add_argument(
            "folder", type=options.path_argument, metavar="DIR", help="the publisher's keys folder"
        )
    replacing.add_argument(
        "keys", nargs="+", metavar="KEY", help="its name (publisher-1) or id, as `show` prints it"
    )
    _add_rights_options(changing, *["as before"] * 3)
    options.add_root_key(rotating, replacing, changing)
    options.add_json(new, showing, rotating, replacing, changing)
    options.add_protection(new, rotating, replacing)
    key_recovery.add_verbs(verbs)


def _add_rights_options(parser: ArgumentParser, hosts: str, ids: str, rank: str) -> None:
    """Add the options for rights; `hosts`, `ids` and `rank` are the words for their defaults."""
    parser.add_argument(
        "--host", action="append", metavar="HOST", help=f"where QR codes may lead ({hosts}); may be repeated"
    )
    for name, what in (("--venue", "a place its events may be at"), ("--theme", "a theme they may be of")):
        parser.add_argument(name, action="append", metavar="ID", help=f"{what} ({ids}); may be repeated")
    parser.add_argument(
        "--rank", type=int, metavar="N", help=f"who wins: 0 the country, more a smaller place ({rank})"
    )


def make(args: Namespace) -> int:
    """Make a keys folder and print what to do with its files."""
    from kiosk.authoring.keys import key_folder
    from kiosk.authoring.keys.signing_clock import signing_date
    from kiosk.cli.secret_input import passphrase_chooser
    from kiosk.packs.publisher import ANY_ID, Publisher

    venues, themes = tuple(args.venue or ANY_ID), tuple(args.theme or ANY_ID)
    name = args.name or args.publisher
    rank = key_folder.USUAL_RANK if args.rank is None else args.rank
    publisher = Publisher(args.publisher, name, tuple(args.host or ()), venues, themes, rank)
    passphrase = passphrase_chooser(args, (publisher.id, publisher.name))()
    key_folder.create_key_folder(args.folder, publisher, signing_date(), passphrase)
    protection: SentenceId = "keys.made_protected" if passphrase else "keys.made_plain"
    facts = publisher.to_fields() | {"rank": rank, "root": str(args.folder / "root.json")}
    made: Message = ("keys.made", {"folder": args.folder, "name": publisher.name})
    rank_note: Message = ("keys.made_rank", {"rank": rank})
    print_messages(args, facts, made, rank_note, (protection, {"folder": args.folder}))
    return 0


def show(args: Namespace) -> int:
    """Print the state of a keys folder; changes nothing."""
    from kiosk import dates
    from kiosk.authoring.keys.keyring import ID_LENGTH, ROOT, read_keyring
    from kiosk.i18n.translator import system_language
    from kiosk.packs.fingerprint import fingerprint

    ring = read_keyring(args.folder)
    until = f"{ring.expires:%Y-%m-%d}"
    roots = [{"file": str(file), "fingerprint": fingerprint(root)} for file, root in ring.root_files()]
    keys_json = [
        {
            "name": key.name,
            "kind": key.kind,
            "id": key.id,
            "here": key.is_present,
            "protected": key.is_protected,
        }
        for key in ring.keys
    ]
    facts = {"root": len(ring.chain), "threshold": ring.threshold, "expires": until}
    head = {"name": ring.publisher.name, "publisher": ring.publisher.id, "folder": ring.folder}
    head |= {"number": len(ring.chain), "threshold": ring.threshold, "total": len(ring.keys_of_kind(ROOT))}
    print_messages(
        args,
        ring.publisher.to_fields() | facts | {"roots": roots, "keys": keys_json},
        ("keys.shown", head | {"expires": dates.format_day(until, system_language())}),
        ("keys.rights", _describe_rights(ring.publisher)),
        *(("keys.fingerprint", root) for root in roots),
        *((_describe_key(key), {"key": key.name, "id": key.id[:ID_LENGTH]}) for key in ring.keys),
    )
    return 0


def rotate(args: Namespace) -> int:
    """Replace all keys of a kind, and print what to do next."""
    from kiosk.authoring.keys.keyring import PUBLISHER, ROOT, read_keyring

    ring = read_keyring(args.folder)
    return _renew_keys(args, ring, ring.keys_of_kind(PUBLISHER if args.role == "packs" else ROOT), lost=False)


def replace_lost(args: Namespace) -> int:
    """Replace keys that are lost or stolen, and print what to do next."""
    from kiosk.authoring.keys.keyring import read_keyring

    ring = read_keyring(args.folder)
    return _renew_keys(args, ring, ring.find_keys(args.keys), lost=True)


def set_rights(args: Namespace) -> int:
    """Change the rights that are given, keep the others, and print what to do next."""
    from dataclasses import replace

    from kiosk.authoring.keys.keyring import read_keyring
    from kiosk.authoring.keys.rotate_keys import change_rights
    from kiosk.authoring.keys.signing_clock import signing_date
    from kiosk.cli.secret_input import ask_passphrase

    ring = read_keyring(args.folder)
    given = {"hosts": args.host, "venues": args.venue, "themes": args.theme}
    rights: dict[str, Any] = {
        name: tuple(filter(None, ids)) for name, ids in given.items() if ids is not None
    }
    rights |= {} if args.rank is None else {"rank": args.rank}
    publisher = replace(ring.publisher, **rights)
    update = change_rights(ring, publisher, args.root_key, signing_date(), ask_passphrase)
    print_messages(
        args,
        publisher.to_fields() | {"root": update.version, "file": str(update.file)},
        ("keys.granted", {"name": publisher.name, "number": update.version, "file": update.file}),
        ("keys.rights", _describe_rights(publisher)),
        ("keys.next.granted", {"folder": ring.folder}),
    )
    return 0


def _describe_key(key: "Key") -> SentenceId:
    if key.is_protected:
        return "keys.key.protected"
    return "keys.key.here" if key.is_present else "keys.key.away"


def _describe_rights(publisher: "Publisher") -> dict[str, Any]:
    """The rights of a publisher in words."""
    from kiosk.i18n.translator import system_language, translator

    any_of_them = translator(system_language()).text("library.any")
    lists = {"hosts": publisher.hosts, "venues": publisher.venues, "themes": publisher.themes}
    rights_text = {name: any_of_them if "*" in ids else ", ".join(ids) or "–" for name, ids in lists.items()}
    return rights_text | {"rank": str(publisher.rank)}


def _renew_keys(args: Namespace, ring: "Keyring", old: "tuple[Any, ...]", lost: bool) -> int:
    from kiosk.authoring.keys.rotate_keys import rotate_keys
    from kiosk.authoring.keys.signing_clock import signing_date
    from kiosk.cli.secret_input import ask_passphrase, passphrase_chooser

    must_protect = any(key.is_protected for key in ring.keys)
    choose = passphrase_chooser(args, (ring.publisher.id, ring.publisher.name), must_protect=must_protect)
    update = rotate_keys(ring, old, args.root_key, lost, signing_date(), ask_passphrase, choose)
    facts = {
        "root": update.version,
        "file": str(update.file),
        "retired": [key.name for key in update.retired],
        "made": [str(path) for path in update.created],
    }
    print_messages(args, facts, *_next_steps(ring, update, lost))
    return 0


def _next_steps(ring: "Keyring", update: "RootUpdate", lost: bool) -> list[Message]:
    """The sentences on what was done and what people have to do next, in order."""
    from kiosk.authoring.keys.keyring import PUBLISHER, ROOT

    created = {
        kind: [path.name for path in update.created if path.name.startswith(kind)]
        for kind in (ROOT, PUBLISHER)
    }
    retired = ", ".join(f"{key.name}.pem" for key in update.retired)
    steps: list[Message] = [
        ("keys.renewed", {"name": ring.publisher.name, "number": update.version, "file": update.file})
    ]
    if created[ROOT]:
        steps.append(("keys.next.root", {"files": ", ".join(created[ROOT])}))
    if created[PUBLISHER]:
        steps.append(("keys.next.packs", {"files": ", ".join(created[PUBLISHER])}))
    steps.append(("keys.next.old", {"files": retired}))
    steps.append(("keys.next.send", {"folder": ring.folder}))
    if lost and created[PUBLISHER]:
        steps.append(("keys.next.stolen", {"publisher": ring.publisher.id}))
    return steps
