"""Which addresses may become a QR code: https to a host that the pack's publisher may link to."""

import re
import unicodedata
from collections.abc import Collection
from urllib.parse import unquote

MAX_URL_LENGTH = 512
"""Characters; longer codes get too fine to scan from a screen."""

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?=.{{1,253}}\Z)(?:{_LABEL}\.)+[a-z](?:[a-z0-9-]{{0,61}}[a-z0-9])", re.ASCII)
_REST = r"(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@/?#-]|%[0-9A-Fa-f]{2})*)?"
_URL = re.compile(rf"https://([^/]+){_REST}", re.ASCII)


def is_host(name: str) -> bool:
    """Whether `name` is a DNS name in lower-case ASCII whose last label is no number (so no IP address)."""
    return bool(_HOST.fullmatch(name))


def host_of(url: str) -> str:
    """The host a visitor would reach by `url`, or '' when the address is not of the one plain form.

    That form is 'https://', a host, and optionally a path of characters RFC 3986 allows: no user, no
    port, no backslash, nothing outside ASCII, and nothing percent-encoded that is a control or
    direction character once a phone decodes it.
    """
    match = _URL.fullmatch(url) if len(url) <= MAX_URL_LENGTH else None
    if not match or not is_host(match[1]):
        return ""
    try:
        decoded = unquote(url, errors="strict")
    except UnicodeDecodeError:
        return ""
    if any(unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp") for letter in decoded):
        return ""
    return match[1]


def may_link(url: str, hosts: Collection[str]) -> bool:
    """Whether `url` is of the plain form and leads to exactly one of `hosts`."""
    host = host_of(url)
    return host != "" and host in hosts
