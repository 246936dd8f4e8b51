"""What a visitor does at the computer: finds an event, tries every key."""

import time

from tests.boot.rig import Rig
from tests.boot.twin import FOOT
from tests.screen_kit import items, settle

ESCAPES = """
ctrl alt delete; ctrl alt f1; ctrl alt f2; ctrl alt f7; ctrl alt backspace; ctrl alt t; ctrl esc; ctrl w
ctrl q; ctrl c; ctrl d; alt f2; alt f4; alt tab; alt esc; alt sysrq b; alt sysrq k; meta_l; meta_l l; meta_l r
f1; f5; f11; f12; esc; print; pause; menu; power; sleep; wake
"""
"""Keys with which people leave kiosks, by QEMU's names (docs/faults.md, section I)."""


def start(rig: Rig) -> str:
    """From the power button to the attract loop."""
    began = time.monotonic()
    rig.machine.switch_on()
    rig.machine.shell.wait_for_prompt()
    rig.machine.shell.run("systemctl start corner-kiosk", 300)
    rig.wait_until_idle()
    rig.twin.wait_until_same("the start", 120, FOOT)
    rig.save_picture("attract")
    inside = rig.machine.shell.run("systemd-analyze time | head -n 1")
    return f"the attract loop after {time.monotonic() - began:.0f} s; {inside}"


def visit(rig: Rig) -> str:
    """From the attract loop to an event of today or later."""
    home = rig.twin.tap("attract")
    rig.save_picture("home")
    settle()
    lead = next(item.objectName() for item in items(rig.twin.shown) if item.objectName().startswith("lead-"))
    event = rig.twin.tap(lead)
    rig.save_picture("event")
    return f"home {home:.1f} s and {lead.removeprefix('lead-')} {event:.1f} s after the touch"


def escapes(rig: Rig) -> str:
    """Every combination is pressed; the page stays, and so does the start of the kernel and of the unit."""
    combinations = [keys for line in ESCAPES.strip().splitlines() for keys in line.split("; ")]
    state = "cat /proc/sys/kernel/random/boot_id /sys/class/tty/tty0/active"
    state += "; systemctl show -p MainPID,NRestarts corner-kiosk"
    before = rig.machine.shell.run(state)
    for keys in combinations:
        rig.machine.press(*keys.split())
        time.sleep(0.5)
    after = rig.machine.shell.run(state)
    assert after == before, f"{before}\n->\n{after}"
    rig.machine.shell.run("systemctl is-active corner-kiosk")
    return f"{len(combinations)} combinations of keys; the same kernel, console and process"
