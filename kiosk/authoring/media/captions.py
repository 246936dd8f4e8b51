"""Reads the captions of a video (WebVTT) as plain text with times, as a pack holds them."""

from html import unescape
from pathlib import Path

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from kiosk.base.model import Caption
from kiosk.base.safe_open import read_regular_file
from kiosk.base.sentence_ids import ProblemCode
from kiosk.base.text import TEXT_LIMITS, check_text


class CaptionsError(ValueError):
    """A file without usable captions; `time` is the caption's."""

    def __init__(self, code: ProblemCode, time: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = {"time": time, "most": TEXT_LIMITS["caption"]}


def read_captions(path: Path) -> tuple[Caption, ...]:
    """The captions in the file at `path`, without markup, each on one line. Raises CaptionsError."""
    try:
        parsed = webvtt.WebVTT.from_string(read_regular_file(path).decode("utf-8-sig"), strict=True)
    except (UnicodeDecodeError, MalformedFileError, MalformedCaptionError) as error:
        raise CaptionsError("captions_unreadable") from error
    captions = tuple(map(_convert_caption, parsed.captions))
    if not captions:
        raise CaptionsError("captions_unreadable")
    latest = 0
    for caption, source in zip(captions, parsed.captions, strict=True):
        if caption.end <= caption.start or caption.start < latest:
            raise CaptionsError("captions_order", source.start)
        if check_text(caption.text, "caption"):
            raise CaptionsError("captions_text", source.start)
        latest = caption.start
    return captions


def _convert_caption(source: webvtt.Caption) -> Caption:
    start, end = (time.in_milliseconds() for time in (source.start_time, source.end_time))
    return Caption(start, end, " ".join(unescape(source.text).split()))
