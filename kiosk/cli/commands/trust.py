"""`kiosk trust`: adds, lists and removes trusted publishers."""

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from kiosk.base.output import print_json, print_lines
from kiosk.cli import options

if TYPE_CHECKING:
    from kiosk.library.trusted_roots import TrustedRoot


def register(commands: Any) -> None:
    """Add `trust add`, `trust list` and `trust remove`."""
    trust: ArgumentParser = commands.add_parser("trust", help="choose the publishers that this kiosk trusts")
    verbs = trust.add_subparsers(metavar="VERB", required=True)
    adding = verbs.add_parser("add", help="trust a publisher")
    adding.add_argument(
        "root",
        type=options.path_argument,
        metavar="ROOT.json",
        help="the root metadata that the publisher gave you",
    )
    adding.set_defaults(handler=add, changes=True)
    listing = verbs.add_parser("list", help="list the trusted publishers")
    listing.set_defaults(handler=list_roots)
    removing = verbs.add_parser("remove", help="stop trusting a publisher, and remove its packs")
    removing.add_argument("publisher", metavar="PUBLISHER", help="its id, as `trust list --json` has it")
    removing.set_defaults(handler=remove, changes=True)
    options.add_library_and_settings(adding, listing, removing)
    options.add_json(adding, listing, removing)


def add(args: Namespace) -> int:
    """Trust a publisher, and print its fingerprint to compare."""
    from kiosk.library.trusted_roots import add_root

    root = add_root(options.library_folder(args), args.root)
    _print_publishers(args, asdict(root), [root])
    return 0


def list_roots(args: Namespace) -> int:
    """Print the trusted publishers; none is no failure."""
    from kiosk.library.trusted_roots import read_trusted_roots

    roots = read_trusted_roots(options.library_folder(args))
    _print_publishers(args, {"publishers": [asdict(root) for root in roots]}, roots)
    return 0


def remove(args: Namespace) -> int:
    """Stop trusting a publisher, and print the packs that were removed."""
    from kiosk.library.json_values import pack_to_json
    from kiosk.library.revoke import revoke

    gone = revoke(options.library_folder(args), args.publisher)
    if args.json:
        facts = {"publisher": args.publisher, "gone": [pack_to_json(pack) for pack in gone]}
        print_json(facts)
        return 0
    from kiosk.i18n.translator import pick_translation, system_language, translator

    sentences = translator(system_language())
    print_lines(sentences.text("library.distrusted", publisher=args.publisher))
    for pack in gone:
        title = pick_translation(pack.title, sentences.language)[0]
        print_lines(sentences.text("library.gone", title=title, version=pack.version))
    return 0


def _print_publishers(
    args: Namespace, facts: dict[str, Any], roots: "list[TrustedRoot] | tuple[TrustedRoot, ...]"
) -> None:
    if args.json:
        print_json(facts)
        return
    from kiosk.i18n.translator import system_language, translator

    sentences = translator(system_language())
    for root in roots:
        facts = asdict(root) | {"hosts": ", ".join(root.hosts) or "–"}
        for name in ("venues", "themes"):
            facts[name] = sentences.text("library.any") if "*" in facts[name] else ", ".join(facts[name])
        print_lines(sentences.text("library.trusted", **facts))
    if not roots:
        print_lines(sentences.text("library.nobody"))
