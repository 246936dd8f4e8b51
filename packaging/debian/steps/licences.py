"""Writes `copyright` and the folder `licences` of the package: `licences.py PYTHON-FOLDER DOC-FOLDER`.

The licence texts of the Python packages are moved out of their metadata. The file has the form of
https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/.
"""

import shutil
import sys
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path

COMMON = {"LGPL-3.0-only": "LGPL-3", "Apache-2.0": "Apache-2.0"}
"""Licences that Debian has in /usr/share/common-licenses."""
LICENCE_FILES = ("LICENSE*", "COPYING*", "AUTHORS*", "licenses/*")
HEAD = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Corner Kiosk
Comment: The Python packages are those of packaging/requirements.lock; sbom.cdx.json lists them too.

Files: *
Copyright: the authors of Corner Kiosk
License: Apache-2.0
 On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.

Files: opt/corner-kiosk/python/kiosk/_resources/*
Copyright: the authors of the fonts, icons and data
License: see-beside
 The texts of the licences lie beside the files.
"""


def main(packages: Path, documents: Path) -> None:
    """Write `copyright`, and move the licence texts below `licences`."""
    stanzas = [HEAD]
    for folder in sorted(packages.glob("*.dist-info")):
        metadata = HeaderParser().parsestr((folder / "METADATA").read_text("utf-8"))
        name = metadata["Name"].lower()
        target = documents / "licences" / name
        found = _move_texts(folder, target)
        stanzas.append(_stanza(name, metadata, found))
        if not found and _licence(metadata) not in COMMON:
            sys.exit(f"{name} has no licence text, and its licence is none of Debian's")
    (documents / "copyright").write_text("\n".join(stanzas), "utf-8")


def _move_texts(folder: Path, target: Path) -> bool:
    """Move the licence texts; whether there were any."""
    texts = [file for pattern in LICENCE_FILES for file in sorted(folder.glob(pattern))]
    for text in texts:
        target.mkdir(parents=True, exist_ok=True)
        shutil.move(text, target / text.name)
    shutil.rmtree(folder / "licenses", ignore_errors=True)
    return bool(texts)


def _licence(metadata: Message) -> str:
    """Its licence in SPDX's words where it says so; of several that it offers, the first."""
    said = metadata["License-Expression"] or metadata["License"] or ""
    classified = [line for line in metadata.get_all("Classifier", []) if line.startswith("License ::")]
    named = said.splitlines()[0] if said else classified[0].rpartition(":: ")[2] if classified else "its own"
    return named.partition(" OR ")[0]


def _stanza(name: str, metadata: Message, has_text: bool) -> str:
    licence = _licence(metadata)
    place = (
        f"/usr/share/doc/corner-kiosk/licences/{name}"
        if has_text
        else f"/usr/share/common-licenses/{COMMON.get(licence, licence)}"
    )
    author = " ".join((metadata["Author"] or metadata["Author-email"] or f"the authors of {name}").split())
    return (
        f"Files: opt/corner-kiosk/python/* (the package {name} {metadata['Version']})\nCopyright: {author}\n"
        f"License: {licence.replace(', ', ' and ').replace(' ', '-')}\n The text is in {place}.\n"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
