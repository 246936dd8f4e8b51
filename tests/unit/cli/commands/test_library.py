"""The library's commands: their output and exit codes."""

import json
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.authoring.building.sign_pack import sign_pack
from kiosk.authoring.keys import key_folder
from kiosk.base import limits
from kiosk.packs.publisher import Publisher
from tests.library_kit import damage_file, make_picture
from tests.packs_builder import MANIFEST, describe
from tests.unit.store.sample import HOST, PICTURE, PROGRAMME, sample_database


class CommandLine:
    """The command line with a library, keys and two packs."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.library, self.keys = folder / "library", folder / "keys"
        key_folder.create_key_folder(
            self.keys, Publisher("us-mission-kz", "US Mission", (HOST,)), datetime.now(UTC)
        )
        sources = {"events.sqlite": sample_database(), PICTURE: make_picture(1)}
        for name, data in sources.items():
            (folder / Path(name).name).write_bytes(data)
        files = {name: folder / Path(name).name for name in sources}
        now = int(time.time())
        signed = replace(MANIFEST, signed_at=now, fresh_until=now + limits.DAY)
        manifest = describe(signed, sample_database())
        for version in (1, 2):
            sign_pack(files, manifest, self.keys, version, folder / f"{version}.kpack")
        self.first, self.second = folder / "1.kpack", folder / "2.kpack"

    def run(self, *words: object) -> tuple[int, str, str]:
        """The exit code and output of a command on the library."""
        code = main([*map(str, words), "--library", str(self.library)])
        out, err = self._capsys.readouterr()
        return code, out, err

    def json(self, *words: object) -> dict[str, object]:
        """The JSON object that a successful command prints."""
        code, out, err = self.run(*words, "--json")
        assert (code, err) == (0, "")
        found = json.loads(out)
        assert isinstance(found, dict)
        return found


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(tmp_path, capsys)


def test_empty_library_is_no_failure(cli: CommandLine) -> None:
    assert cli.run("status") == (0, "The library is empty: no programme is installed.\n", "")
    found = cli.json("status")
    assert (found["generation"], found["packs"]) == (0, [])
    assert not cli.library.exists()


def test_publisher_is_trusted_and_listed(cli: CommandLine) -> None:
    assert cli.run("trust", "list")[1].startswith("No publisher is trusted yet.")
    assert cli.json("trust", "list") == {"publishers": []}
    added = cli.json("trust", "add", cli.keys / "root.json")
    assert (added["publisher"], added["name"], added["hosts"]) == ("us-mission-kz", "US Mission", [HOST])
    assert cli.json("trust", "list") == {"publishers": [added]}
    output = cli.run("trust", "list")[1]
    assert all(str(part) in output for part in ("US Mission", HOST, added["fingerprint"]))


def test_install_status_and_rollback(cli: CommandLine) -> None:
    cli.run("trust", "add", cli.keys / "root.json")
    code, output, _ = cli.run("install", cli.first)
    assert (code, output.startswith("“25 Years e” is installed: pack No. 1")) == (0, True)
    assert "already installed" in cli.run("install", cli.first)[1]
    done = cli.json("install", cli.second)
    assert (done["generation"], done["already"]) == (2, False)
    found = cli.json("status")
    assert (found["generation"], found["previous"], found["damaged"]) == (2, 1, [])
    (pack,) = found["packs"]  # type: ignore[misc,attr-defined]
    assert pack == done["pack"]
    assert {name: pack[name] for name in ("id", "title", "version", "events", "themes", "languages")} == {
        "id": "25-years",
        "title": dict(PROGRAMME.campaign.title),
        "version": 2,
        "events": 6,
        "themes": {"innovation": 3, "friendship": 3},
        "languages": ["en", "kk", "ru"],
    }
    assert len(pack["short_id"]) == 7
    assert "“kiosk rollback” would show number 1 again" in cli.run("status")[1]
    assert cli.json("rollback")["generation"] == 1
    code, out, err = cli.run("rollback")
    assert (code, out, err) == (1, "", "There is no earlier programme to go back to.\n")


def test_trust_is_removed(cli: CommandLine) -> None:
    cli.run("trust", "add", cli.keys / "root.json")
    cli.run("install", cli.first)
    code, _, output = cli.run("trust", "remove", "nobody")
    assert (code, output) == (
        1,
        "This kiosk does not know a publisher “nobody”, so nothing was changed. It knows: us-mission-kz.\n",
    )
    assert cli.run("trust", "remove", "us-mission-kz")[1].splitlines() == [
        "Packs from “us-mission-kz” are no longer taken.",
        "“25 Years e”, pack No. 1, is no longer shown.",
    ]
    assert cli.json("status")["packs"] == []
    cli.run("trust", "add", cli.keys / "root.json")
    assert cli.json("trust", "remove", "us-mission-kz") == {"publisher": "us-mission-kz", "gone": []}
    assert cli.json("trust", "list") == {"publishers": []}


def test_rights_are_listed(cli: CommandLine, tmp_path: Path) -> None:
    room = Publisher("room", "The Room", (), ("corner-almaty",), ("clubs", "innovation"), 10)
    key_folder.create_key_folder(tmp_path / "room", room, datetime.now(UTC))
    cli.run("trust", "add", tmp_path / "room/root.json")
    output = cli.run("trust", "list")[1]
    assert "– Themes: clubs, innovation; places: corner-almaty\n– Rank 10;" in output
    cli.run("trust", "add", cli.keys / "root.json")
    assert "– Themes: any; places: any\n– Rank 0;" in cli.run("trust", "list")[1]


def test_progress_is_shown_on_a_terminal(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    cli.run("trust", "add", cli.keys / "root.json")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    _, _, output = cli.run("install", cli.first)
    steps = list(dict.fromkeys(step.removesuffix("\x1b[K") for step in output.split("\r") if step))
    assert steps[:2] == ["Looking at the signatures…", "Copying: 0 %"]
    assert "Copying: 100 %" in steps
    assert steps[-1] == "Finishing…"


def test_rollback_is_printed(cli: CommandLine) -> None:
    cli.run("trust", "add", cli.keys / "root.json")
    cli.run("install", cli.first)
    cli.run("install", cli.second)
    assert cli.run("rollback")[1] == "“25 Years e”, pack No. 1, is shown again.\n"
    assert "“kiosk rollback --forward” would show number 2 again" in cli.run("status")[1]
    assert (cli.json("status")["previous"], cli.json("status")["newer"]) == (0, 2)
    assert cli.run("rollback", "--forward")[1] == "“25 Years e”, pack No. 2, is shown again.\n"
    code, out, err = cli.run("rollback", "--forward")
    assert (code, out, err) == (1, "", "There is no newer programme on this kiosk to show again.\n")


def test_unknown_publisher_is_refused(cli: CommandLine) -> None:
    code, out, err = cli.run("install", cli.first, "--json")
    assert (code, json.loads(out)["error"]["code"]) == (1, "packs.unknown_publisher")
    assert "US Mission" in err
    assert not cli.library.exists()


def test_damage_is_printed(cli: CommandLine) -> None:
    cli.run("trust", "add", cli.keys / "root.json")
    cli.run("install", cli.first)
    (file,) = cli.library.glob(f"gen/*/*/files/{PICTURE}")
    damage_file(file)
    assert cli.json("status")["damaged"] == [f"us-mission-kz/{PICTURE}"]
    assert f"us-mission-kz/{PICTURE}" in cli.run("status")[1]
