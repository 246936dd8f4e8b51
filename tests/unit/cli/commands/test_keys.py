"""`kiosk keys`."""

import json
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.authoring.keys.key_folder import USUAL_RANK
from kiosk.packs.publisher import Publisher
from kiosk.packs.verification import verify_root


def test_keys_new_makes_a_folder_and_explains_its_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["keys", "new", str(tmp_path / "keys")]) == 0
    assert verify_root((tmp_path / "keys" / "root.json").read_bytes()) == Publisher(
        "local", "local", rank=USUAL_RANK
    )
    output = capsys.readouterr()
    assert output.err == ""
    assert str(tmp_path / "keys") in output.out
    assert "Its rank is 50" in output.out
    for name in ("root.json", "root-1.pem", "publisher-2.pem"):
        assert name in output.out


def test_keys_new_names_the_publisher(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "U.S. Mission in Kazakhstan"
    arguments = ["--publisher", "us-mission-kz", "--name", name, "--host", "a.example", "--host", "b.example"]
    arguments += ["--rank", "0"]
    assert main(["keys", "new", str(tmp_path / "keys"), *arguments, "--json"]) == 0
    root = tmp_path / "keys" / "root.json"
    assert verify_root(root.read_bytes()) == Publisher("us-mission-kz", name, ("a.example", "b.example"))
    assert json.loads(capsys.readouterr().out) == {
        "publisher": "us-mission-kz",
        "name": name,
        "hosts": ["a.example", "b.example"],
        "rank": 0,
        "root": str(root),
    }


def test_keys_new_gives_rights(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rights = ["--venue", "corner-almaty", "--theme", "clubs", "--theme", "innovation", "--rank", "10"]
    assert main(["keys", "new", str(tmp_path / "keys"), *rights, "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    limited = {"venues": ["corner-almaty"], "themes": ["clubs", "innovation"], "rank": 10}
    assert {name: facts[name] for name in limited} == limited
    assert verify_root((tmp_path / "keys/root.json").read_bytes()) == Publisher(
        "local", "local", (), ("corner-almaty",), ("clubs", "innovation"), 10
    )


@pytest.mark.parametrize(
    "wrong", [["--venue", "Two Words"], ["--theme", ""], ["--rank", "100"], ["--rank", "-1"]]
)
def test_keys_new_refuses_invalid_rights(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wrong: list[str]
) -> None:
    assert main(["keys", "new", str(tmp_path / "keys"), *wrong, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] in ("keys.place", "keys.rank")
    assert not (tmp_path / "keys").exists()


def test_keys_new_never_overwrites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["keys", "new", str(tmp_path)]) == 1
    assert "not empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
