"""SIGKILL on entry to every system call of a scene, one trial each."""

from tests.faults.trials import Call, Options, Trial, Trials, spread


def at(call: Call, signal: str = "SIGKILL") -> Options:
    """What makes strace send a signal on entry to that call."""
    return ["-o", "/dev/null", "-e", f"inject={call.name}:signal={signal}:when={call.nth}"]


def kill(trials: Trials, points: int) -> list[Trial]:
    """Trials killed at so many points, spread over the whole run; nearly all must have met their end."""
    found = trials.run([[at(call)] for call in spread(trials.calls(), points)], "kill points")
    assert sum(trial.code == -9 for trial in found) > 0.9 * len(found)
    return found


def broken(found: list[Trial]) -> list[str]:
    """What must not be: an end that is neither old nor new, or a success that shows the old programme."""
    return [
        f"{trial.tries[-1][-1]}: exit {trial.code}, shows {trial.shown}: {trial.wrong}"
        for trial in found
        if trial.wrong or (trial.code, trial.shown) not in ((-9, "old"), (-9, "new"), (0, "new"))
    ]
