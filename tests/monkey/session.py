"""A kiosk of its own for the monkey, and what must hold while it plays."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.bench.finger import finger
from tests.flows.display import Display, display
from tests.monkey.health import Health
from tests.monkey.monkey import Monkey
from tests.screen_kit import AT

SIZE = (1280, 800)
CHECKOUT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Session:
    """A running kiosk, its monkey and its health; `said` is the file of all it has complained of."""

    display: Display
    kiosk: "subprocess.Popen[bytes]"
    monkey: Monkey
    health: Health
    said: Path

    def troubles(self) -> list[str]:
        """What is wrong just now: ended, complained, or another window than its own."""
        lines = self.said.read_text("utf-8", "replace").splitlines()
        found = [line for line in lines if line.strip() and not _refusal().fullmatch(line)]
        if self.kiosk.poll() is not None:
            found.append(f"the kiosk has ended with {self.kiosk.returncode}")
        if len(self._windows()) != 2:  # the screen itself, and the kiosk
            found.append(f"there are {len(self._windows())} windows")
        return found

    def _windows(self) -> list[str]:
        words = ["xdotool", "search", "--onlyvisible", "--maxdepth", "1", "--name", ".*"]
        listed = subprocess.run(words, env=self.display.environment, capture_output=True, text=True)
        return listed.stdout.split()


@cache
def _refusal() -> re.Pattern[str]:
    """What a child may say no with: not every flyer can be made, and there is no printer here."""
    sentences = [
        sentence
        for domain in ("flyers", "printing")
        for sentence in json.loads(
            (CHECKOUT / f"resources/i18n/en/{domain}.json").read_text("utf-8")
        ).values()
    ]
    return re.compile("|".join(re.sub(r"\\\{\w+\\\}", ".*", re.escape(one)) for one in sentences))


@contextmanager
def session(folder: Path, library: Path, seed: int) -> Iterator[Session]:
    """A kiosk full screen on an X server of its own, that must end well when it is asked to."""
    file, said = folder / "kiosk.toml", folder / "said"
    file.write_text('language = "en"\n', "utf-8")
    words = ["run", "--library", str(library), "--settings", str(file), "--at", AT]
    width, height = SIZE
    with (
        display(folder / "screen", f"{width}x{height}") as screen,
        finger(screen.name) as one,
        said.open("wb") as out,
        subprocess.Popen(
            [sys.executable, "-m", "kiosk", *words],
            cwd=CHECKOUT,
            env=screen.environment,
            stdout=out,
            stderr=out,
        ) as kiosk,
    ):
        try:
            health = Health(kiosk.pid)
            monkey = Monkey(screen, one, library, SIZE, seed, health.look)
            yield Session(screen, kiosk, monkey, health, said)
            if kiosk.poll() is None:
                kiosk.terminate()
                assert kiosk.wait(30) == 0
        finally:
            kiosk.kill()
