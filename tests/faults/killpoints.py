"""SIGKILL on entry to every system call of an installation, one trial each."""

from tests.faults.trials import Trial, Trials, spread


def kill(trials: Trials, points: int) -> list[Trial]:
    """Installations killed at so many points, spread over the whole run."""
    chosen = spread(trials.calls(), points)
    options = [["-o", "/dev/null", "-e", f"inject={call}:signal=SIGKILL:when={nth}"] for call, nth in chosen]
    return trials.run(options, "kill points")


def broken(found: list[Trial]) -> list[str]:
    """What must not be: an end that is neither old nor new, or a success that shows the old programme."""
    killed = sum(trial.code == -9 for trial in found)
    missed = [f"only {killed} of {len(found)} were killed at all"] if killed < 0.9 * len(found) else []
    return missed + [
        f"{trial.options[-1]}: exit {trial.code}, shows {trial.shown}: {trial.wrong}"
        for trial in found
        if trial.wrong or (trial.code, trial.shown) not in ((-9, "old"), (-9, "new"), (0, "new"))
    ]
