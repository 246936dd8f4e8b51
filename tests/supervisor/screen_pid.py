"""Finds the process of the screen below a running `kiosk run`."""

from pathlib import Path


def screen_pid(supervisor: int) -> int | None:
    """The pid of the only process that the supervisor has started and that runs; None while there is none.

    There are two for a moment, when a record is being written.
    """
    try:
        children = Path(f"/proc/{supervisor}/task/{supervisor}/children").read_text().split()
    except OSError:
        return None
    running = [int(pid) for pid in children if process_state(int(pid)) != "Z"]
    return running[0] if len(running) == 1 else None


def process_state(pid: int) -> str:
    """The state of a process, a letter as in proc(5); Z also for one that is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"
