"""Reads addresses and telephone numbers as people write them: 'www.example.org/a', '8 (727) 250-76-12'."""

import re
from urllib.parse import quote

from kiosk.authoring.loose.reading import Reading
from kiosk.authoring.loose.words import tidy
from kiosk.base.links import is_host

_PARTS = re.compile(r"(?P<scheme>[a-z]+://)?(?P<host>[^/?#\s@]+)(?P<rest>[/?#].*)?", re.IGNORECASE)
_AROUND = "<>()[]{}«»“”\"'.,; "
_PLAIN = "/?#:@!$&'()*+,;=-._~%"
_NUMBER = re.compile(r"[78]\d{10}", re.ASCII)


def read_link(text: str) -> Reading[str] | None:
    """The address in `text` as it becomes a code: with https:// where no scheme is written, letters encoded.

    Another scheme stays as it is. None when it looks like no address.
    """
    words = tidy(text).strip(_AROUND)
    found = _PARTS.fullmatch(words)
    if not found or not (found["scheme"] or is_host(found["host"].lower())):
        return None
    host, rest = found["host"].lower(), found["rest"] or ""
    if rest[:1] in ("?", "#"):
        rest = f"/{rest}"
    link = f"{(found['scheme'] or 'https://').lower()}{host}{quote(rest, safe=_PLAIN)}"
    return Reading(link, link == text.strip())


def read_phone(text: str) -> Reading[str] | None:
    """The number with its country code; what begins with 8 or 7 and has eleven digits is of Kazakhstan.

    None when there is no digit in it.
    """
    words = tidy(text)
    digits = re.sub(r"\D", "", words)
    if not digits:
        return None
    if words.startswith("+") or not _NUMBER.fullmatch(digits):
        return Reading(words)
    return Reading(f"+7{words[1:]}" if words[0] in "78" else f"+7 {digits[1:]}", False)
