"""Checks what draws the screen: a graphics card, or the processor."""

import os
from pathlib import Path

from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import join_lines, translate

CARDS = Path("/dev/dri")


def check(renderer: str, size: str = "", cards: Path = CARDS) -> Finding:
    """What draws with the setting `renderer`; `size` is the screen's ('1920x1080'), '' if not known."""
    nodes = list(cards.glob("renderD*"))
    if nodes and not any(os.access(node, os.R_OK | os.W_OK) for node in nodes):
        return Finding(
            "video",
            Level.ATTENTION,
            translate("health.video.forbidden"),
            translate("health.video.forbidden_do"),
        )
    if not nodes and renderer == "opengl":
        return Finding(
            "video", Level.ATTENTION, translate("health.video.missing"), translate("health.video.missing_do")
        )
    by_processor = renderer == "software" or not nodes
    texts = [translate("health.video.processor" if by_processor else "health.video.card")] + (
        [translate("health.video.size", size=size)] if size else []
    )
    return Finding("video", Level.GOOD, join_lines(texts))
