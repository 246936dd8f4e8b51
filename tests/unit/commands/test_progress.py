"""`--progress`: commands as the screen runs them, in processes of their own."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from kiosk import limits
from kiosk.clock import BUILD_DATE
from tests.library_kit import Kit, publishing

Line = dict[str, Any]
VIDEO = b"\0\0\0\x18ftypmp42" + bytes(96 * limits.MIB)


@pytest.fixture
def kit(tmp_path: Path) -> Kit:
    kit = Kit(tmp_path, publishing(at=BUILD_DATE))
    kit.install(1)
    return kit


@pytest.fixture
def large(kit: Kit) -> Path:
    """A pack that takes its time."""
    kit.pack(2)
    kit.shop.files["media/long.mp4"] = VIDEO
    return kit.shop.pack(kit.packs / "large.kpack")


def start(kit: Kit, *words: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "kiosk", *map(str, words), "--library", str(kit.folder), "--progress"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def run(kit: Kit, *words: object) -> tuple[int, list[Line], str]:
    """The exit code of a command, its lines, and what it says to people."""
    with start(kit, *words) as child:
        out, err = child.communicate()
    return child.returncode, [json.loads(line) for line in out.splitlines()], err


def read(out: IO[str]) -> Iterator[Line]:
    for line in out:
        yield json.loads(line)


def test_an_installation_tells_how_far_it_is_and_how_it_ended(kit: Kit, large: Path) -> None:
    code, lines, err = run(kit, "install", large)
    *progress, last = lines
    assert (code, err) == (0, "")
    assert (last["done"]["generation"], last["done"]["pack"]["version"]) == (2, 2)
    steps = [line["progress"]["step"] for line in progress]
    assert list(dict.fromkeys(steps)) == ["verify", "copy", "check", "finish"]
    copied = [line["progress"]["done"] for line in progress if line["progress"]["step"] == "copy"]
    assert copied == sorted(copied)
    assert copied[-1] == sum(map(len, kit.shop.files.values()))


def test_a_preview_ends_with_its_rows(kit: Kit) -> None:
    code, lines, err = run(kit, "preview", kit.pack(2))
    assert (code, err) == (0, "")
    told = lines[-1]["done"]
    assert (told["standing"], told["counts"]["programme"]) == ("newer", 1)
    assert told["rows"][0]["lines"][0]["ru"] == "Хештег: #USKZ25 → #V2"
    assert all(tuple(line) == ("progress",) for line in lines[:-1])


def test_a_refusal_has_its_sentence_in_every_language(kit: Kit) -> None:
    code, lines, err = run(kit, "install", kit.packs / "nothing.kpack")
    assert (code, len(lines), lines[0]["error"]["code"]) == (1, 1, "packs.no_file")
    text = lines[0]["error"]["text"]
    assert set(text) == {"kk", "ru", "en"}
    assert err == text["en"] + "\n"


@pytest.mark.parametrize("verb", ["install", "preview"])
def test_cancelled_it_leaves_everything_as_it_was(kit: Kit, large: Path, verb: str) -> None:
    before = kit.content()
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
    assert kit.content() == before
    assert len(list((kit.folder / "gen").iterdir())) == 1


def test_when_nobody_listens_any_more_it_ends_without_a_word(kit: Kit, large: Path) -> None:
    before = kit.content()
    with start(kit, "install", large) as child:
        assert child.stdout and child.stderr
        child.stdout.readline()
        child.stdout.close()
        said = child.stderr.read()
        code = child.wait()
    assert (code, said.count("\n")) == (130, 1)
    assert "Traceback" not in said
    assert kit.content() == before
