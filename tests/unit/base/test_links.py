"""URLs that become QR codes: the plain form only, and allowed hosts only."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl

from kiosk.base.links import MAX_URL_LENGTH, host_of, is_host, may_link

HOST = "kz.usembassy.gov"
HOSTS = (HOST, "usembassy.gov")

ACCEPTED = [
    f"https://{HOST}",
    f"https://{HOST}/",
    f"https://{HOST}/a/b-c_d~e.html",
    f"https://{HOST}/?q=1&r=(2)*3;4,5!6'7$8:9",
    f"https://{HOST}/a?b=c#d/e?f",
    f"https://{HOST}/@name",
    f"https://{HOST}/%D2%9B%D0%B0%D0%B7%D0%B0%D2%9B",
    f"https://{HOST}/a%20b+c",
    f"https://{HOST}/../..//x",
    "https://usembassy.gov/x",
    f"https://{HOST}/" + "a" * (MAX_URL_LENGTH - len(f"https://{HOST}/")),
]


@pytest.mark.parametrize("url", ACCEPTED)
def test_plain_addresses_of_allowed_hosts_are_accepted(url: str) -> None:
    assert may_link(url, HOSTS)


def test_a_host_is_allowed_by_its_whole_name() -> None:
    assert not may_link(f"https://{HOST}/", ["usembassy.gov", f"x.{HOST}", HOST[1:]])
    assert not may_link(f"https://{HOST}/", [])
    assert not may_link("", [""])


@pytest.mark.parametrize(
    "name", ["a.kz", "kz.usembassy.gov", "xn--80a.xn--80ao21a", "1.2.3.kz", "a-b.c-d.org"]
)
def test_valid_host_names(name: str) -> None:
    assert is_host(name)


@pytest.mark.parametrize(
    "name",
    [
        *[
            "",
            "kz",
            "KZ.gov",
            ".kz",
            "a..kz",
            "a.kz.",
            "-a.kz",
            "a-.kz",
            "a.-kz",
            "a_b.kz",
            "127.0.0.1",
            "a.1",
        ],
        *["a.k", "a.kz:443", "a.kz/", "user@a.kz", "*.kz", "қаз.kz", "a.kz\n", f"{'a' * 64}.kz"],
        "a." * 130 + "kz",
    ],
)
def test_invalid_host_names(name: str) -> None:
    assert not is_host(name)


@given(
    st.builds(
        "".join,
        st.lists(
            st.one_of(
                st.sampled_from(
                    ["https://", "https:", "http://", HOST, "evil.com", "/", "//", "\\", "@", ":", "?"]
                ),
                st.sampled_from(
                    ["#", "%0a", "%40", "%2f", ".", "443", "\n", "\t", " ", "[", "]", "а", "。", "%"]
                ),
                st.text(max_size=4),
            ),
            max_size=8,
        ),
    )
)
def test_e7_other_parsers_read_accepted_urls_the_same(tail: str) -> None:
    for url in (tail, f"https://{HOST}{tail}", f"https://{HOST}/{tail}"):
        if host := host_of(url):
            assert urlsplit(url).hostname == host and urlsplit(url).port is None
            assert urlsplit(url).username is None
            parsed = QUrl(url, QUrl.ParsingMode.StrictMode)
            assert parsed.isValid() and parsed.host() == host and parsed.scheme() == "https"
            assert parsed.port() == -1 and parsed.userInfo() == ""
            assert url.isascii() and url.isprintable() and len(url) <= MAX_URL_LENGTH
