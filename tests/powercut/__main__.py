"""`make powercut`: cuts the power on every available file system and looks for deliberate bugs."""

import sys
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.sync_order import find_unsynced
from tests.powercut.campaign import CHECKOUT, campaign, missing_requirement
from tests.powercut.filesystem import FILE_SYSTEMS
from tests.powercut.rig import Verdict

MUTANTS = {"no_file_sync": 120, "careless_commit": 480, "commit_before_rename": 60, "no_transaction": 120}
"""The deliberate bugs that cuts find, each with a number of cuts that is surely enough."""


def main() -> int:
    """Return 0 when nothing broke and every deliberate bug was found, else 1; 2 when no rig can run."""
    parser = ArgumentParser(prog="python -m tests.powercut", description=__doc__)
    parser.add_argument("--cuts", type=int, default=1000, help="on ext4; on each other file system a fifth")
    parser.add_argument("--seed", default="", help="any word, for other cuts")
    chosen = parser.parse_args()
    if reason := missing_requirement():
        print(f"No power can be cut here: {reason}.", file=sys.stderr)
        return 2
    evidence = CHECKOUT / "build/powercut"
    evidence.mkdir(parents=True, exist_ok=True)
    broken = 0
    for system in FILE_SYSTEMS.values():
        if not system.there():
            print(f"{system.name}: left out, there is no {system.make[0]}")
            continue
        cuts = chosen.cuts if system.name == "ext4" else chosen.cuts // 5
        started = time.monotonic()
        found = campaign(system.name, cuts, seed=chosen.seed, evidence=evidence)
        broken += tell(system.name, found, time.monotonic() - started)
    return int(bool(broken + blind()))


def tell(system: str, found: Sequence[Verdict], seconds: float) -> int:
    """Print the verdicts; return the number of broken disks."""
    states = Counter(verdict.state for verdict in found)
    depths = Counter(verdict.depth for verdict in found)
    print(
        f"{system}: {len(found)} cuts in {seconds:.0f} s ({len(found) / seconds:.1f}/s): "
        + ", ".join(f"{states[state]} {state}" for state in ("old", "new", "broken", "unmountable"))
    )
    print(
        f"  {sum(verdict.done_reported for verdict in found)} after success had been reported, "
        f"{depths[2] + depths[3]} while the damage of other cuts was mended ({depths[3]} of a third one), "
        f"{sum(verdict.repaired for verdict in found)} needed fsck"
    )
    for verdict in found:
        if verdict.wrong:
            print(f"  {verdict.scene}, cut {verdict.depth}: {verdict.wrong}")
    return states["broken"]


def blind() -> int:
    """Run with each deliberate bug; return the number of bugs not found."""
    missed = 0
    for mutant, cuts in MUTANTS.items():
        found = campaign("ext4", cuts, ["newer"], mutant=mutant)
        seen = sum(verdict.state == "broken" for verdict in found)
        print(f"{mutant}: {seen} of {len(found)} cuts show it")
        missed += not seen
    with TemporaryDirectory() as folder:
        late = len(find_unsynced(Path(folder), "no_folder_sync"))
    print(f"no_folder_sync: {late} names are committed before they are on the disk")
    return missed + (not late)


if __name__ == "__main__":
    sys.exit(main())
