"""Faults of the screen on the computer, one after the other: each time the attract loop is back."""

import base64
from pathlib import Path
from statistics import median

from tests.boot.rig import Rig
from tests.boot.twin import FOOT

GUEST = Path(__file__).with_name("guest_faults.py")
PLACE = "/run/guest_faults.py"
ROUNDS = {"kill": 3, "crash": 3, "hang": 1, "compositor": 2, "frozen compositor": 1}
"""How many of each make a round of ten."""


def faults(rig: Rig) -> str:
    """`rig.rounds` rounds of faults."""
    shell = rig.machine.shell
    code = base64.b64encode(GUEST.read_bytes()).decode()
    shown = rig.version()
    shell.run(f"echo {code} | base64 -d >{PLACE}")
    times: dict[str, list[float]] = {name: [] for name in ROUNDS}
    for _ in range(rig.rounds):
        for name, number in ROUNDS.items():
            times[name] += [float(shell.run(f"python3 {PLACE} '{name}'", 200)) for _ in range(number)]
    rig.twin.wait_until_same("the faults", 120, FOOT)
    assert rig.version() == shown, "the faults have changed the programme"
    return "; ".join(
        f"{name} {len(seconds)} times: {median(seconds):.1f} s, {max(seconds):.1f} s at most"
        for name, seconds in times.items()
    )
