"""Runs a script confined like a child process: `python -m tests.confined MODE FILE READABLE WRITABLE`.

MODE is 'bubblewrap' (limits and bubblewrap) or 'limits' (as without bubblewrap); FILE is the script. The
answer to `ask_host` is 'outside', or none when READABLE has a file 'silent'.
"""

import runpy
import sys
import threading
from argparse import Namespace
from pathlib import Path

from kiosk.sandbox import bubblewrap
from kiosk.sandbox.confinement import enter_sandbox

if __name__ == "__main__":
    mode, file, readable, writable = sys.argv[1:]
    if mode == "limits":
        bubblewrap.BWRAP = "/nowhere/bwrap"
    bubblewrap._START = "import runpy, sys; sys.path = {}; runpy.run_path(sys.argv[1], run_name='inside')"
    args = Namespace(words=[file, readable, writable], settings=None)
    silent = Path(readable, "silent").exists()
    enter_sandbox(
        args,
        [Path(readable), Path(file)],
        [Path(writable)],
        answer_query=lambda: threading.Event().wait() and "" if silent else "outside",
    )
    sys.argv[1:] = args.words
    runpy.run_path(file, run_name="inside")
