"""Fault catalogue, section K: receipts on a share, written by a pull in its real sandbox."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.base.clock import BUILD_DATE
from kiosk.health.checks.share import check
from kiosk.sandbox import bubblewrap
from kiosk.sandbox.environment import CONFINED
from tests.health_kit import describe
from tests.library_kit import LibraryKit, sample_publisher
from tests.stick import mount_method, run_command

needs_bubblewrap = pytest.mark.skipif(not bubblewrap.is_available(), reason="bubblewrap may not work here")


class FreshShare:
    """A library with a programme, and a share with a newer pack that has no folder for receipts yet."""

    def __init__(self, folder: Path) -> None:
        self.kit = LibraryKit(folder, sample_publisher(at=BUILD_DATE))
        self.kit.install(1)
        self.folder = folder / "share"
        self.folder.mkdir()
        self.receipts = self.folder / "receipts"
        self.settings = folder / "kiosk.toml"
        self.settings.write_text(f"share = '{self.folder}'\n", "utf-8")

    def put(self, version: int) -> None:
        """Put a pack on the share."""
        self.kit.pack(version).replace(self.folder / f"{version}.kpack")

    def pull(self, *words: str) -> int:
        """Pull as the screen does, in the sandbox; the number of installed packs."""
        command = [sys.executable, "-m", "kiosk", "pull", "--progress", *words]
        command += ["--library", str(self.kit.folder), "--settings", str(self.settings)]
        outside = {name: value for name, value in os.environ.items() if name != CONFINED}
        done = subprocess.run(command, capture_output=True, text=True, env=outside)
        assert done.returncode == 0, done.stderr
        return len(json.loads(done.stdout.splitlines()[-1])["done"]["installed"])

    def results(self) -> list[str]:
        """The results in the receipts."""
        return [json.loads(file.read_bytes())["result"] for file in self.receipts.glob("*/*.json")]


@pytest.fixture
def share(tmp_path: Path) -> FreshShare:
    return FreshShare(tmp_path)


@needs_bubblewrap
def test_k09_a_confined_pull_writes_the_first_receipt_to_a_fresh_share(share: FreshShare) -> None:
    share.put(2)
    assert share.pull("--dry-run") == 0
    assert not share.receipts.exists()
    assert (share.pull(), share.results()) == (1, ["installed"])
    share.put(3)
    assert (share.pull(), share.results()) == (1, ["installed"] * 2)


@needs_bubblewrap
def test_k09_where_no_share_is_mounted_no_folder_is_made(share: FreshShare) -> None:
    assert share.pull() == 0
    assert list(share.folder.iterdir()) == []
    assert "perhaps it is not connected" in describe(check(share.folder, share.kit.folder))


@needs_bubblewrap
def test_k09_a_link_in_place_of_the_folder_leads_nowhere_and_is_told(share: FreshShare) -> None:
    elsewhere = share.kit.packs / "elsewhere"
    elsewhere.mkdir()
    share.receipts.symlink_to(elsewhere)
    share.put(2)
    assert share.pull() == 1
    assert list(elsewhere.iterdir()) == []
    assert "cannot write its reports" in describe(check(share.folder, share.kit.folder))


def test_k09_a_share_that_cannot_be_written_is_told(share: FreshShare) -> None:
    if not mount_method():
        pytest.skip("mounting needs root")
    share.put(2)
    assert describe(check(share.folder, share.kit.folder)).startswith("good: ")
    for options in (["--bind", share.folder], ["-o", "remount,bind,ro"]):
        assert run_command("mount", *options, share.folder).returncode == 0
    try:
        assert "The kiosk cannot write its reports there." in describe(check(share.folder, share.kit.folder))
        assert share.pull() == 1
    finally:
        run_command("umount", "--lazy", share.folder)
    assert not share.receipts.exists()
