"""`kiosk keys` with passphrases and recovery sheets, and packs that are signed by protected keys."""

import io
import json
import os
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.authoring.keys.key_file import KeyReader
from kiosk.authoring.keys.recovery_code import encode_key
from tests.unit.authoring.keys.protected import OTHER, PASSPHRASE, Typist, create_protected, read_files

Run = Callable[..., dict[str, object]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command with these lines as its input; it must succeed, or fail with the error `expect`."""

    def run(*words: object, typed: str = "", expect: str = "") -> dict[str, object]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
        capsys.readouterr()
        code = main([*map(str, words), "--json"])
        output = capsys.readouterr()
        found: dict[str, object] = json.loads(output.out)
        error = found.get("error")
        assert isinstance(error, dict) is bool(expect), found
        assert (code, error["code"] if isinstance(error, dict) else "") == (1 if expect else 0, expect)
        assert not any(one and one in output.out + output.err for one in (PASSPHRASE, OTHER))
        return found

    return run


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return create_protected(tmp_path_factory.mktemp("made") / "keys", datetime.now(UTC))


@pytest.fixture
def keys(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "keys"))


def test_new_keys_are_protected_and_replaced_by_protected_ones(tmp_path: Path, run: Run) -> None:
    keys = tmp_path / "keys"
    run("keys", "new", keys, "--protect", typed=f"{PASSPHRASE}\n")
    run("keys", "replace", keys, "publisher-1", typed=f"{PASSPHRASE}\n{OTHER}\n")
    for name, passphrase in (("root-3", PASSPHRASE), ("publisher-3", OTHER)):
        assert KeyReader(Typist(passphrase)).read(keys / f"{name}.pem")


@pytest.mark.parametrize(
    ("typed", "expect"),
    [
        ("", "keys.passphrase.none"),
        ("short\n", "keys.passphrase.short"),
        ("aaaaaaaaaaaaaaaaaaaaaa\n", "keys.passphrase.simple"),
    ],
)
def test_no_keys_are_made_with_a_bad_passphrase(tmp_path: Path, run: Run, typed: str, expect: str) -> None:
    run("keys", "new", tmp_path / "keys", "--protect", typed=typed, expect=expect)
    assert not (tmp_path / "keys").exists()


def test_rights_change_with_the_passphrase_only(keys: Path, run: Run) -> None:
    before = read_files(keys)
    run("keys", "set-rights", keys, "--rank", 7, typed=f"{OTHER}\n", expect="keys.passphrase.wrong")
    assert read_files(keys) == before
    run("keys", "set-rights", keys, "--rank", 7, typed=f"{PASSPHRASE}\n")
    assert (keys / "2.root.json").exists()


def test_a_pack_is_signed_once_the_passphrase_is_typed(
    keys: Path, tmp_path: Path, run: Run, checkout: Path
) -> None:
    source = (
        "pack",
        "build",
        checkout / "data/25-years-together",
        "-o",
        tmp_path / "a.kpack",
        "--keys",
        keys,
    )
    for typed, expect in (("", "keys.passphrase.none"), (f"{OTHER}\n", "keys.passphrase.wrong")):
        run(*source, typed=typed, expect=expect)
        assert not (tmp_path / "a.kpack").exists()
    run(*source, typed=f"{PASSPHRASE}\n")
    run("pack", "check", tmp_path / "a.kpack")


def test_a_protected_key_is_shown_as_such(keys: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    (keys / "root-3.pem").unlink()
    shown = run("keys", "show", keys)["keys"]
    assert isinstance(shown, list)
    assert {key["name"]: key["protected"] for key in shown} == {
        **dict.fromkeys(("root-1", "root-2", "publisher-1", "publisher-2"), True),
        "root-3": False,
    }
    assert main(["keys", "show", str(keys)]) == 0
    assert capsys.readouterr().out.count("with a passphrase") == 4


def test_a_passphrase_is_changed(keys: Path, run: Run) -> None:
    found = run("keys", "protect", keys / "root-1.pem", typed=f"{PASSPHRASE}\n{OTHER}\n")
    assert found == {"protected": ["root-1.pem"]}
    assert KeyReader(Typist(OTHER)).read(keys / "root-1.pem")
    name = "Local Publisher Local Publisher"
    run("keys", "protect", keys, typed=f"{PASSPHRASE}\n{OTHER}\n{name}\n", expect="keys.passphrase.simple")


def test_a_sheet_is_printed_and_brings_the_key_back(keys: Path, tmp_path: Path, run: Run) -> None:
    sheets = tmp_path / "sheets.pdf"
    printed = run("keys", "sheet", keys, "-o", sheets, "--language", "kk", typed=f"{PASSPHRASE}\n")
    assert printed == {"sheets": ["root-1", "root-2", "root-3"], "file": str(sheets)}
    if os.name == "posix":
        assert sheets.stat().st_mode & 0o777 == 0o600
    before = read_files(keys)
    for number in (1, 2, 3):
        (keys / f"root-{number}.pem").unlink()
    found = run("keys", "recover", keys, sheets, "--protect", typed=f"{OTHER}\n")
    assert found == {"recovered": ["root-1", "root-2", "root-3"], "folder": str(keys)}
    assert read_files(keys).keys() == before.keys()
    assert KeyReader(Typist(OTHER)).read(keys / "root-2.pem")


def test_a_key_is_typed_on_several_lines(keys: Path, run: Run) -> None:
    groups = encode_key(KeyReader(Typist(PASSPHRASE)).read(keys / "root-2.pem"))
    (keys / "root-2.pem").unlink()
    lines = "".join(f"{' '.join(groups[at : at + 3])}\n" for at in range(0, len(groups), 3))
    run("keys", "recover", keys, typed="", expect="keys.recover.nothing")
    run("keys", "recover", keys, typed=lines[:40], expect="keys.code.length")
    run("keys", "recover", keys, typed=f"{lines}\n{OTHER}\n", expect="")
    assert KeyReader().read(keys / "root-2.pem")


def test_a_sheet_needs_a_root_key(keys: Path, tmp_path: Path, run: Run) -> None:
    for number in (1, 2, 3):
        (keys / f"root-{number}.pem").rename(tmp_path / f"root-{number}.pem")
    sheets = tmp_path / "sheets.pdf"
    run("keys", "sheet", keys, "-o", sheets, expect="keys.sheets_none")
    one = ("keys", "sheet", keys, "-o", sheets, "--root-key", tmp_path / "root-2.pem")
    assert run(*one, typed=f"{PASSPHRASE}\n")["sheets"] == ["root-2"]


def test_sheets_are_not_written_into_a_folder_that_vanished(keys: Path, tmp_path: Path, run: Run) -> None:
    file = tmp_path / "gone" / "sheets.pdf"
    run("keys", "sheet", keys, "-o", file, typed=f"{PASSPHRASE}\n", expect="save.no_folder")


def test_people_are_told_what_the_commands_did(
    keys: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = f"{PASSPHRASE}\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
    assert main(["keys", "sheet", str(keys), "-o", str(tmp_path / "a.pdf")]) == 0
    assert "delete the file" in capsys.readouterr().out
    assert main(["keys", "new", str(tmp_path / "new"), "--plain"]) == 0
    assert "kiosk keys protect" in capsys.readouterr().out
