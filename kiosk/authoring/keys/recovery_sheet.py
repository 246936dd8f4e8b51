"""Typesets recovery sheets, a page for each root key, and reads a key back from a picture of one."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image
from pypdfium2 import PdfiumError

from kiosk.authoring.keys.keyring import ROOT, Keyring
from kiosk.authoring.keys.recovery_code import GROUP_DIGITS, GROUPS, encode_key
from kiosk.base.errors import KioskError
from kiosk.base.paths import resources
from kiosk.base.qr_code import qr_svg_path
from kiosk.base.safe_open import read_regular_file
from kiosk.base.sentence_ids import SentenceId
from kiosk.i18n.translator import translator
from kiosk.packs.fingerprint import fingerprint
from kiosk.typesetting.compile_template import compile_template
from kiosk.typesetting.glyphs import to_drawable
from kiosk.typesetting.proofread import count_pages, proofread, read_qr_codes, render_grey_page
from kiosk.typography.typeset import typeset

FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")
"""The formats of scanners and telephones that Pillow reads."""
SCAN_RESOLUTION = 300
"""Dots per inch at which the pages of a PDF are read."""
_SECTIONS: tuple[tuple[SentenceId, SentenceId], ...] = (
    ("recovery.keep_title", "recovery.keep"),
    ("recovery.use_title", "recovery.use"),
    ("recovery.lost_title", "recovery.lost"),
)


def make_sheets(ring: Keyring, keys: Mapping[str, Ed25519PrivateKey], language: str, timestamp: int) -> bytes:
    """An A4 page for each of `keys`, by their names in `ring`, as PDF; `timestamp` is in UTC seconds.

    The codes on it are read back. Raises KioskError 'flyers.letters' for a publisher's name that no font can
    draw.
    """
    texts = translator(language)

    def said(id: SentenceId, **values: object) -> str:
        return typeset(to_drawable(texts.text(id, **values)), language)

    name = to_drawable(ring.publisher.name)
    facts = {"publisher": name, "threshold": ring.threshold, "total": len(ring.keys_of_kind(ROOT))}
    codes = {key: encode_key(private) for key, private in keys.items()}
    pages = []
    for key, groups in codes.items():
        path, modules = qr_svg_path("".join(groups))
        pages.append(
            {
                "key": key,
                "what": said("recovery.what", key=key, **facts),
                "groups": groups,
                "code": {"path": path, "modules": modules, "alt": said("recovery.code_alt", key=key)},
                "sections": [(said(head), said(text, key=key)) for head, text in _SECTIONS],
            }
        )
    data = {
        "language": language,
        "title": said("recovery.title"),
        "publisher": name,
        "fingerprint": said("recovery.fingerprint", fingerprint=fingerprint(ring.chain[0])),
        "fields": [said("recovery.keeper"), said("recovery.place"), said("recovery.since")],
        "pages": pages,
    }
    pdf = compile_template(resources() / "recovery" / "sheet.typ", data, timestamp)
    proofread(pdf, ["".join(groups) for groups in codes.values()])
    return pdf


def read_sheet(file: Path) -> list[str]:
    """The digits of the codes in a picture or PDF of recovery sheets.

    KioskError 'keys.code.no_picture' when it is neither, 'keys.code.none' when no code of a key is in it.
    """
    payloads = [payload for page in _open_pages(file) for payload in read_qr_codes(page)]
    digits = [one for one in payloads if one.isdecimal() and len(one) == GROUPS * GROUP_DIGITS]
    if not digits:
        raise KioskError("keys.code.none", file=str(file))
    return digits


def _open_pages(file: Path) -> list[Image.Image]:
    try:
        data = read_regular_file(file)
        if data.startswith(b"%PDF"):
            return [render_grey_page(data, page, SCAN_RESOLUTION) for page in range(count_pages(data))]
        with Image.open(BytesIO(data), formats=FORMATS) as picture:
            return [picture.convert("L")]
    except (OSError, PdfiumError, Image.DecompressionBombError) as error:
        raise KioskError("keys.code.no_picture", file=str(file)) from error
