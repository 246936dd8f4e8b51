"""Code run as a child of the kiosk runs: `python -m tests.confined WAY FILE READABLE WRITABLE`.

WAY is 'bubble' (limits and bubblewrap) or 'limits' (as where there is none); FILE is what to run so. Outside
'outside' is answered, or nothing when a file 'silent' may be read.
"""

import runpy
import sys
import threading
from argparse import Namespace
from pathlib import Path

from kiosk.sandbox import bubblewrap
from kiosk.sandbox.confinement import enter_sandbox

if __name__ == "__main__":
    way, file, readable, writable = sys.argv[1:]
    if way == "limits":
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
