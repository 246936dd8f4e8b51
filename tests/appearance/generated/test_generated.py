"""Nothing clips and nothing tears, whatever the programme: it is made at the limits of what packs allow."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.appearance.generated.page_groups import GROUPS, page_groups
from tests.appearance.generated.programmes import Kiosk, kiosks
from tests.appearance.generated.stage import Stage

USUAL_EXAMPLES = 40
EXAMPLES = int(os.environ.get("LAYOUT_EXAMPLES", USUAL_EXAMPLES))
"""The number of programmes, a quarter of them for each group of pages."""

SHRINKS = "LAYOUT_SHRINKS" in os.environ
"""Whether a failing programme is made smaller, which takes minutes."""


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    """One window for all programmes."""
    stage = Stage()
    yield stage
    stage.close()


@pytest.mark.parametrize("group", GROUPS)
def test_whatever_a_pack_may_say_fits(group: str, stage: Stage) -> None:
    @settings(
        max_examples=max(1, EXAMPLES // len(GROUPS)),
        phases=(Phase.generate, *((Phase.shrink,) if SHRINKS else ())),
        suppress_health_check=list(HealthCheck),
    )
    @given(kiosks())
    def check(kiosk: Kiosk) -> None:
        faults = stage.faults(kiosk, page_groups(kiosk)[group])
        assert not faults, "\n".join((f"{kiosk.size}, {kiosk.language}:", *faults))

    check()
