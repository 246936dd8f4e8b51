"""`kiosk install`: take in a pack."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kiosk.library.stage import Progress


def register(commands: Any) -> None:
    """Add `install` to the command line."""
    parser: ArgumentParser = commands.add_parser("install", help="install a pack")
    parser.add_argument("file", type=Path, metavar="FILE", help="a .kpack")
    parser.add_argument("--library", type=Path, metavar="DIR", help="the library (default: this machine's)")
    parser.add_argument(
        "--settings", type=Path, metavar="FILE", help="a kiosk.toml (default: this machine's)"
    )
    parser.add_argument(
        "--receipts", type=Path, metavar="DIR", help="leave a signed receipt of the try below DIR"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(handler=install)


def install(args: Namespace) -> int:
    """Install the pack, or say why not; a pack that is there already is no failure."""
    from kiosk import settings
    from kiosk.library.compose import Around
    from kiosk.library.install import install as take_in
    from kiosk.library.leave import receipt_of

    chosen = settings.load(args.settings)
    library, around = args.library or chosen.library, Around(chosen.corner, language=chosen.language)
    with receipt_of(library, args.receipts, args.file, around) as ended:
        done = take_in(library, args.file, corner=chosen.corner, report=_tell)
        ended(done)
    if args.json:
        import json

        from kiosk.library.describe import described

        facts = {"generation": done.generation, "already": done.already, "pack": described(done.pack)}
        print(json.dumps(facts | {"shared": list(done.shared)}, ensure_ascii=False))
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
