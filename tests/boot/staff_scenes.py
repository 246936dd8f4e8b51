"""What staff do at the computer: install from sticks and from the share, print."""

import time

from tests.boot.librarian import bring_in, catch_up, enter_staff_area, plug_into_window, restart_screen
from tests.boot.rig import Rig
from tests.boot.stick_image import make_empty_stick, make_vfat_stick
from tests.boot.twin import NOTICE
from tests.screen_kit import items, wait_until

SHARE_SECONDS = 60.0
"""Seconds from the start of the screen until a pack on the share is shown, under emulation."""
EMPTY = """lsblk -lnpo NAME,TYPE,FSTYPE | awk '$2 == "part" && !$3 {print $1}'"""
"""Prints the partitions without a file system."""
PRINTER = "-r off -p 8631 -d /var/tmp/printed -k -f application/pdf,image/pwg-raster,image/urf Office"


def vfat_stick(rig: Rig) -> str:
    """A stick is plugged in, noticed, and its pack installed from the staff area."""
    image = make_vfat_stick(rig.folder / "vfat.img", "MISSION", [rig.packs[1]])
    restart_screen(rig)
    with rig.machine.stick(image):
        plug_into_window(rig, "MISSION", rig.packs[1])
        noticed = rig.twin.wait_until_same("the stick", 120, NOTICE)
        rig.save_picture("stick-noticed")
        enter_staff_area(rig)
        rig.save_picture("stick-offer")
        began = time.monotonic()
        rig.twin.tap("install")
        wait_until(lambda: any(item.objectName() == "fine" for item in items(rig.twin.shown)), seconds=120)
        rig.twin.wait_until_same("the installation", 120)
        seconds = time.monotonic() - began
        rig.save_picture("stick-installed")
        assert rig.version() == 2
    plug_into_window(rig)
    catch_up(rig, 2)
    return f"noticed {noticed:.1f} s after plugging, installed {seconds:.1f} s after the tap"


def exfat_stick(rig: Rig) -> str:
    """A stick with exfat is pulled out during the installation: the old programme or the new one."""
    image, pack = make_empty_stick(rig.folder / "exfat.img"), rig.packs[2]
    shell = rig.machine.shell
    bring_in(rig, pack, "/var/tmp/exfat.kpack")
    with rig.machine.stick(image):
        device = shell.run(f"until {EMPTY} | grep .; do sleep 0.2; done", 60).split()[-1]
        shell.run(f"mkfs.exfat -L EXFAT {device} && mkdir -p /run/made && mount {device} /run/made")
        shell.run(f"cp /var/tmp/exfat.kpack /run/made/{pack.name} && umount /run/made && sync")
    restart_screen(rig)
    with rig.machine.stick(image) as name:
        plug_into_window(rig, "EXFAT", pack)
        rig.twin.wait_until_same("the stick", 120, NOTICE)
        enter_staff_area(rig)
        place = rig.twin.place("install")
        rig.machine.tap(place.x(), place.y())
        time.sleep(0.5)
        rig.machine.pull(name)
        shell.run("until ! findmnt -rn -o TARGET | grep -q /run/media/kiosk; do sleep 0.2; done", 60)
        shell.run("systemctl is-active corner-kiosk")
        rig.save_picture("stick-pulled")
    version = rig.version()
    assert version in (2, 3), version
    plug_into_window(rig)
    catch_up(rig, version)
    return f"version {version} is shown after the stick was pulled"


def share(rig: Rig) -> str:
    """A Samba server on the computer gets a newer pack; the kiosk installs it by itself."""
    bring_in(rig, rig.packs[3], f"/var/tmp/packs/{rig.packs[3].name}")
    rig.machine.shell.run("chmod a+rx /var/tmp/packs; systemctl start smbd")
    listed = rig.machine.shell.run("ls /mnt/mission", 60).strip()
    assert listed == rig.packs[3].name, listed
    rig.machine.shell.run("systemctl restart corner-kiosk", 300)
    began = time.monotonic()
    while rig.version() != 4:
        assert time.monotonic() - began < SHARE_SECONDS, "the pack on the share was not installed"
    seconds = time.monotonic() - began
    catch_up(rig, 4)
    return f"{listed} on the share is shown {seconds:.0f} s after the start of the screen"


def printer(rig: Rig) -> str:
    """A flyer is printed on an IPP printer on the computer itself."""
    shell = rig.machine.shell
    shell.run(f"mkdir -p /var/tmp/printed; setsid ippeveprinter {PRINTER} >/var/tmp/printer.log 2>&1 &")
    shell.run("until ss -ltn | grep -q :8631; do sleep 0.2; done")
    shell.run("sh /usr/share/corner-kiosk/add-printer.sh Office ipp://localhost:8631/ipp/print 200", 300)
    shell.run("kiosk flyer chess-club --language kk --print", 300)
    shell.run("until ls /var/tmp/printed/* | grep -q .; do sleep 0.5; done", 180)
    return shell.run("ls -s /var/tmp/printed").strip().replace("\n", " ")
