"""Checks which URLs may become a QR code: https to a host that the pack's publisher may link to."""

import re
import unicodedata
from collections.abc import Collection
from urllib.parse import unquote

MAX_URL_LENGTH = 512
"""Characters; the QR codes of longer URLs are too fine to scan from a screen."""

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?=.{{1,253}}\Z)(?:{_LABEL}\.)+[a-z](?:[a-z0-9-]{{0,61}}[a-z0-9])", re.ASCII)
_REST = r"(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@/?#-]|%[0-9A-Fa-f]{2})*)?"
_URL = re.compile(rf"https://([^/]+){_REST}", re.ASCII)


def is_host(name: str) -> bool:
    """Whether `name` is a lower-case ASCII DNS name whose last label is not a number (so no IP address)."""
    return bool(_HOST.fullmatch(name))


def host_of(url: str) -> str:
    """The host of `url`, or '' when the URL is not in the plain form.

    The plain form is 'https://', a host, and optionally a path of characters RFC 3986 allows: no user, no
    port, no backslash, nothing outside ASCII, and nothing percent-encoded that decodes to a control or
    direction character.
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
    """Whether `url` is in the plain form of `host_of` and its host is one of `hosts`."""
    host = host_of(url)
    return host != "" and host in hosts
