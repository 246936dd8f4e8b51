"""Checks whether the network share answers, in a child process that can be abandoned when the share hangs.

A server that has gone can put a process that reads from it into a sleep that not even SIGKILL ends (ADR 10).
"""

import subprocess
from pathlib import Path

from kiosk.base.sentence_ids import HealthId
from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import translate
from kiosk.i18n.translator import find_sentence
from kiosk.sources.child_module import run_module

DEADLINE = 10.0
"""Seconds the share has to list its files."""

_FAILURES: dict[str, HealthId] = {
    "empty": "health.share.empty",
    "gone": "health.share.gone",
    "forbidden": "health.share.forbidden",
    "silent": "health.share.silent",
    "failing": "health.share.failing",
}


def check(share: Path | None, library: Path, deadline: float = DEADLINE) -> Finding:
    """Ask the folder `share` within `deadline` seconds; None means that none is set up.

    `library` holds the lock that lets only one process at a time read the share.
    """
    if share is None:
        return Finding("share", Level.GOOD, translate("health.share.none"))
    state, packs = _ask_child(share, library, deadline)
    if state == "good":
        return Finding("share", Level.GOOD, translate("health.share.good", share=share, n=packs))
    if state == "locked":
        return Finding("share", Level.GOOD, translate("health.share.locked", share=share, n=packs))
    if state == "busy":
        value = translate("health.share.busy", share=share)
        return Finding("share", Level.UNKNOWN, value, translate("health.share.busy_do"))
    if state == "hanging":
        value = translate("health.share.hanging", share=share, seconds=round(deadline))
    else:
        value = translate(find_sentence(_FAILURES, state) or "health.share.failing", share=share)
    return Finding("share", Level.ATTENTION, value, translate("health.share.do"))


def _ask_child(share: Path, library: Path, deadline: float) -> tuple[str, int]:
    """The output of the child process: the state of the share, and the number of packs."""
    try:
        answer = run_module("kiosk.health.checks.share_child", library, share, deadline=deadline)
    except subprocess.TimeoutExpired:
        return "hanging", 0
    state, packs = answer.split() or ("failing", "0")
    return state, int(packs)
