"""A thread without enough memory is refused instead of waited for."""

import subprocess
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("limits of a process are those of Unix", allow_module_level=True)

SCRIPT = """
import os, resource, threading
from kiosk.base.threads import require_thread_memory
from pathlib import Path

if {limit} == resource.RLIMIT_NPROC and os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)  # root may have as many as it likes
used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
most = {more} + (used if {limit} == resource.RLIMIT_AS else 0)
resource.setrlimit({limit}, (most, most))
try:
    with require_thread_memory():
        threading.Thread(target=lambda: print("begun")).start()
except MemoryError:
    print("refused")
"""


@pytest.mark.parametrize(
    ("limit", "more", "answer"),
    [
        ("resource.RLIMIT_AS", 0, "refused"),
        ("resource.RLIMIT_AS", 10 << 20, "refused"),
        ("resource.RLIMIT_AS", 200 << 20, "begun"),
        ("resource.RLIMIT_NPROC", 0, "refused"),
    ],
)
def test_a_thread_starts_or_is_refused(limit: str, more: int, answer: str) -> None:
    words = [sys.executable, "-c", SCRIPT.format(limit=limit, more=more)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout.strip()) == (0, answer), done.stderr
