"""What draws the screen: a graphics card, or the processor."""

import os
from pathlib import Path

from kiosk.health.check_result import Check, Level
from kiosk.health.multilingual import lines, said

CARDS = Path("/dev/dri")


def check(renderer: str, size: str = "", cards: Path = CARDS) -> Check:
    """Who draws, given the setting `renderer`; `size` is the screen's ('1920x1080'), '' if not known."""
    nodes = list(cards.glob("renderD*"))
    if nodes and not any(os.access(node, os.R_OK | os.W_OK) for node in nodes):
        return Check(
            "video", Level.ATTENTION, said("health.video.forbidden"), said("health.video.forbidden_do")
        )
    if not nodes and renderer == "opengl":
        return Check("video", Level.ATTENTION, said("health.video.missing"), said("health.video.missing_do"))
    by = "processor" if renderer == "software" or not nodes else "card"
    about = [said(f"health.video.{by}")] + ([said("health.video.size", size=size)] if size else [])
    return Check("video", Level.GOOD, lines(about))
