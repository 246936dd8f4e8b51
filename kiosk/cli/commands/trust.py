"""`kiosk trust`: adds, lists and removes trusted publishers, and allows them more rights."""

from argparse import ArgumentParser, Namespace
from typing import Any

from kiosk.cli import options


def register(commands: Any) -> None:
    """Add `trust add`, `trust list`, `trust allow` and `trust remove`."""
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
    allowing = verbs.add_parser("allow", help="allow a publisher the rights that it asks for")
    allowing.add_argument(
        "--pack",
        type=options.path_argument,
        metavar="FILE",
        help="the pack that asks (the one installed)",
    )
    allowing.add_argument("--request", default="", metavar="DIGEST", help="only this request, as JSON has it")
    allowing.set_defaults(handler=allow, changes=True)
    removing = verbs.add_parser("remove", help="stop trusting a publisher, and remove its packs")
    removing.set_defaults(handler=remove, changes=True)
    for verb in (allowing, removing):
        verb.add_argument("publisher", metavar="PUBLISHER", help="its id, as `trust list` has it")
    options.add_library_and_settings(adding, listing, allowing, removing)
    options.add_json(adding, listing, removing)
    options.add_json_and_progress(allowing)


def add(args: Namespace) -> int:
    """Trust a publisher, and print its fingerprint to compare and the publishers that it comes before."""
    from kiosk.library.json_values import trusted_root_to_json
    from kiosk.library.trust.rights_text import trusted_root_lines
    from kiosk.library.trust.trusted_roots import add_root, read_trusted_roots

    library = options.library_folder(args)
    root = add_root(library, args.root)
    after = [other for other in read_trusted_roots(library) if root.precedence < other.precedence]
    return _print(
        args, trusted_root_to_json(root), lambda language: trusted_root_lines(root, language, after)
    )


def list_roots(args: Namespace) -> int:
    """Print the trusted publishers; none is no failure."""
    from kiosk.library.json_values import trusted_root_to_json
    from kiosk.library.trust.rights_text import trusted_root_lines
    from kiosk.library.trust.trusted_roots import read_trusted_roots

    roots = read_trusted_roots(options.library_folder(args))

    def lines(language: str) -> list[str]:
        return [line for root in roots for line in trusted_root_lines(root, language)] or _nobody(language)

    return _print(args, {"publishers": list(map(trusted_root_to_json, roots))}, lines)


def allow(args: Namespace) -> int:
    """Allow a publisher what it asks for, and print the old rights beside the new ones."""
    chosen = options.load_settings(args)
    library = args.library or chosen.library
    if args.progress:
        from kiosk.sandbox import confinement

        confinement.enter_sandbox(args, readable=list(filter(None, [args.pack])), writable=[library])
    from kiosk.cli.results import print_result
    from kiosk.library.allow_rights import allow_rights
    from kiosk.library.json_values import request_to_json
    from kiosk.library.trust.rights_text import allowed_lines

    request = allow_rights(library, args.publisher, args.pack, digest=args.request, corner=chosen.corner)
    return print_result(
        args,
        lambda: {"allowed": request_to_json(request)},
        lambda language: allowed_lines(request, language),
    )


def remove(args: Namespace) -> int:
    """Stop trusting a publisher, and print the packs that were removed."""
    from kiosk.library.json_values import pack_to_json
    from kiosk.library.revoke import revoke
    from kiosk.visits.month.record import record_before_change

    chosen = options.load_settings(args)
    record_before_change(chosen, chosen.library)
    gone = revoke(chosen.library, args.publisher)

    def lines(language: str) -> list[str]:
        from kiosk.i18n.translator import pick_translation, translator

        sentences = translator(language)
        titles = [(pick_translation(pack.title, language)[0], pack.version) for pack in gone]
        return [
            sentences.text("library.distrusted", publisher=args.publisher),
            *(sentences.text("library.gone", title=title, version=version) for title, version in titles),
        ]

    return _print(args, {"publisher": args.publisher, "gone": [pack_to_json(pack) for pack in gone]}, lines)


def _nobody(language: str) -> list[str]:
    from kiosk.i18n.translator import translator

    return [translator(language).text("library.nobody")]


def _print(args: Namespace, facts: dict[str, Any], to_lines: Any) -> int:
    """Print the facts as one JSON object, or else lines in the language of the user's environment."""
    from kiosk.cli.results import print_result

    args.progress = False
    return print_result(args, lambda: facts, to_lines)
