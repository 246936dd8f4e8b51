"""Fixtures of all tests: the checkout, Qt without a display, an empty home folder."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

from kiosk.base import cancellation
from tests.power_switch import PowerSwitch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

set_hypothesis_home_dir(Path(__file__).parents[1] / "build/hypothesis")
settings.register_profile("project", deadline=None, derandomize=True, database=None)
settings.load_profile("project")


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The project's root folder."""
    return Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def isolated_user(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the user's own files; the locale is C.UTF-8."""
    home = tmp_path_factory.getbasetemp() / "home"
    home.mkdir(exist_ok=True)
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LANGUAGE", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture(autouse=True)
def power_switch(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> PowerSwitch:
    """No test switches the computer off, whatever it taps."""
    switch = PowerSwitch(tmp_path_factory.mktemp("power"))
    monkeypatch.setenv("PATH", switch.search_path)
    return switch


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """A function that asks this process to end; the request is forgotten after the test."""
    monkeypatch.setattr(cancellation, "_request", None)
    monkeypatch.setattr(cancellation, "_grace", 0)
    return cancellation.request
