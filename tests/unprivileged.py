"""Runs Python without root's capabilities, so that permissions apply in tests run by root, too."""

import os
import subprocess
import sys


def run_unprivileged(statement: str, *arguments: object) -> str:
    """The output of the statement; file owners are as before, but permissions apply even to root."""
    plain = [] if os.geteuid() else ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
    command = [*plain, sys.executable, "-c", statement, *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
