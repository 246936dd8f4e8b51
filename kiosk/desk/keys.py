"""Makes the keys of a press officer who has none."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kiosk.authoring.keys.encrypted_key import is_encrypted
from kiosk.authoring.keys.export_sheets import export_sheets
from kiosk.authoring.keys.key_folder import USUAL_RANK, create_key_folder
from kiosk.authoring.keys.passphrase import check_passphrase, normalise_passphrase
from kiosk.authoring.keys.signing_clock import read_signing_clock, signing_date
from kiosk.base.errors import KioskError
from kiosk.base.safe_open import read_regular_file
from kiosk.i18n.translator import LANGUAGES, translator
from kiosk.packs.publisher import Publisher
from kiosk.search.fold import fold
from kiosk.search.transliteration import TO_LATIN

MAX_ID = 40
"""Characters of a publisher's id."""


def make_keys(
    folder: Path, name: str, hosts: Sequence[str], passphrase: str, sheets: Path, language: str
) -> dict[str, Any]:
    """Make the keys folder, and `sheets` with its recovery sheets in `language`, as PDF.

    The publisher's id comes from its name. Why there are no sheets is told, as there are keys. KioskErrors of
    `create_key_folder`, and of `check_passphrase` for one that is not ''.
    """
    publisher = Publisher(make_id(name), name, tuple(hosts), rank=USUAL_RANK)
    chosen = normalise_passphrase(passphrase)
    if chosen:
        check_passphrase(chosen, (publisher.id, name))
    create_key_folder(folder, publisher, signing_date(), chosen)
    told = [KioskError("keys.made", folder=folder, name=name)]
    try:
        names = export_sheets(folder, sheets, language, read_signing_clock(), lambda _: chosen)
        told.append(KioskError("keys.sheets", keys=", ".join(names), file=sheets))
    except KioskError as error:
        told.append(error)
    texts = {code: "\n".join(map(translator(code).error, told)) for code in LANGUAGES}
    return {"publisher": publisher.id, "text": texts}


def are_protected(folder: Path) -> bool:
    """Whether a passphrase protects the keys in the folder that sign packs."""
    try:
        return any(is_encrypted(read_regular_file(file)) for file in folder.glob("publisher-*.pem"))
    except OSError:
        return False  # signing tells the reason


def make_id(name: str) -> str:
    """A publisher's id: 'Американский уголок' becomes 'amerikanskij-ugolok'; 'publisher' without letters."""
    latin = (TO_LATIN[one].partition(" ")[0] if one in TO_LATIN else one for one in fold(name))
    words = re.findall(r"[a-z0-9]+", "".join(latin))
    return "-".join(words)[:MAX_ID].strip("-") or "publisher"
