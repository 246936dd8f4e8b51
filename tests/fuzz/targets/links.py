"""Fuzzes the rule for links: three other parsers must read what it accepts as https to an allowed host."""

from collections.abc import Mapping
from random import Random
from urllib.parse import urlsplit

import ada_url
from PySide6.QtCore import QUrl

from kiosk.base import links
from tests.fuzz.target import ByteMutator

LONGEST = 600
HOSTS = ("kz.usembassy.gov", "usembassy.gov", "xn--80ao21a.kz")
_ALLOWED = tuple(
    f"https://{host}{rest}" for host in HOSTS for rest in ("", "/", "/a?b=c#d", "/%D2%9B/@x:y/../z//")
)
_URLS = (
    *_ALLOWED,
    "https://kz.usembassy.gov@evil.example/",
    "https://evil.example/kz.usembassy.gov",
    "https://kz.usembassy.gov.evil.example/",
    "https://kz.usembassy.gov:443/",
    "https://kz.usembassy.gov\\@evil.example/",
    "https:/kz.usembassy.gov/",
    "HTTPS://KZ.USEMBASSY.GOV/",
    "javascript:alert(1)//kz.usembassy.gov",
    "https://кz.usembassy.gov/",
)
_PIECES = (
    *(
        "https://",
        "https:",
        "//",
        "/",
        "\\",
        "@",
        ":",
        ":443",
        "?",
        "#",
        ".",
        "..",
        ";",
        "&",
        "[",
        "]",
        "[::1]",
    ),
    *(
        "%00",
        "%0a",
        "%2e",
        "%2f",
        "%40",
        "%e2%80%ae",
        "%ff",
        "%",
        "\t",
        "\n",
        "\r",
        "\0",
        " ",
        "\u202e",
        "。",
    ),
    *("evil.example", "127.0.0.1", "0x7f.1", "xn--", "а", "İ", "ſ", "\u00ad", "\u200d", "．", "℀", "１"),
)


def seeds() -> Mapping[str, bytes]:
    """Allowed and forbidden addresses."""
    return {f"url-{number}": url.encode() for number, url in enumerate(_URLS)}


def offer(data: bytes) -> bool:
    """The bytes are one address in UTF-8; broken sequences become the lone surrogates SQLite could hold."""
    url = data.decode("utf-8", "surrogateescape")
    if not links.may_link(url, HOSTS):
        return False
    assert url.isascii() and url.isprintable() and " " not in url and len(url) <= links.MAX_URL_LENGTH
    python = urlsplit(url)
    assert python.scheme == "https" and python.hostname in HOSTS, python
    assert python.port is None and python.username is None and python.password is None, python
    qt = QUrl(url, QUrl.ParsingMode.StrictMode)
    assert qt.isValid() and qt.scheme() == "https" and qt.host() in HOSTS, qt.errorString()
    assert qt.port() == -1 and qt.userInfo() == "", url
    browser = ada_url.URL(url)
    assert browser.protocol == "https:" and browser.hostname in HOSTS and browser.host == browser.hostname
    assert browser.username == browser.password == browser.port == "", url
    assert python.hostname == qt.host() == browser.hostname, url
    return True


def mutate(data: bytes, random: Random, mutate_bytes: ByteMutator) -> bytes:
    """Half of the time insert a significant piece into an allowed address, or into this one."""
    if random.random() < 0.5:
        return mutate_bytes(data)
    data = random.choice((data, random.choice(_ALLOWED).encode()))
    at = random.randint(0, len(data))
    return data[:at] + random.choice(_PIECES).encode() + data[random.choice((at, at + 1)) :]
