"""The wheel is complete and runs outside the checkout."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from kiosk import __version__
from tests.gates.tracked import tracked


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=checkout, check=True, capture_output=True,
    )  # fmt: skip
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_contains_every_file(wheel: Path, checkout: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    code = {str(file.relative_to(checkout)) for file in tracked(checkout, "kiosk")}
    resources = {
        str("kiosk/_resources" / file.relative_to(checkout / "resources"))
        for file in tracked(checkout, "resources")
    }
    assert {name for name in held if name.startswith("kiosk/")} == code | resources


def test_the_wheel_runs_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-index",
            "--no-deps",
            "--target",
            site,
            wheel,
        ],
        check=True,
    )
    only_wheel = {**os.environ, "PYTHONPATH": os.pathsep.join([str(site), sysconfig.get_path("purelib")])}

    def kiosk(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-S", "-m", "kiosk", *arguments]
        return subprocess.run(command, cwd=tmp_path, env=only_wheel, capture_output=True, text=True)

    assert kiosk("--version").stdout == f"kiosk {__version__}\n"
    drawn = kiosk("gallery", "pictures", "--library", "none", "--size", "1280x1024", "--language", "en")
    assert drawn.returncode == 0, drawn.stderr
    assert list(tmp_path.glob("pictures/**/*.png"))
