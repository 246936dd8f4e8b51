"""`make signals`: sends SIGTERM at random instants of every operation, while other processes are busy."""

import random
import sys
import time
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.signals.operations import OPERATIONS
from tests.signals.rig import Rig, load


def main() -> int:
    """Return 0 when every trial left nothing behind and ended with the right exit code, else 1."""
    parser = ArgumentParser(prog="python -m tests.signals", description=__doc__)
    parser.add_argument("--signals", type=int, default=500, help="in all (500)")
    parser.add_argument("--operation", choices=OPERATIONS, help="only this one")
    parser.add_argument("--load", type=int, default=2, help="the number of busy processes (2)")
    parser.add_argument("--seed", type=int, default=1, help="another number gives other instants (1)")
    chosen = parser.parse_args()
    names = [chosen.operation] if chosen.operation else list(OPERATIONS)
    wrong = 0
    with TemporaryDirectory() as folder, load(chosen.load):
        for name in names:
            wrong += run(
                Path(folder), name, chosen.signals // len(names), random.Random(f"{name} {chosen.seed}")
            )
    return int(bool(wrong))


def run(folder: Path, name: str, signals: int, number: random.Random) -> int:
    """Run the trials of one operation, half of them in the sandbox; print and return what is wrong."""
    start = time.monotonic()
    rigs = [Rig(folder, name, confined, number) for confined in (True, False)]
    trials = [rigs[place % 2].run() for place in range(signals)]
    kinds = Counter(f"{trial.shown or 'broken'}, exit {trial.code}" for trial in trials)
    wrong = [trial for trial in trials if trial.wrong]
    slowest = max(trial.seconds - trial.at for trial in trials)
    print(
        f"{name}: {len(trials)} signals in {time.monotonic() - start:.0f} s: {dict(sorted(kinds.items()))}, "
        f"ended after {slowest:.1f} s at most, {len(wrong)} wrong",
        flush=True,
    )
    for trial in wrong:
        print(f"  {trial}", flush=True)
    return len(wrong)


if __name__ == "__main__":
    sys.exit(main())
