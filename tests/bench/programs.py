"""The two programs that are compared: how each is found, started and ended."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.item_positions import Point, item_positions
from tests.bench.web_page.element_positions import element_positions

KIOSK = Path(sys.executable).with_name("kiosk")
"""The command as `make setup` installs it, beside the running Python."""
AT = "2016-04-03T14:20"
"""The rehearsal time of both programs."""
BROWSERS = ("/usr/lib/chromium/chromium", "chromium", "chromium-browser", "google-chrome")
"""Debian's own binary comes first, so that its wrapper script costs the browser no time."""
BROWSER_OPTIONS = (
    "--no-first-run", "--no-default-browser-check", "--noerrdialogs", "--hide-crash-restore-bubble",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
    "--disable-extensions", "--disable-features=Translate,MediaRouter,OptimizationHints",
    "--disable-breakpad", "--disable-gpu", "--password-store=basic", "--force-device-scale-factor=1",
    "--window-position=0,0", "--window-size=1920,1080",
)  # fmt: skip
"""The options of a locked-down kiosk: no background work, no questions, no graphics card."""


@dataclass(frozen=True)
class Program:
    """A command that fills the screen; `tap_points` are the points to tap, by the names of items."""

    name: str
    command: Sequence[str | Path]
    tap_points: Mapping[str, Point]
    environment: Mapping[str, str] = field(default_factory=dict)

    def start(self, display: str) -> subprocess.Popen[bytes]:
        """Start it on `display`, in a session of its own."""
        return subprocess.Popen(
            self.command,
            env={**os.environ, **self.environment, "DISPLAY": display},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    @contextmanager
    def running(self, display: str) -> Iterator[subprocess.Popen[bytes]]:
        """A running process, ended afterwards."""
        process = self.start(display)
        try:
            yield process
        finally:
            end_program(process)


def end_program(process: subprocess.Popen[bytes]) -> None:
    """Ask the program to end with SIGTERM, then kill all of its processes."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(10)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def kiosk_program(library: Path, folder: Path, names: Sequence[str], settings: Path | None = None) -> Program:
    """The installed kiosk on `library`; its cache is in `folder`. `names` are tapped one after the other."""
    command: list[str | Path] = [KIOSK, "run", "--library", library, "--at", AT]
    if settings:
        command += ["--settings", settings]
    tap_points = item_positions(library, settings, names)
    return Program("kiosk", command, tap_points, _isolated_environment(folder))


def write_web_page(library: Path, page: Path, settings: Path | None = None) -> None:
    """Write the programme of the library as a web page."""
    command = [sys.executable, "-m", "tests.bench.web_page", library, page, settings or ""]
    subprocess.run(command, check=True)


def browser_program(page: Path, folder: Path, names: Sequence[str]) -> Program | None:
    """A browser on `page` with its profile in `folder`; None when none is installed."""
    executable = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if executable is None:
        return None
    sandbox_options = ("--no-sandbox",) if os.geteuid() == 0 else ()
    browser = (executable, f"--user-data-dir={folder}", *BROWSER_OPTIONS, *sandbox_options)
    tap_points = element_positions(browser, page, names)
    command = (*browser, "--kiosk", page.absolute().as_uri())
    return Program("chromium --kiosk", command, tap_points, _isolated_environment(folder))


def _isolated_environment(folder: Path) -> dict[str, str]:
    """An environment in which the program reads and writes none of the user's files."""
    return {name: str(folder) for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
