"""`kiosk look`: which packs lie on a stick."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kiosk.library.look import Look


def register(commands: Any) -> None:
    """Add `look` to the command line."""
    parser: ArgumentParser = commands.add_parser("look", help="say which packs lie on a stick")
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the stick is mounted, or any folder")
    parser.add_argument("--library", type=Path, metavar="DIR", help="the library (default: this machine's)")
    parser.add_argument(
        "--settings", type=Path, metavar="FILE", help="a kiosk.toml (default: this machine's)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--progress", action="store_true", help="print JSON lines while it goes on")
    parser.set_defaults(handler=look)


def look(args: Namespace) -> int:
    """Print what each pack is to this kiosk; none at all is no failure."""
    from kiosk import settings
    from kiosk.library.describe import looked
    from kiosk.library.look import look as look_at
    from kiosk.sources.mounts import check_mount

    chosen = settings.load(args.settings)
    library = args.library or chosen.library
    check_mount(args.folder, chosen.sticks)
    if args.progress:
        from kiosk import protocol

        with protocol.Listener() as listener:
            found = look_at(library, args.folder, corner=chosen.corner, report=listener)
        protocol.done(looked(found))
        return 0
    found = look_at(library, args.folder, corner=chosen.corner)
    if args.json:
        import json

        print(json.dumps(looked(found), ensure_ascii=False))
    else:
        print("\n".join(lines(found, args.folder)))
    return 0


def lines(found: "Look", folder: Path) -> list[str]:
    """A line for each pack, and which to install."""
    from kiosk.words import pick, system_language, words

    said = words(system_language())
    told = [] if found.offers else [said.text("sources.none", path=folder)]
    for offer in found.offers:
        name = offer.file.name
        if offer.pack:
            title = pick(offer.pack.title, said.language)[0]
            facts = {"version": offer.pack.version, "short_id": offer.pack.short_id}
            facts |= {"name": name, "title": title, "publisher": offer.publisher}
            told.append(said.text(f"sources.standing.{offer.standing}", **facts))
        else:
            told.append(said.text("sources.refused", name=name, reason=offer.error))
    if found.best is not None:
        told.append(said.text("sources.best", name=found.offers[found.best].file.name))
    if found.left_out:
        told.append(said.text("sources.left_out", n=found.left_out))
    return told
