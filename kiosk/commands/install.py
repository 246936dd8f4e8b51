"""`kiosk install`: take in a pack."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kiosk.library.progress import Progress


def register(commands: Any) -> None:
    """Add `install` to the command line."""
    parser: ArgumentParser = commands.add_parser("install", help="install a pack")
    parser.add_argument("file", type=Path, metavar="FILE", help="a .kpack")
    parser.add_argument("--library", type=Path, metavar="DIR", help="the library (default: this machine's)")
    parser.add_argument(
        "--settings", type=Path, metavar="FILE", help="a kiosk.toml (default: this machine's)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--progress", action="store_true", help="print JSON lines while it goes on")
    parser.set_defaults(handler=install)


def install(args: Namespace) -> int:
    """Install the pack, or say why not; a pack that is there already is no failure."""
    from kiosk import settings
    from kiosk.library.describe import installed
    from kiosk.library.install import install as take_in

    chosen = settings.load(args.settings)
    library = args.library or chosen.library
    if args.progress:
        from kiosk import protocol

        with protocol.Listener() as listener:
            done = take_in(library, args.file, corner=chosen.corner, report=listener)
        protocol.done(installed(done))
        return 0
    done = take_in(library, args.file, corner=chosen.corner, report=_tell)
    if args.json:
        import json

        print(json.dumps(installed(done), ensure_ascii=False))
    else:
        from kiosk.words import pick, system_language, words

        language = system_language()
        title = pick(done.pack.title, language)[0]
        facts = {"title": title, "version": done.pack.version, "short_id": done.pack.short_id}
        print(words(language).text("library.already" if done.already else "library.installed", **facts))
        if done.shared:
            print(words(language).text("library.shared", events=", ".join(done.shared)))
    return 0


def _tell(progress: "Progress") -> None:
    """Say on a terminal how far it is, on one line that is written over."""
    import sys

    if sys.stderr.isatty():
        from kiosk.words import system_language, words

        percent = 100 * progress.done // max(progress.total, 1)
        said = words(system_language()).text(f"library.step.{progress.step}", percent=percent)
        sys.stderr.write(f"\r{said}\x1b[K\r")
        sys.stderr.flush()
