"""What the package's questions write into kiosk.toml: odd values survive, and so does what others wrote."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from types import ModuleType

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from kiosk.base import settings

FILES = Path(__file__).parents[2] / "packaging/debian/files"
TOOL = FILES / "opt/corner-kiosk/lib/settings-file"
SHIPPED = FILES / "usr/share/corner-kiosk/kiosk.toml"


def run(*words: str) -> "subprocess.CompletedProcess[str]":
    """Run the tool with the packages of these tests."""
    environment = os.environ | {"KIOSK_PYTHON_PATH": sysconfig.get_path("purelib")}
    command = [sys.executable, "-IS", str(TOOL), *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The settings as a new installation has them."""
    copied = tmp_path / "kiosk.toml"
    copied.write_bytes(SHIPPED.read_bytes())
    copied.chmod(0o640)
    return copied


def test_the_shipped_settings_are_valid(file: Path) -> None:
    loaded = settings.load_file(file)
    assert (loaded.faults, loaded.settings.library) == ((), Path("/var/lib/corner-kiosk"))


def test_answers_become_settings(file: Path) -> None:
    answers = {
        "corner": "american-corner-almaty",
        "corner_name.kk": "«Бұрыш» \"№ 1\" \\ C:\\path 'ok'",
        "corner_name.en": "Corner = 1 # no comment",
        "languages": "kk, en",
        "language": "en",
        "opening_hours": "Mo-Fr 10:00-19:00; Sa 10:00-16:00",
        "technician": "+7 701 234 56 78",
        "share": "/mnt/mission",
    }
    assert run("set", str(file), *(f"{key}={value}" for key, value in answers.items())).returncode == 0
    loaded = settings.load_file(file)
    assert loaded.faults == ()
    assert loaded.settings.corner_name == {
        "kk": answers["corner_name.kk"], "en": answers["corner_name.en"]
    }  # fmt: skip
    assert loaded.settings.languages == ("kk", "en")
    assert loaded.settings.share == Path("/mnt/mission")
    for key, value in answers.items():
        assert run("get", str(file), key).stdout == f"{value}\n"


def load_tool() -> ModuleType:
    """The tool's functions, without running it."""
    module = ModuleType("settings_file")
    exec(compile(TOOL.read_text("utf-8").partition("\ntry:\n")[0], str(TOOL), "exec"), module.__dict__)
    return module


TOOL_MODULE = load_tool()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_any_text_survives(value: str) -> None:
    document = tomlkit.parse("")
    TOOL_MODULE._change(document, "corner_name.kk", value)
    assert TOOL_MODULE._as_text(tomlkit.parse(tomlkit.dumps(document)), "corner_name.kk") == value


def test_what_others_wrote_stays(file: Path) -> None:
    file.write_text(
        '# ours\ncorner = "a" # because\nidle_seconds = 90\n\n[corner_name]\nru = "Уголок"\n', "utf-8"
    )
    assert run("set", str(file), "corner=b", "corner_name.ru=Уголок", "corner_name.en=Corner").returncode == 0
    text = (
        '# ours\ncorner = "b" # because\nidle_seconds = 90\n\n[corner_name]\nru = "Уголок"\nen = "Corner"\n'
    )
    assert file.read_text("utf-8") == text
    assert file.stat().st_mode & 0o777 == 0o640


def test_the_same_answers_change_nothing(file: Path) -> None:
    file.write_text("corner = 'a'\nlanguages = ['kk',\n  'ru']\n", "utf-8")
    before = file.read_bytes()
    assert run("set", str(file), "corner=a", "languages=kk, ru", "technician=").returncode == 0
    assert file.read_bytes() == before


def test_an_empty_answer_takes_the_setting_away(file: Path) -> None:
    run("set", str(file), "technician=112", "corner_name.ru=Уголок")
    run("set", str(file), "technician=", "corner_name.ru=")
    assert "technician" not in file.read_text("utf-8")
    assert settings.load_file(file).settings.corner_name == {}


def test_a_file_that_is_no_toml_stays_as_it_is(file: Path) -> None:
    file.write_text('corner = "a\n', "utf-8")
    done = run("set", str(file), "corner=b")
    assert (done.returncode, file.read_text("utf-8")) == (1, 'corner = "a\n')
    assert str(file) in done.stderr
