"""Kills a scene at a system call, one call a trial."""

from tests.faults.trials import Call, Options, Trial, Trials, spread


def at(call: Call, signal: str = "SIGKILL") -> Options:
    """The strace options that send a signal on entry to that call."""
    return ["-o", "/dev/null", "-e", f"inject={call.name}:signal={signal}:when={call.nth}"]


def kill(trials: Trials, points: int) -> list[Trial]:
    """Run `points` trials, whose kills are spread over the whole scene; assert that over 90 % were killed."""
    found = trials.run([[at(call)] for call in spread(trials.calls(), points)], "kill points")
    assert sum(trial.code == -9 for trial in found) > 0.9 * len(found)
    return found


def broken(found: list[Trial]) -> list[str]:
    """The wrong outcomes: neither the old nor the new programme, or success with the old one."""
    return [
        f"{trial.tries[-1][-1]}: exit {trial.code}, shows {trial.shown}: {trial.wrong}"
        for trial in found
        if trial.wrong or (trial.code, trial.shown) not in ((-9, "old"), (-9, "new"), (0, "new"))
    ]
