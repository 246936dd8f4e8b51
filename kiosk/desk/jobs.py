"""The jobs of the desk's child process: one JSON object asks for a job, the result is one too."""

import json
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.authoring.said_focus import say_focus
from kiosk.authoring.source.problems import SourceProblems
from kiosk.base.progress import ProgressCallback
from kiosk.desk.check import CheckJob, check
from kiosk.desk.header_questions import answer_headers
from kiosk.desk.keys import make_keys
from kiosk.desk.make import MakeJob, make_stick
from kiosk.desk.opening import open_file
from kiosk.desk.receipts import read_fleet
from kiosk.desk.source import Dropped
from kiosk.desk.template import make_template

Job = Mapping[str, Any]


def run_job(line: str, report: ProgressCallback) -> dict[str, Any]:
    """Do what `line` asks for: {"job": "check", …}; ValueError or KeyError for what the desk never writes."""
    job = json.loads(line)
    return JOBS[job["job"]](job, report)


def _check(job: Job, _: ProgressCallback) -> dict[str, Any]:
    folders = Path(job["preview"]), Path(job["keys"])
    return check(CheckJob(_dropped(job), date.fromisoformat(job["today"]), *folders, _path(job["last_pack"])))


def _make(job: Job, report: ProgressCallback) -> dict[str, Any]:
    today, number = date.fromisoformat(job["today"]), int(job["number"])
    folders = Path(job["keys"]), Path(job["folder"]), Path(job["kept"])
    return make_stick(
        MakeJob(_dropped(job), job["digest"], today, number, *folders, job["passphrase"]), report
    )


def _keys(job: Job, _: ProgressCallback) -> dict[str, Any]:
    sheets, language = Path(job["sheets"]), job["language"]
    return make_keys(Path(job["keys"]), job["name"], job["hosts"], job["passphrase"], sheets, language)


def _template(job: Job, _: ProgressCallback) -> dict[str, Any]:
    return make_template(Path(job["target"]), date.fromisoformat(job["today"]), job["language"])


def _open(job: Job, _: ProgressCallback) -> dict[str, Any]:
    today, language = date.fromisoformat(job["today"]), job["language"]
    return open_file(Path(job["target"]), today, language, job["asked"], job["answers"])


def _answer(job: Job, _: ProgressCallback) -> dict[str, Any]:
    return answer_headers(Path(job["subject"]), job["asked"], job["answers"])


def _focus(job: Job, _: ProgressCallback) -> dict[str, Any]:
    try:
        say_focus(Path(job["subject"]), job["picture"], (float(job["x"]), float(job["y"])))
    except SourceProblems as problems:
        raise problems.problems[0].line_text from problems
    return {}


def _receipts(job: Job, _: ProgressCallback) -> dict[str, Any]:
    return read_fleet(Path(job["folder"]), int(time.time()))


def _dropped(job: Job) -> Dropped:
    return Dropped(Path(job["subject"]), _path(job["pictures"]))


def _path(text: str) -> Path | None:
    return Path(text) if text else None


JOBS: dict[str, Callable[[Job, ProgressCallback], dict[str, Any]]] = {
    "check": _check,
    "make": _make,
    "keys": _keys,
    "template": _template,
    "open": _open,
    "answer": _answer,
    "focus": _focus,
    "receipts": _receipts,
}
