"""Tests the errors of sticks and shares by errno."""

import errno
from pathlib import Path

import pytest

from kiosk.base.errors import KioskError
from kiosk.sources.source_errors import share_error, source_errors
from tests.packs_builder import refused

ERROR_SUFFIXES = {
    errno.ENOENT: "gone",
    errno.ENODEV: "gone",
    errno.EACCES: "forbidden",
    errno.ESTALE: "silent",
    errno.ENOTCONN: "silent",
    errno.ETIMEDOUT: "silent",
    errno.EIO: "failing",
    errno.EINVAL: "failing",
}


@pytest.mark.parametrize("source", ["stick", "share"])
@pytest.mark.parametrize("number", ERROR_SUFFIXES)
def test_every_errno_has_its_error(source: str, number: int) -> None:
    place = Path("/mnt/mission")
    with refused(f"sources.{source}_{ERROR_SUFFIXES[number]}", path=place), source_errors(source, place):
        raise OSError(number, "no")


def unreadable(number: int) -> KioskError:
    error = KioskError("packs.unreadable", path="a.kpack")
    error.__cause__ = OSError(number, "no")
    return error


@pytest.mark.parametrize("number", ERROR_SUFFIXES)
def test_an_unreadable_file_on_a_share_is_an_error_of_the_share(number: int) -> None:
    found = share_error(unreadable(number), Path("a.kpack"))
    assert found.code == f"sources.share_{ERROR_SUFFIXES[number]}"


@pytest.mark.parametrize("code", ["packs.unfinished", "packs.damaged", "packs.changed"])
def test_an_incomplete_file_on_a_share_is_unfinished(code: str) -> None:
    found = share_error(KioskError(code, path="a.kpack"), Path("/mnt/a.kpack"))
    assert (found.code, found.detail) == ("sources.share_unfinished", {"name": "a.kpack"})


@pytest.mark.parametrize("code", ["packs.not_a_pack", "packs.mixed", "packs.not_signed"])
def test_a_file_that_was_whole_before_is_unfinished(code: str) -> None:
    error = KioskError(code, path="a.kpack")
    assert share_error(error, Path("a.kpack")) is error
    assert share_error(error, Path("a.kpack"), was_whole=True).code == "sources.share_unfinished"


def test_other_errors_are_unchanged() -> None:
    older = KioskError("packs.older", installed=2, offered=1)
    assert share_error(older, Path("a.kpack")) is older
