"""Secrets, telephone numbers and names of users are taken out, and nothing else is."""

from pathlib import Path

import pytest

from kiosk.health.support.redact import redact_values, redactor

HOMES = "/" + "home"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("//kiosk:s3cret@server/packs", "//…@server/packs"),
        ("smb://kiosk@server/packs", "smb://…@server/packs"),
        ("https://kz.usembassy.gov/x@y", "https://kz.usembassy.gov/x@y"),
        ("mount -o username=kiosk,password=s3cret", "mount -o username=kiosk,password=…"),
        ('share_password = "s3cret"', 'share_password = "…"'),
        ("Token: abc123", "Token: …"),
        (
            "The new staff PIN of the library /var/lib is 482915",
            "The new staff PIN of the library /var/lib is …",
        ),
        ("PIN: 482 915", "PIN: …"),
        ("the PIN was wrong", "the PIN was wrong"),
        (f"{HOMES}/aigerim/packs/a.kpack", "~/packs/a.kpack"),
        (r"C:\Users\Aigerim\packs", r"~\packs"),
        ("/var/home/x", "/var/home/x"),
        ("/var/lib/corner-kiosk", "/var/lib/corner-kiosk"),
        ("call +7 701 234-56-78 now", "call … now"),
        ("call 77012345678", "call …"),
        ("177012345678 pages", "177012345678 pages"),
        ("No. 2016040 of 3 April", "No. 2016040 of 3 April"),
    ],
)
def test_what_is_taken_out(text: str, expected: str) -> None:
    assert redactor("+7 (701) 234 56 78")(text) == expected


def test_values_keep_their_form() -> None:
    values = {"a": [1, None, True, 2.5, ("password=x", Path(HOMES) / "x/y")]}
    assert redact_values(values, redactor("")) == {"a": [1, None, True, 2.5, ["password=…", "~/y"]]}
