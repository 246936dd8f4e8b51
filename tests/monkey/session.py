"""Runs a kiosk for the monkey and finds its problems."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.bench.finger import open_finger
from tests.faulty_share import wait_until
from tests.flows.display import Display, start_display
from tests.monkey.health import Health
from tests.monkey.monkey import Monkey
from tests.power_switch import PowerSwitch
from tests.screen_kit import AT
from tests.supervisor.screen_pid import screen_pid

SIZE = (1280, 800)
CHECKOUT = Path(__file__).parents[2]


@dataclass(frozen=True)
class MonkeySession:
    """A running kiosk, its monkey and its health; `log` is the file of its output."""

    display: Display
    kiosk: "subprocess.Popen[bytes]"
    monkey: Monkey
    health: Health
    log: Path

    def find_problems(self) -> list[str]:
        """The present problems: the kiosk has ended, has printed a message, or there is another window."""
        lines = self.log.read_text("utf-8", "replace").splitlines()
        problems = [line for line in lines if line.strip() and not _refusal_pattern().fullmatch(line)]
        if self.kiosk.poll() is not None:
            problems.append(f"the kiosk has ended with {self.kiosk.returncode}")
        elif screen_pid(self.kiosk.pid) != self.health.pid:
            problems.append("the screen has been started again")
        if len(self._window_ids()) != 2:  # the screen itself, and the kiosk
            problems.append(f"there are {len(self._window_ids())} windows")
        return problems

    def _window_ids(self) -> list[str]:
        command = ["xdotool", "search", "--onlyvisible", "--maxdepth", "1", "--name", ".*"]
        listed = subprocess.run(command, env=self.display.environment, capture_output=True, text=True)
        return listed.stdout.split()


@cache
def _refusal_pattern() -> re.Pattern[str]:
    """The messages a child process may refuse with: not every flyer can be made, and there is no printer."""
    sentences = [
        sentence
        for domain in ("flyers", "printing")
        for sentence in json.loads(
            (CHECKOUT / f"resources/i18n/en/{domain}.json").read_text("utf-8")
        ).values()
    ]
    return re.compile("|".join(re.sub(r"\\\{\w+\\\}", ".*", re.escape(one)) for one in sentences))


@contextmanager
def monkey_session(folder: Path, library: Path, seed: int) -> Iterator[MonkeySession]:
    """A full-screen kiosk on an X server of its own; it must end with 0 when it is terminated."""
    file, log = folder / "kiosk.toml", folder / "log"
    file.write_text('language = "en"\n', "utf-8")
    command = ["run", "--library", str(library), "--settings", str(file), "--at", AT]
    width, height = SIZE
    with (
        start_display(folder / "screen", f"{width}x{height}") as screen,
        open_finger(screen.name) as one,
        log.open("wb") as out,
        subprocess.Popen(
            [sys.executable, "-m", "kiosk", *command],
            cwd=CHECKOUT,
            env=screen.environment | {"PATH": PowerSwitch(folder / "power").search_path},
            stdout=out,
            stderr=out,
        ) as kiosk,
    ):
        try:
            wait_until(lambda: screen_pid(kiosk.pid))
            health = Health(screen_pid(kiosk.pid))
            monkey = Monkey(screen, one, library, SIZE, seed, health.sample)
            yield MonkeySession(screen, kiosk, monkey, health, log)
            if kiosk.poll() is None:
                kiosk.terminate()
                assert kiosk.wait(30) == 0
        finally:
            kiosk.kill()
