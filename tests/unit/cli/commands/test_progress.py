"""`--progress`: commands as the screen runs them, in processes of their own."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from kiosk.__main__ import main
from kiosk.base import limits
from kiosk.base.clock import BUILD_DATE
from kiosk.packs.pack_file import Pack
from kiosk.sandbox.environment import CONFINED
from tests.library_kit import LibraryKit, sample_publisher
from tests.videos import make_padded_video

Line = dict[str, Any]


@pytest.fixture
def kit(tmp_path: Path) -> LibraryKit:
    kit = LibraryKit(tmp_path, sample_publisher(at=BUILD_DATE))
    kit.install(1)
    return kit


@pytest.fixture
def large(kit: LibraryKit, tmp_path: Path) -> Path:
    """A pack that takes long to install."""
    kit.pack(2)
    kit.publisher.files["media/long.mp4"] = make_padded_video(
        tmp_path / "long.mp4", 96 * limits.MIB
    ).read_bytes()
    return kit.publisher.pack(kit.packs / "large.kpack")


def start(kit: LibraryKit, *words: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "kiosk", *map(str, words), "--library", str(kit.folder), "--progress"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def run(kit: LibraryKit, *words: object) -> tuple[int, list[Line], str]:
    """The exit code of a command, its lines, and its stderr."""
    with start(kit, *words) as child:
        out, err = child.communicate()
    return child.returncode, [json.loads(line) for line in out.splitlines()], err


def read(out: IO[str]) -> Iterator[Line]:
    for line in out:
        yield json.loads(line)


def test_installation_writes_progress_and_outcome(kit: LibraryKit, large: Path) -> None:
    code, lines, err = run(kit, "install", large)
    *progress, last = lines
    assert (code, err) == (0, "")
    assert (last["done"]["generation"], last["done"]["pack"]["version"]) == (2, 2)
    steps = [line["progress"]["step"] for line in progress]
    assert list(dict.fromkeys(steps)) == ["verify", "copy", "check", "finish"]
    copied = [line["progress"]["done"] for line in progress if line["progress"]["step"] == "copy"]
    assert copied == sorted(copied)
    assert copied[-1] == sum(map(len, kit.publisher.files.values()))


def test_a_preview_ends_with_its_rows(kit: LibraryKit) -> None:
    code, lines, err = run(kit, "preview", kit.pack(2))
    assert (code, err) == (0, "")
    facts = lines[-1]["done"]
    assert (facts["standing"], facts["counts"]["programme"]) == ("newer", 1)
    assert facts["rows"][0]["lines"][0]["ru"] == "Хештег: #USKZ25 → #V2"
    assert all(tuple(line) == ("progress",) for line in lines[:-1])


def test_refusal_has_a_sentence_in_every_language(kit: LibraryKit) -> None:
    code, lines, err = run(kit, "install", kit.packs / "nothing.kpack")
    assert (code, len(lines), lines[0]["error"]["code"]) == (1, 1, "packs.no_file")
    text = lines[0]["error"]["text"]
    assert set(text) == {"kk", "ru", "en"}
    assert err == text["en"] + "\n"


@pytest.mark.parametrize("verb", ["install", "preview"])
def test_cancelled_installation_changes_nothing(kit: LibraryKit, large: Path, verb: str) -> None:
    before = kit.read_files()
    with start(kit, verb, large) as child:
        assert child.stdout and child.stderr
        lines = read(child.stdout)
        next(
            line
            for line in lines
            if line["progress"]["step"] in ("copy", "check") and line["progress"]["done"]
        )
        child.send_signal(signal.SIGTERM)
        (last,) = [line for line in lines if "progress" not in line]
        code = child.wait()
    assert (code, last["error"]["code"]) == (130, "sources.stopped")
    assert kit.read_files() == before
    assert len(list((kit.folder / "gen").iterdir())) == 1


def test_closed_pipe_ends_the_command_silently(kit: LibraryKit, large: Path) -> None:
    before = kit.read_files()
    with start(kit, "install", large) as child:
        assert child.stdout and child.stderr
        child.stdout.readline()
        child.stdout.close()
        output = child.stderr.read()
        code = child.wait()
    assert (code, output.count("\n")) == (130, 1)
    assert "Traceback" not in output
    assert kit.read_files() == before


@pytest.fixture
def inside(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Makes this process pass for one inside the sandbox."""
    monkeypatch.setenv(CONFINED, "1")
    before = signal.getsignal(signal.SIGXCPU)
    yield
    signal.signal(signal.SIGXCPU, before)


@pytest.mark.usefixtures("inside")
def test_every_command_of_the_screen_ends_with_a_done_line(
    kit: LibraryKit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = kit.pack(2)
    settings = tmp_path / "kiosk.toml"
    settings.write_text(f"share = '{kit.packs}'\n")

    def done(*words: object) -> dict[str, Any]:
        options = ["--progress", "--library", str(kit.folder), "--settings", str(settings)]
        assert main([*map(str, words), *options]) == 0
        found = json.loads(capsys.readouterr().out.splitlines()[-1])["done"]
        assert isinstance(found, dict)
        return found

    assert done("scan", kit.packs)["files"][1]["standing"] == "newer"
    assert done("preview", pack)["standing"] == "newer"
    assert done("pull", "--dry-run")["wanted"] == [1]
    assert done("pull")["installed"][0]["pack"]["version"] == 2
    assert done("install", pack)["already"]


@pytest.mark.usefixtures("inside", "asked")
def test_cpu_limit_ends_the_installation(
    kit: LibraryKit, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_pack(file: Path) -> Pack:
        os.kill(os.getpid(), signal.SIGXCPU)
        return Pack(file)

    monkeypatch.setattr("kiosk.library.install.Pack", open_pack)
    assert main(["install", str(kit.pack(2)), "--progress", "--library", str(kit.folder)]) == 1
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["error"]["code"] == "sources.too_long"
