"""The standing of a scanned pack."""

from typing import Literal

from kiosk.preview.standing import Standing

ScanStanding = Standing | Literal["older", "refused", "misplaced"]
"""What a scanned pack is to this kiosk; one without a Standing has an error."""
