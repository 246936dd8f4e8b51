"""Limits what a process may use of the machine, on Unix."""

import ctypes
import os
import platform
import resource
import sys
from contextlib import suppress

from kiosk.base.limits import MIB, PACK_BYTES

LIMITS = {
    resource.RLIMIT_AS: 1024 * MIB,
    resource.RLIMIT_CPU: 600,
    resource.RLIMIT_FSIZE: PACK_BYTES + MIB,
    resource.RLIMIT_NOFILE: 256,
    resource.RLIMIT_CORE: 0,
}
"""Bytes of memory, seconds of processor time, bytes of one file, open files, bytes of a core dump."""
KILL_AFTER = 10
"""Further seconds of processor time after which the system kills the process."""
NICE = 10

# linux/prctl.h, linux/ioprio.h
_PDEATHSIG, _NO_NEW_PRIVS = 1, 38
_THIS_PROCESS, _IDLE = 1, 3 << 13
_IOPRIO_SET = {"x86_64": 251, "aarch64": 30}


def apply_limits() -> None:
    """Set LIMITS and NICE for this process, and idle disk priority, so that others take precedence."""
    for limit, value in LIMITS.items():
        _, hard = resource.getrlimit(limit)
        ceiling = value + KILL_AFTER if limit == resource.RLIMIT_CPU else value
        ceiling = ceiling if hard == resource.RLIM_INFINITY else min(hard, ceiling)
        resource.setrlimit(limit, (min(value, ceiling), ceiling))
    with suppress(OSError):
        os.nice(NICE)
    if sys.platform == "linux" and (call := _IOPRIO_SET.get(platform.machine())):
        ctypes.CDLL(None).syscall(call, _THIS_PROCESS, 0, _IDLE)


def signal_when_parent_ends(number: int) -> None:
    """Get the signal `number` when the thread that started this process ends (Linux)."""
    parent = os.getppid()
    ctypes.CDLL(None).prctl(_PDEATHSIG, number)
    if os.getppid() != parent:
        os.kill(os.getpid(), number)


def forbid_new_privileges() -> None:
    """Prevent programs started by this process from gaining more rights than it has (Linux)."""
    ctypes.CDLL(None).prctl(_NO_NEW_PRIVS, 1, 0, 0, 0)
