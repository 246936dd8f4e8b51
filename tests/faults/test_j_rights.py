"""J2, J3: publishers that give themselves rights, through the real commands."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.programme.shown_programme import open_library
from tests.packs_builder import PackPublisher, Publisher
from tests.rights_kit import GREEDY, TwoPublishers
from tests.screen_kit import run_cli
from tests.source_builder import TALK_TOML

RunJson = Callable[..., dict[str, object]]


@pytest.fixture
def run_json(capsys: pytest.CaptureFixture[str]) -> RunJson:
    """Run a command with --json; return its output, whatever its exit code."""

    def run(*words: object) -> dict[str, object]:
        capsys.readouterr()
        main([*map(str, words), "--json"])
        found = json.loads(capsys.readouterr().out)
        assert isinstance(found, dict)
        return found

    return run


@pytest.fixture
def two(tmp_path: Path) -> TwoPublishers:
    return TwoPublishers(tmp_path)


def test_j02_a_corner_that_gives_itself_everything_takes_over_nothing(
    two: TwoPublishers, run_json: RunJson, capsys: pytest.CaptureFixture[str]
) -> None:
    mission_title = two.title_of_talk()
    run_cli("install", two.build("a-corner", 1), *two.options)
    run_cli("keys", "set-rights", two.folder / "a-corner", *GREEDY)
    pack = two.build("a-corner", 2)
    preview = run_json("preview", pack, *two.options)
    done = run_json("install", pack, *two.options, "--receipts", two.folder)
    assert preview["asks"] == done["asks"]
    asked = {right["kind"]: right["wanted"] for right in done["asks"]["rights"]}  # type: ignore[index]
    assert asked == {
        "hosts": ["evil.example", "kz.usembassy.gov"],
        "venues": ["*"],
        "themes": ["*"],
        "rank": ["0"],
    }
    assert [pack.publisher for pack in open_library(two.library).packs] == ["mission", "a-corner"]
    assert two.title_of_talk() == mission_title != "Cancelled by the Corner"
    listed = run_json("trust", "list", *two.options)["publishers"]
    assert [one["rank"] for one in listed] == [10, 0]  # type: ignore[attr-defined]
    assert listed[0]["asks"] == done["asks"]  # type: ignore[index]
    (receipt,) = (json.loads(file.read_bytes()) for file in two.folder.glob("receipts/*/*.json"))
    assert "a-corner: hosts evil.example" in receipt["asks"] and "rank 0" in receipt["asks"]
    checks = {check["id"]: check for check in run_json("doctor", *two.options)["checks"]}  # type: ignore[attr-defined]
    assert "evil.example" in checks["rights"]["value"]["en"]
    for command in (("preview", pack), ("install", pack), ("trust", "list"), ("scan", two.folder)):
        capsys.readouterr()
        main([*map(str, command), *map(str, two.options)])
        output = capsys.readouterr().out
        assert "“A Corner” asks for more" in output and "Places: corner-almaty → any" in output, command


def test_j02_what_staff_allow_counts_from_then_on(two: TwoPublishers, run_json: RunJson) -> None:
    run_cli("keys", "set-rights", two.folder / "a-corner", *GREEDY)
    pack = two.build("a-corner", 1, **{"events/talk.toml": TALK_TOML.replace("corner-almaty", "almaty")})
    error = run_json("install", pack, *two.options)["error"]
    assert error["code"] == "packs.not_granted_venue"  # type: ignore[index]
    (scanned,) = (
        one
        for one in run_json("scan", two.folder, *two.options)["files"]  # type: ignore[attr-defined]
        if one["name"] == pack.name
    )
    request = scanned["asks"]
    other = run_json("trust", "allow", "a-corner", "--pack", pack, "--request", "0" * 16, *two.options)
    assert other["error"]["code"] == "rights.other_request"  # type: ignore[index]
    allowed = run_json(
        "trust", "allow", "a-corner", "--pack", pack, "--request", request["digest"], *two.options
    )
    assert allowed["allowed"] == request
    assert run_json("install", pack, *two.options)["asks"] is None
    assert [pack.publisher for pack in open_library(two.library).packs] == ["a-corner", "mission"]


def test_j02_a_pull_waits_for_staff(two: TwoPublishers, run_json: RunJson, tmp_path: Path) -> None:
    share, settings = tmp_path / "share", tmp_path / "kiosk.toml"
    share.mkdir()
    settings.write_text(f'share = "{share}"\nlibrary = "{two.library}"\n')
    run_cli("keys", "set-rights", two.folder / "a-corner", *GREEDY)
    two.build("a-corner", 1).rename(share / "corner.kpack")
    two.build("mission", 2).rename(share / "mission.kpack")
    done = run_json("pull", "--settings", settings)
    files = [file["name"] for file in done["files"]]  # type: ignore[attr-defined]
    assert [files[index] for index in done["waiting"]] == ["corner.kpack"]  # type: ignore[attr-defined]
    assert [one["pack"]["publisher"] for one in done["installed"]] == ["mission"]  # type: ignore[attr-defined]
    assert not list(share.glob("receipts/*/*corner*"))
    run_cli("trust", "allow", "a-corner", "--pack", share / "corner.kpack", *two.options)
    done = run_json("pull", "--settings", settings)
    assert [one["pack"]["publisher"] for one in done["installed"]] == ["a-corner"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["The Mission", "The Missi\u043en", "THE MISSION", "\u2800", "\u3164"])
def test_j03_a_publisher_that_cannot_be_told_apart_is_not_trusted(
    two: TwoPublishers, run_json: RunJson, name: str
) -> None:
    root = two.folder / "root.json"
    root.write_bytes(PackPublisher(Publisher("a-mission", name)).root)
    error = run_json("trust", "add", root, *two.options)["error"]
    assert error["code"] in ("library.name_alike", "library.name_blank")  # type: ignore[index]
    listed = run_json("trust", "list", *two.options)["publishers"]
    assert [one["publisher"] for one in listed] == ["a-corner", "mission"]  # type: ignore[attr-defined]


def test_j03_a_signer_that_is_not_trusted_is_named_with_its_fingerprint(
    two: TwoPublishers, run_json: RunJson
) -> None:
    stranger = two.folder / "stranger"
    run_cli(
        "keys",
        "new",
        stranger,
        "--publisher",
        "stranger",
        "--name",
        "The Mission",
        "--host",
        "kz.usembassy.gov",
    )
    pack = two.folder / "stranger.kpack"
    run_cli("pack", "build", two.folder / "mission-1", "-o", pack, "--keys", stranger)
    fingerprint = run_json("keys", "show", stranger)["roots"][0]["fingerprint"]  # type: ignore[index]
    for command in (("preview", pack), ("install", pack)):
        error = run_json(*command, *two.options)["error"]
        assert fingerprint in error["text"]["en"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("name", "code"), [("\u3164", "keys.name_blank"), ("The Missi\u043en", "keys.name_mixed")]
)
def test_j03_keys_are_not_made_for_such_a_name(
    tmp_path: Path, run_json: RunJson, name: str, code: str
) -> None:
    error = run_json("keys", "new", tmp_path / "keys", "--publisher", "a", "--name", name)["error"]
    assert error["code"] == code  # type: ignore[index]
    assert not (tmp_path / "keys").exists()


def test_j03_nobody_has_the_rank_of_the_country_by_default(
    two: TwoPublishers, run_json: RunJson, capsys: pytest.CaptureFixture[str]
) -> None:
    made = run_json("keys", "new", two.folder / "new", "--publisher", "a-new", "--name", "New")
    assert made["rank"] == 50
    run_cli("keys", "new", two.folder / "first", "--publisher", "a-first", "--name", "First", "--rank", 0)
    capsys.readouterr()
    run_cli("trust", "add", two.folder / "first/root.json", *two.options)
    assert "this one comes before: A Corner, The Mission" in capsys.readouterr().out
