"""Makes resources/unicode/confusables.txt: python packaging/confusables.py CONFUSABLES.txt

The input is the file of that name of Unicode Technical Standard 39 (https://www.unicode.org/Public/security).
Each line of the result is a prototype and the characters that look like it, as code points in hex.
"""

import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "resources/unicode/confusables.txt"


def main(source: Path) -> None:
    """Write the compact table of `source`."""
    alike: dict[str, list[str]] = {}
    version = ""
    for line in source.read_text("utf-8-sig").splitlines():
        fields = [field.strip() for field in line.partition("#")[0].split(";")]
        if line.startswith("# Version:"):
            version = line.removeprefix("# Version:").strip()
        if len(fields) == 3:
            alike.setdefault(fields[1].replace(" ", "+"), []).append(fields[0])
    rows = [f"{prototype} {' '.join(characters)}" for prototype, characters in sorted(alike.items())]
    head = f"# Unicode {version}, made from confusables.txt of UTS 39 by packaging/confusables.py"
    TARGET.write_text("\n".join([head, *rows]) + "\n", "ascii")


main(Path(sys.argv[1]))
