"""`kiosk settings`: prints the settings, and changes those that staff may choose."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from kiosk.base.output import print_json, print_lines
from kiosk.cli import options

if TYPE_CHECKING:
    from kiosk.base.settings import LoadedSettings, Settings


def register(commands: Any) -> None:
    """Add `settings show`, `settings set` and `settings reset`."""
    settings: ArgumentParser = commands.add_parser(
        "settings", help="print or change the settings of this kiosk"
    )
    verbs = settings.add_subparsers(metavar="VERB", required=True)
    showing = verbs.add_parser("show", help="print every setting, and which ones staff have chosen")
    showing.set_defaults(handler=show)
    setting = verbs.add_parser("set", help="change a setting that staff may choose")
    setting.add_argument(
        "key",
        metavar="KEY",
        help="language, idle_seconds, share_install, visitor_prints, volume, opening_hours or technician",
    )
    setting.add_argument("value", metavar="VALUE", help="as in kiosk.toml, without quotation marks")
    setting.set_defaults(handler=choose, changes=True)
    resetting = verbs.add_parser(
        "reset", help="discard what staff have chosen, but for opening_hours and technician"
    )
    resetting.set_defaults(handler=reset, changes=True)
    options.add_library_and_settings(showing, setting, resetting)
    options.add_json(showing, setting, resetting)


def show(args: Namespace) -> int:
    """Print the settings in effect, and what is wrong in the file."""
    from kiosk.base.settings import load_file

    loaded = load_file(args.settings, args.library)
    options.print_faults(loaded, args)
    return _print_settings(args, loaded)


def choose(args: Namespace) -> int:
    """Store a choice of the staff, and print the settings in effect."""
    from kiosk.library import staff_choices

    loaded = options.load_certain_file(args)
    staff_choices.save_choice(loaded.settings, args.key, _parse_value(loaded.settings, args.key, args.value))
    return _print_settings(args, loaded)


def reset(args: Namespace) -> int:
    """Discard what staff have chosen, and print the settings in effect."""
    from kiosk.library import staff_choices

    loaded = options.load_certain_file(args)
    staff_choices.delete_choices(loaded.settings)
    return _print_settings(args, loaded)


def _parse_value(settings: "Settings", key: str, text: str) -> str | int:
    """A number for a setting that is one; a telephone number is none."""
    try:
        return int(text) if isinstance(getattr(settings, key, ""), int | float) else text
    except ValueError:
        return text


def _print_settings(args: Namespace, loaded: "LoadedSettings") -> int:
    from dataclasses import asdict

    from kiosk.base.settings import STAFF_CHOICES, read_staff_choices

    chosen, before = read_staff_choices(loaded.settings), asdict(loaded.settings)
    file = loaded.file
    if args.json:
        from kiosk.library.json_values import error_to_json

        facts = {
            "file": str(file or ""),
            "settings": before | chosen,
            "choices": chosen,
            "usual": {key: before[key] for key in STAFF_CHOICES},
            "faults": [{"line": fault.line} | error_to_json(fault.problem) for fault in loaded.faults],
        }
        print_json(facts, default=str)
        return 0
    from kiosk.i18n.translator import system_language, translator

    sentences = translator(system_language())
    print_lines(sentences.text("choices.file", file=file) if file else sentences.text("choices.no_file"))
    for key, value in before.items():
        line = f"{key} = {_format_value(chosen.get(key, value))}"
        print_lines(
            sentences.text("choices.chosen", line=line, usual=_format_value(value)) if key in chosen else line
        )
    return 0


def _format_value(value: object) -> str:
    """A value written as in kiosk.toml, or nearly so."""
    import json

    return json.dumps("" if value is None else value, ensure_ascii=False, default=str)
