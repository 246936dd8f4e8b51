"""Runs a few thousand executions of each fuzzer, always the same ones, and the inputs of former findings."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from tuf.api.metadata import Root

from kiosk.base import limits, links
from kiosk.packs import pictures
from kiosk.rules import check_database
from tests.fuzz.campaign import run
from tests.fuzz.target import NAMES, load
from tests.unit.store.sample import changed_database

RUNS = {"packs": 1000, "database": 1500, "pictures": 5000, "links": 10_000, "words": 2000}
FOUND = Path(__file__).parent / "found"


def fuzz(name: str, folder: Path) -> None:
    """A short campaign from the seeds alone."""
    pytest.importorskip("atheris", reason="atheris has packages for Linux on x86_64 only")
    result = run(name, RUNS[name], folder, seed=1)
    assert (result.findings, result.executions) == ((), RUNS[name]), result.output
    assert result.accepted > 0


def test_b17_fuzzed_packs_are_genuine_or_refused(tmp_path: Path) -> None:
    fuzz("packs", tmp_path)


def test_c11_fuzzed_databases_can_be_shown_or_are_refused(tmp_path: Path) -> None:
    fuzz("database", tmp_path)


def test_d12_fuzzed_pictures_are_decodable_within_limits_or_refused(tmp_path: Path) -> None:
    fuzz("pictures", tmp_path)


def test_e7_fuzzed_addresses_lead_to_allowed_hosts_or_are_refused(tmp_path: Path) -> None:
    fuzz("links", tmp_path)


def test_j04_fuzzed_words_of_others_are_safe_to_show(tmp_path: Path) -> None:
    fuzz("words", tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_some_seeds_are_accepted(name: str) -> None:
    target = load(name)
    assert {target.offer(data) for data in target.seeds().values()} >= {True}
    assert all(len(data) <= target.LONGEST for data in target.seeds().values())


@pytest.mark.parametrize("name", NAMES)
def test_seeds_are_the_same_in_every_process(name: str, checkout: Path) -> None:
    script = "import hashlib, sys; from tests.fuzz.target import load\n"
    script += "print(hashlib.sha256(repr(load(sys.argv[1]).seeds()).encode()).hexdigest())"
    command = [sys.executable, "-c", script, name]
    other = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=True).stdout
    assert other.strip() == hashlib.sha256(repr(load(name).seeds()).encode()).hexdigest()


@pytest.mark.parametrize(
    "file", sorted(FOUND.glob("*/*")), ids=lambda file: f"{file.parent.name}-{file.name}"
)
def test_former_findings_are_refused(file: Path) -> None:
    assert not load(file.parent.name).offer(file.read_bytes())


def test_a_verifier_that_accepts_any_signature_is_detected(monkeypatch: pytest.MonkeyPatch) -> None:
    target = load("packs")
    monkeypatch.setattr(Root, "verify_delegate", lambda *_: None)
    with pytest.raises(AssertionError):
        target.offer(target.seeds()["by nobody"])


def test_a_check_that_skips_values_is_detected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_database, "_check_times", lambda *_: None)
    with pytest.raises(ValueError):
        load("database").offer(changed_database("UPDATE occurrence SET edtf = 'soon'"))


def test_a_check_that_takes_too_much_memory_is_detected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "check_picture", lambda *_: (len(b"x" * 300 * limits.MIB), 1))
    with pytest.raises(AssertionError, match="MiB"):
        load("pictures").offer(b"")


@pytest.mark.parametrize(
    "url", ["https://evil.example/", "https://kz.usembassy.gov@evil.example/", "https://a b/"]
)
def test_a_rule_that_accepts_any_address_is_detected(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "may_link", lambda *_: True)
    with pytest.raises(AssertionError):
        load("links").offer(url.encode())
