"""The disk image: the file that the firmware starts, its units, a system for reading only."""

import os
import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from tests.packaging.test_session import needs_systemd

FILES = Path(__file__).parents[2] / "packaging/image/files"
UNITS = FILES / "etc/systemd/system"
PARTS = {
    "usr/lib/os-release": ".osrel",
    "etc/kernel/cmdline": ".cmdline",
    "usr/lib/corner-kiosk/splash.bmp": ".splash",
    "boot/vmlinuz-6.1.0-10-amd64": ".linux",
    "boot/initrd.img-6.1.0-10-amd64": ".initrd",
}


def run(*words: object, **environment: str) -> str:
    return subprocess.run(
        [str(word) for word in words],
        env=os.environ | environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout


@pytest.fixture
def system(tmp_path: Path) -> Path:
    """A system with two kernels, each part with content of its own and an odd length."""
    for number, name in enumerate((*PARTS, "boot/vmlinuz-6.1.0-9-amd64", "boot/initrd.img-6.1.0-9-amd64")):
        file = tmp_path / "system" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(bytes([number]) * (5000 * (number + 1) + 7))
    return tmp_path / "system"


def make(system: Path) -> Path:
    run("sh", FILES / "usr/lib/corner-kiosk/make-start-file", system / "start.efi", SYSTEM=str(system))
    return system / "start.efi"


def test_the_start_file_has_the_newest_kernel_and_all_that_it_needs(system: Path, tmp_path: Path) -> None:
    start = make(system)
    for file, section in PARTS.items():
        run("objcopy", "--dump-section", f"{section}={tmp_path / 'part'}", start, tmp_path / "copy")
        assert (tmp_path / "part").read_bytes().startswith((system / file).read_bytes()), section


def test_no_part_of_the_start_file_lies_over_another(system: Path) -> None:
    found = re.findall(r"^ +\d+ +(\.\S+) +(\S+) +(\S+) ", run("objdump", "-h", make(system)), re.MULTILINE)
    places = sorted((int(place, 16), int(size, 16), name) for name, size, place in found)
    assert {name for *_, name in places} >= set(PARTS.values())
    for (place, size, name), (following, _, other) in pairwise(places):
        assert place + size <= following, (name, other)


def test_a_start_file_that_cannot_be_made_leaves_the_one_before(system: Path) -> None:
    before = make(system).read_bytes()
    (system / "start.efi.new").mkdir()
    with pytest.raises(subprocess.CalledProcessError):
        make(system)
    assert (system / "start.efi").read_bytes() == before


@needs_systemd
def test_systemd_understands_the_questions_of_the_first_start(tmp_path: Path) -> None:
    text = (UNITS / "corner-kiosk-ask.service").read_text("utf-8")
    unit = tmp_path / "corner-kiosk-ask.service"
    unit.write_text(re.sub(r"^(ExecStart\w*)=.*$", r"\1=/bin/true", text, flags=re.MULTILINE), "utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", unit],
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_what_makes_the_system_writable_makes_it_read_only_again() -> None:
    for file in FILES.rglob("*"):
        if file.is_file():
            text = file.read_text("utf-8")
            assert text.count("remount,rw") == text.count("remount,ro"), file


def test_a_kernel_without_its_initial_file_system_is_no_start_file(system: Path) -> None:
    before = make(system).read_bytes()
    (system / "boot/initrd.img-6.1.0-10-amd64").unlink()
    with pytest.raises(subprocess.CalledProcessError):
        make(system)
    assert (system / "start.efi").read_bytes() == before
