"""`kiosk trust`: whose packs this kiosk takes."""

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kiosk.library.trust import Root


def register(commands: Any) -> None:
    """Add `trust add` and `trust list`."""
    trust: ArgumentParser = commands.add_parser("trust", help="say whose packs this kiosk takes")
    verbs = trust.add_subparsers(metavar="VERB", required=True)
    adding = verbs.add_parser("add", help="take the packs of a publisher from now on")
    adding.add_argument("root", type=Path, metavar="ROOT.json", help="what the publisher handed you")
    adding.set_defaults(handler=add)
    listing = verbs.add_parser("list", help="list the publishers whose packs are taken")
    listing.set_defaults(handler=list_roots)
    for verb in (adding, listing):
        verb.add_argument("--library", type=Path, metavar="DIR", help="the library (default: this machine's)")
        verb.add_argument(
            "--settings", type=Path, metavar="FILE", help="a kiosk.toml (default: this machine's)"
        )
        verb.add_argument("--json", action="store_true", help="print one JSON object")


def add(args: Namespace) -> int:
    """Trust a publisher, and print what to compare with them."""
    from kiosk import settings
    from kiosk.library.trust import add_root

    root = add_root(args.library or settings.load(args.settings).library, args.root)
    _print(args, asdict(root), [root])
    return 0


def list_roots(args: Namespace) -> int:
    """Print every publisher that is trusted; none is no failure."""
    from kiosk import settings
    from kiosk.library.trust import roots

    found = roots(args.library or settings.load(args.settings).library)
    _print(args, {"publishers": [asdict(root) for root in found]}, found)
    return 0


def _print(args: Namespace, facts: dict[str, Any], roots: "list[Root] | tuple[Root, ...]") -> None:
    if args.json:
        import json

        print(json.dumps(facts, ensure_ascii=False))
        return
    from kiosk.words import system_language, words

    said = words(system_language())
    for root in roots:
        hosts = ", ".join(root.hosts) or "–"
        print(said.text("library.trusted", name=root.name, hosts=hosts, fingerprint=root.fingerprint))
    if not roots:
        print(said.text("library.nobody"))
