"""Independent readers of calendar entries: a calendar (khal), and a phone that keeps one entry a code."""

import os
import re
import subprocess
import sys
from pathlib import Path

_SETTINGS = """
[calendars]
[[phone]]
path = {folder}/entries
[locale]
local_timezone = Asia/Almaty
default_timezone = Asia/Almaty
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M
longdatetimeformat = %Y-%m-%dT%H:%M
[default]
default_calendar = phone
[sqlite]
path = {folder}/khal.db
"""


class KhalCalendar:
    """The calendar of one person, kept by khal in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "entries").mkdir(parents=True)
        (folder / "khal.conf").write_text(_SETTINGS.format(folder=folder))

    def add(self, *payloads: str) -> None:
        """Import the texts of codes, each as a file of its own, in this order."""
        for number, payload in enumerate(payloads):
            file = self._folder / f"{number}.ics"
            file.write_bytes(payload.encode())
            self._run("import", "--batch", str(file))

    def entries(self) -> list[str]:
        """What the calendar shows of April and May 2016: '2016-04-09T11:00 [CANCELLED ]Love to Code'."""
        form = "{start} {cancelled}{title}"
        listed = self._run("list", "--day-format", "", "--format", form, "2016-04-01", "60d")
        return [line for line in listed.splitlines() if line]

    def _run(self, *arguments: str) -> str:
        command = [sys.executable, "-m", "khal", "--config", str(self._folder / "khal.conf"), *arguments]
        environment = os.environ | {"LC_ALL": "C.UTF-8", "PYTHONWARNINGS": "ignore"}
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=120, check=True
        )
        return done.stdout


def first_entry(payload: str) -> dict[str, str]:
    """The properties of the first entry of a code by name: all that many scanners of phones keep."""
    entry = payload.partition("BEGIN:VEVENT\r\n")[2].partition("END:VEVENT")[0]
    lines = re.sub("\r\n[ \t]", "", entry).split("\r\n")
    found: dict[str, str] = {}
    for line in filter(None, lines):
        name, _, value = line.partition(":")
        found.setdefault(name.partition(";")[0], value)
    return found
