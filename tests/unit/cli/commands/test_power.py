"""`kiosk power` asks the system, and says why it did not get what it asked for."""

import json

import pytest

from kiosk.__main__ import main
from kiosk.power import change_power
from tests.packs_builder import refused
from tests.power_switch import PowerSwitch


@pytest.mark.parametrize(("verb", "order"), [("off", "poweroff"), ("restart", "reboot")])
def test_k11_the_system_is_asked(
    verb: str, order: str, power_switch: PowerSwitch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["power", verb, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"power": verb}
    assert power_switch.orders == [order]


def test_k11_a_refusal_has_the_reason_of_the_system(
    power_switch: PowerSwitch, capsys: pytest.CaptureFixture[str]
) -> None:
    power_switch.refuse("Call to PowerOff failed: Access denied\nmore")
    assert main(["power", "off"]) == 1
    assert capsys.readouterr().err.startswith(
        "This computer does not let the kiosk do this (Call to PowerOff failed: Access denied). Hold"
    )


def test_k11_a_system_without_such_a_command_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with refused("choices.power.refused"):
        change_power.change_power("off")


def test_k11_a_system_that_does_not_answer_is_told(
    power_switch: PowerSwitch, monkeypatch: pytest.MonkeyPatch
) -> None:
    (power_switch.folder / "systemctl").write_text("#!/bin/sh\nexec sleep 60\n")
    monkeypatch.setattr(change_power, "ANSWER_DEADLINE", 0.5)
    with refused("choices.power.silent"):
        change_power.change_power("restart")
