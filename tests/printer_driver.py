"""A driver of CUPS (PPD 4.3) for a printer that takes certain sizes of paper only."""

from collections.abc import Mapping
from pathlib import Path

from tests.cups import add_printer

HEAD = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "TEST.PPD"
*Product: "(Test)"
*PSVersion: "(3010.000) 0"
*Manufacturer: "Test"
*ModelName: "Test"
*ShortNickName: "Test"
*NickName: "Test"
*LanguageLevel: "3"
*cupsFilter: "application/pdf 0 -"
"""
LETTER, A3_BY_SIZE, LABEL = {"Letter": (612, 792)}, {"w842h1191": (842, 1191)}, {"w164h283": (164, 283)}
"""The names and sizes in points of media, the second as drivers name what is not common."""


Media = Mapping[str, tuple[int, int]]
"""Names of media with their width and height in points."""


def add_printer_with_media(name: str, folder: Path, media: Media, device: str) -> None:
    """Add a queue to CUPS whose driver knows these media."""
    file = folder / f"{name}.ppd"
    file.write_text(HEAD + "".join(_options(media)) + "".join(_dimensions(media)))
    add_printer(name, device, "-P", str(file))


def _options(media: Media) -> list[str]:
    lines = []
    for option in ("PageSize", "PageRegion"):
        lines += [f"*OpenUI *{option}/Media: PickOne\n", f"*Default{option}: {next(iter(media))}\n"]
        lines += [
            f'*{option} {name}: "<</PageSize[{width} {height}]>>setpagedevice"\n'
            for name, (width, height) in media.items()
        ]
        lines.append(f"*CloseUI: *{option}\n")
    return lines


def _dimensions(media: Media) -> list[str]:
    return [
        f'*ImageableArea {name}: "9 9 {width - 9} {height - 9}"\n*PaperDimension {name}: "{width} {height}"\n'
        for name, (width, height) in media.items()
    ]
