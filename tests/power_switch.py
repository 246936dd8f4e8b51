"""Stands in for `systemctl`: no test and no monkey may ever switch a computer off."""

import os
from pathlib import Path

SCRIPT = """#!/bin/sh
here=${0%/*}
echo "$@" >>"$here/orders"
test ! -e "$here/answer" && exit
cat "$here/answer" >&2
exit 1
"""


class PowerSwitch:
    """A folder with a `systemctl` that writes its orders down; it refuses them while it has an `answer`."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        script = folder / "systemctl"
        script.write_text(SCRIPT)
        script.chmod(0o755)

    @property
    def search_path(self) -> str:
        """The PATH on which it is found first."""
        return f"{self.folder}{os.pathsep}{os.environ['PATH']}"

    @property
    def orders(self) -> list[str]:
        """What it was asked for."""
        file = self.folder / "orders"
        return file.read_text().splitlines() if file.exists() else []

    def refuse(self, answer: str) -> None:
        """Refuse from now on with this answer."""
        (self.folder / "answer").write_text(answer)
