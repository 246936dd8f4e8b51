"""Fault catalogue, section E: hidden characters in text, links to other hosts."""

from pathlib import Path

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.base.links import MAX_URL_LENGTH, may_link
from kiosk.base.qr_code import qr_matrix
from tests.qr_reader import read_qr
from tests.source_builder import PACK_TOML, TALK_TOML, problem_places, write_source

HOST = "kz.usembassy.gov"

REFUSED = [
    "", HOST, f"{HOST}/x", f"//{HOST}/", f"http://{HOST}/", f"ftp://{HOST}/", f"HTTPS://{HOST}/",
    f"Https://{HOST}/", f"https:{HOST}", f"https:/{HOST}/", f"https:///{HOST}/", f"https://\\{HOST}/",
    f"https:\\\\{HOST}\\", f"https://{HOST}\\@evil.com/", f"https://user@{HOST}/", f"https://u:p@{HOST}/",
    f"https://@{HOST}/", f"https://{HOST}@evil.com/", f"https://{HOST}%40evil.com/", f"https://{HOST}:443/",
    f"https://{HOST}:/", f"https://{HOST}:x/", f"https://{HOST}.evil.com/", f"https://{HOST}./",
    f"https://x.{HOST}/", f"https://x{HOST}/", "https://usembassy.gov/", "https://KZ.usembassy.gov/",
    "https://kz.usembassy.gov.kz/", "https://kz-usembassy.gov/", "https://kz.usembassу.gov/",
    "https://kz。usembassy。gov/", "https://\uff4bz.usembassy.gov/", "https://xn--usembass-9yh.gov/",
    "https://127.0.0.1/", "https://2130706433/", "https://0x7f.1/", "https://[::1]/", f"https://[{HOST}]/",
    f"https://{HOST}?@evil.com", f"https://{HOST}#@evil.com", f" https://{HOST}/", f"https://{HOST}/ ",
    f"https://{HOST}/\n", f"https://{HOST}/\r\nHost: evil.com", f"https://{HOST}\n/", f"https://{HOST}/\t",
    f"ht\ntps://{HOST}/", f"https://{HOST}/\x00", f"https://{HOST}/a b", f"https://{HOST}/а",
    f"https://{HOST}/\u202egpj", f"https://{HOST}/%E2%80%AEgpj", f"https://{HOST}/%e2%80%ae",
    f"https://{HOST}/%0d%0aSet-Cookie:x", f"https://{HOST}/%00", f"https://{HOST}/%7f", f"https://{HOST}/%E2%80%8B",
    f"https://{HOST}/%ff", f"https://{HOST}/%c0%af", f"https://{HOST}/%", f"https://{HOST}/%4", f"https://{HOST}/%zz",
    f'https://{HOST}/"x"', f"https://{HOST}/<x>", f"https://{HOST}/[x]", f"https://{HOST}/{{x}}",
    f"https://{HOST}/x|y", f"https://{HOST}/x^y", f"https://{HOST}/`x`",
    f"https://{HOST}/" + "a" * MAX_URL_LENGTH,
    "javascript:alert(1)", f"javascript://{HOST}/%0aalert(1)", "data:text/html,x", "file:///etc/passwd",
    "WIFI:T:WPA;S:x;P:y;;", "tel:+77272507612", "SMSTO:+7:hi", "MATMSG:TO:a@b.c;;", "mailto:a@b.c",
    "upi://pay?pa=x", "BEGIN:VCARD\nEND:VCARD", "geo:0,0", "intent://x#Intent;end", f"view-source:https://{HOST}/",
    f"blob:https://{HOST}/x", "about:blank",
]  # fmt: skip

SHORTENERS = ["bit.ly", "goo.gl", "t.co", "tinyurl.com", "is.gd", "clck.ru", "vk.cc", "qr.ae", "u.to"]


def test_e7_the_table_has_no_duplicates() -> None:
    assert len(REFUSED) == len(set(REFUSED)) >= 50


@pytest.mark.parametrize("url", REFUSED)
def test_e7_an_address_of_any_other_form_or_host_is_refused(url: str) -> None:
    assert not may_link(url, [HOST])


@pytest.mark.parametrize("host", SHORTENERS)
def test_e10_a_url_shortener_must_be_a_listed_host(host: str, tmp_path: Path) -> None:
    assert not may_link(f"https://{host}/x", [HOST])
    event = TALK_TOML.replace('places = ["corner-almaty"]', f'source = "https://{host}/x"')
    assert problem_places(write_source(tmp_path, {"events/talk.toml": event})) == [
        ("events/talk.toml", 4, "source", "link_host")
    ]
    listed = PACK_TOML.replace(f'["{HOST}"]', f'["{HOST}", "{host}"]')
    assert problem_places(write_source(tmp_path, {"events/talk.toml": event, "pack.toml": listed})) == []


@pytest.mark.parametrize("field", ["title", "summary", "body"])
@pytest.mark.parametrize(
    ("hidden", "code"),
    [(f"\\u{ord(mark):04X}", "repaired_invisible") for mark in "\u202a\u2066\u2069\u200b\u200d\ufeff"]
    + [(f"\\u{ord(mark):04X}", "text_invisible") for mark in "\u202b\u202d\u202e\u2067\u3164"]
    + [("\\uFE0F" * 50, "repaired_invisible"), ("\\u0000", "repaired_control")]
    + [("\\u0335" * 50, "text_marks"), ("\\uE000", "text_control")],
)
def test_e4_hidden_characters_are_left_out_or_refused_when_a_pack_is_made(
    field: str, hidden: str, code: str, tmp_path: Path
) -> None:
    event = TALK_TOML.replace(f'[{field}]\nen = "', f'[{field}]\nen = "A{hidden}')
    codes = [place[3] for place in problem_places(write_source(tmp_path, {"events/talk.toml": event}))]
    assert [found for found in codes if found != "text_letters"] == [code]


PATHS = st.text(
    alphabet="abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?&=+%23", max_size=120
)


@given(PATHS.map(lambda path: f"https://{HOST}/{path}").filter(lambda url: may_link(url, [HOST])))
@settings(max_examples=400)
def test_e11_a_code_decodes_to_its_address(url: str) -> None:
    dark = numpy.array([*map(list, qr_matrix(url))], dtype=bool)
    image = numpy.kron(numpy.where(dark, 0, 255).astype(numpy.uint8), numpy.ones((4, 4), dtype=numpy.uint8))
    codes = read_qr(image)
    assert [code.text for code in codes] == [url]
