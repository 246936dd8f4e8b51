"""Pausing the garbage collector."""

import gc
from contextlib import suppress

from kiosk.authoring.garbage import paused_collection


def test_nothing_is_collected_meanwhile_and_the_collector_goes_on_afterwards() -> None:
    assert gc.isenabled()
    with suppress(ValueError), paused_collection():
        assert not gc.isenabled()
        with paused_collection():
            pass
        assert not gc.isenabled()
        raise ValueError
    assert gc.isenabled()
