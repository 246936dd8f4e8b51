"""Runs Python without root's powers, so that tests run by root meet closed doors too."""

import os
import subprocess
import sys


def run_unprivileged(statement: str, *arguments: object) -> str:
    """What the statement prints; whoever tests owns all files as before, and may go only where owners may."""
    plain = [] if os.geteuid() else ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
    command = [*plain, sys.executable, "-c", statement, *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
