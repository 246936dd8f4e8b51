"""Makes system calls of a scene fail, once or from then on, one call a trial."""

from itertools import cycle

from tests.faults.trials import Options, Trial, Trials, spread

ERRORS = {
    "openat": ("EMFILE", "EIO", "EACCES", "ENOSPC", "EROFS", "ESTALE"),
    "read": ("EIO", "ESTALE"),
    "pread64": ("EIO", "ESTALE"),
    "write": ("ENOSPC", "EIO", "EDQUOT"),
    "pwrite64": ("ENOSPC", "EIO", "EDQUOT"),
    "fsync": ("EIO", "ENOSPC"),
    "fdatasync": ("EIO", "ENOSPC"),
    "rename": ("EIO", "ENOSPC", "EROFS", "EBUSY"),
    "renameat2": ("EIO", "ENOSPC", "EROFS", "EBUSY"),
    "link": ("EXDEV", "EPERM", "EMLINK", "EIO"),
    "linkat": ("EXDEV", "EPERM", "EMLINK", "EIO"),
    "symlink": ("EIO", "ENOSPC"),
    "unlink": ("EIO", "EBUSY", "EROFS", "EACCES"),
    "unlinkat": ("EIO", "EBUSY", "EROFS", "EACCES"),
    "rmdir": ("EIO", "EBUSY"),
    "mkdir": ("ENOSPC", "EACCES", "EROFS", "EIO"),
    "chmod": ("EPERM", "EROFS", "EIO"),
    "fchmodat": ("EPERM", "EROFS", "EIO"),
    "newfstatat": ("EIO", "EACCES", "ESTALE"),
    "fstat": ("EIO",),
    "lstat": ("EIO", "EACCES"),
    "stat": ("EIO", "EACCES"),
    "access": ("EIO",),
    "statfs": ("EIO",),
    "getdents64": ("EIO",),
    "ftruncate": ("EIO", "ENOSPC"),
    "lseek": ("EIO",),
    "fcntl": ("ENOLCK", "EIO"),
    "close": ("EIO",),
}
"""The errors of each system call, from its manual page."""


def fail(trials: Trials, points: int) -> list[Trial]:
    """Run `points` trials, whose failing calls are spread over the whole scene."""
    calls = [call for call in trials.calls() if call.name in ERRORS]
    kinds = {
        name: cycle([(error, more) for error in errors for more in ("", "+")])
        for name, errors in ERRORS.items()
    }
    tries: list[list[Options]] = []
    for name, nth, _ in spread(calls * (points // len(calls) + 1), points):
        error, more = next(kinds[name])
        tries.append([["-o", "/dev/null", "-e", f"inject={name}:error={error}:when={nth}{more}"]])
    return trials.run(tries, "I/O errors")


def broken(found: list[Trial]) -> list[str]:
    """The wrong outcomes: exit by a bug, failure with the new programme, success with the old one."""
    return [
        f"{trial.tries[-1][-1]}: exit {trial.code}, shows {trial.shown}: {trial.wrong}"
        for trial in found
        if trial.wrong or (trial.code, trial.shown) not in ((1, "old"), (0, "new"))
    ]
