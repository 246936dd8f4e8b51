"""The session of the Debian package: its units, its sticks, its share."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.base.settings import Settings
from kiosk.sources.linux_mounts import FILE_SYSTEMS, parse_sticks
from kiosk.supervisor.hang_detector import SILENCE_LIMIT

FILES = Path(__file__).parents[2] / "packaging/debian/files"
UNITS = FILES / "usr/lib/systemd/system"
SERVICE = UNITS / "corner-kiosk.service"
MOUNT_STICK = FILES / "opt/corner-kiosk/lib/mount-stick"
needs_systemd = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")


def option(name: str) -> str:
    """The last value of an option of the screen's unit."""
    return re.findall(rf"^{name}=(.*)$", SERVICE.read_text("utf-8"), re.MULTILINE)[-1]


@needs_systemd
@pytest.mark.parametrize("name", sorted(file.name for file in UNITS.glob("corner-kiosk*.*")))
def test_systemd_understands_the_unit(name: str, tmp_path: Path) -> None:
    for unit in UNITS.glob("corner-kiosk*.*"):
        text = re.sub(r"^ExecStart=.*$", "ExecStart=/bin/true", unit.read_text("utf-8"), flags=re.MULTILINE)
        (tmp_path / unit.name).write_text(text, "utf-8")
    command = ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", tmp_path / name]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@needs_systemd
@pytest.mark.parametrize(("name", "tenths"), [("corner-kiosk", 20), ("corner-kiosk-restart", 10)])
def test_the_unit_is_exposed_no_more_than_agreed(name: str, tenths: int) -> None:
    command = ["systemd-analyze", "security", "--offline=true", "--no-pager", f"--threshold={tenths}"]
    done = subprocess.run([*command, UNITS / f"{name}.service"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout.splitlines()[-1:]


def test_the_screen_comes_back_and_is_watched() -> None:
    assert (option("Restart"), option("StartLimitIntervalSec")) == ("always", "0")
    assert option("RestartSec") == "500ms"
    assert (option("Type"), option("NotifyAccess")) == ("notify", "all")
    assert float(option("WatchdogSec")) > SILENCE_LIMIT + 10  # the supervisor acts first


def test_the_screen_does_not_wait_for_the_share() -> None:
    """A path in the unit's view of the files is looked up at its start, which mounts the share."""
    text = SERVICE.read_text("utf-8")
    assert "/mnt/mission" not in text
    assert "ReadWritePaths=-/mnt\n" in text


def test_no_switch_lets_keys_leave_the_screen() -> None:
    session = (FILES / "opt/corner-kiosk/lib/session").read_text("utf-8")
    commands = [line for line in session.splitlines() if not line.startswith("#")]
    assert not any(re.search(r"\s-\w*s", line) for line in commands if "cage" in line or "set --" in line)
    logind = (FILES / "usr/lib/systemd/logind.conf.d/corner-kiosk.conf").read_text("utf-8")
    assert {"NAutoVTs=0", "ReserveVT=0", "HandlePowerKey=ignore"} <= set(logind.splitlines())
    assert "kernel.sysrq = 0" in (FILES / "usr/lib/sysctl.d/60-corner-kiosk.conf").read_text("utf-8")


def test_sticks_are_mounted_where_the_kiosk_looks_for_them() -> None:
    script = MOUNT_STICK.read_text("utf-8")
    (options,) = re.findall(r"^options=(\S+)$", script, re.MULTILINE)
    (folder,) = re.findall(r'"(/\S+)/\$\{DEVNAME', script)
    line = f"90 1 8:17 / {folder}/sdb1/KINGSTON {options},relatime - vfat /dev/sdb1 {options}"
    (stick,) = parse_sticks(line, Settings().sticks, sysfs=Path("/nowhere"))
    assert stick.name == "KINGSTON"
    assert (stick.partitions[0].safe, stick.partitions[0].read_only) == (True, True)


def test_every_file_system_that_is_mounted_is_read() -> None:
    (rule,) = (FILES / "usr/lib/udev/rules.d").iterdir()
    (known,) = re.findall(r'ID_FS_TYPE\}=="([^"]+)"', rule.read_text("utf-8"))
    assert set(known.split("|")) <= FILE_SYSTEMS


@pytest.mark.parametrize(
    ("address", "what", "kind"),
    [
        ("//server/packs 50%", "//server/packs 50%%", "cifs"),
        ("\\\\server\\packs", "//server/packs", "cifs"),
        ("server:/srv/packs", "server:/srv/packs", "nfs"),
    ],
)
def test_the_share_is_mounted_as_the_settings_say(address: str, what: str, kind: str, tmp_path: Path) -> None:
    (tmp_path / "share.conf").write_text(f"ADDRESS={address}\n", "utf-8")
    generated = generate(tmp_path)
    mount = (generated / "mnt-mission.mount").read_text("utf-8")
    assert f"\nWhat={what}\n" in mount
    assert f"\nType={kind}\n" in mount
    assert "nosuid,nodev,noexec,nosymfollow" in mount
    assert ("guest" in mount) == (kind == "cifs")
    assert (generated / "multi-user.target.wants/mnt-mission.automount").exists()


def test_the_password_stays_in_its_file(tmp_path: Path) -> None:
    (tmp_path / "share.conf").write_text("ADDRESS=//server/packs\n", "utf-8")
    (tmp_path / "share.credentials").write_text("username=kiosk\npassword=secret\n", "utf-8")
    mount = (generate(tmp_path) / "mnt-mission.mount").read_text("utf-8")
    assert f"credentials={tmp_path}/share.credentials" in mount
    assert "secret" not in mount


def test_without_a_share_nothing_is_mounted(tmp_path: Path) -> None:
    assert list(generate(tmp_path).iterdir()) == []


def generate(settings: Path) -> Path:
    """The folder into which the generator has written its units."""
    folder = settings / "units"
    folder.mkdir()
    generator = FILES / "usr/lib/systemd/system-generators/corner-kiosk-share"
    environment = os.environ | {"KIOSK_SETTINGS": str(settings)}
    subprocess.run(["sh", generator, folder, folder, folder], env=environment, check=True)
    return folder
