"""Splits the system calls of an installation into its steps."""

import re
from collections.abc import Sequence

from tests.faults.trials import Call

MARK = re.compile(r'newfstatat\(AT_FDCWD, "/step/(\w+)"')
STEPS = ("verify", "copy", "check", "finish", "commit", "clear")


def steps(calls: Sequence[Call]) -> dict[str, list[Call]]:
    """The calls of each step, without those before the first."""
    begins: dict[str, int] = {}
    for place, call in enumerate(calls):
        if match := MARK.match(call.text):
            begins.setdefault(match[1], place)
        elif call.name == "rename" and ".stage-" in call.text:
            begins["commit"] = place + 1
        elif call.name == "fdatasync":
            begins["clear"] = place + 1  # the last one counts
    assert tuple(sorted(begins, key=lambda step: begins[step])) == STEPS, begins
    ends = [*(begins[step] for step in STEPS[1:]), len(calls)]
    return {step: list(calls[begins[step] : end]) for step, end in zip(STEPS, ends, strict=True)}
