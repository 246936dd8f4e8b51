"""The steps of docs/keys.md with the real commands: keys are rotated and replaced, and a kiosk follows."""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from kiosk.__main__ import main
from kiosk.programme.shown_programme import open_library
from tests.source_builder import TALK_TOML, write_source

EVERYWHERE = 'reach = "everywhere"'

Run = Callable[..., str]


class Mission:
    """A publisher with a keys folder and a programme, and one kiosk that trusts it and shows pack 1."""

    def __init__(self, folder: Path, run: Run) -> None:
        self.folder, self.run = folder, run
        self.keys, self.library = folder / "keys", folder / "library"
        self.source = write_source(folder / "source", {})
        options = ("--publisher", "mission", "--host", "kz.usembassy.gov", "--rank", 0)
        run("keys", "new", self.keys, *options)
        run("trust", "add", self.keys / "root.json", "--library", self.library)
        self.install(1)

    def build(self, number: int, keys: Path | None = None) -> Path:
        """Pack `number`, signed with these keys."""
        pack = self.folder / f"{number}.kpack"
        self.run("pack", "build", self.source, "-o", pack, "--version", number, "--keys", keys or self.keys)
        return pack

    def install(self, number: int, keys: Path | None = None, expect: str = "") -> None:
        """Build pack `number` and install it on the kiosk, which shows it or refuses it with `expect`."""
        pack = self.build(number, keys)
        self.run("install", pack, "--library", self.library, expect=expect)
        pack.unlink()
        if not expect:
            assert open_library(self.library).packs[0].version == number

    def copy(self, name: str) -> Path:
        """A copy of the current keys folder, as a thief has it, or somebody who forgot to delete it."""
        return copytree(self.keys, self.folder / name)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command with --json; it must succeed, or fail with the error `expect`. Returns its output."""

    def run(*words: object, expect: str = "") -> str:
        capsys.readouterr()
        code = main([*map(str, words), "--json"])
        output = capsys.readouterr().out
        assert (code, json.loads(output).get("error", {}).get("code", "")) == (1 if expect else 0, expect)
        return output

    return run


@pytest.fixture
def mission(tmp_path: Path, run: Run) -> Mission:
    return Mission(tmp_path, run)


def test_a12_keys_for_packs_are_rotated_and_the_old_ones_refused(mission: Mission, run: Run) -> None:
    before = mission.copy("before")
    done = json.loads(run("keys", "rotate", mission.keys, "--role", "packs"))
    assert done["retired"] == ["publisher-1", "publisher-2"]
    mission.install(2, before)
    mission.install(3)
    mission.install(4, before, expect="packs.not_signed")


def test_a14_a_stolen_key_that_used_up_the_numbers_is_replaced(mission: Mission, run: Run) -> None:
    thief = mission.copy("thief")
    mission.install(4_000_000_000, thief)
    mission.install(2, expect="packs.older")
    done = json.loads(run("keys", "replace", mission.keys, "publisher-1"))
    assert [Path(path).name for path in done["made"]] == ["publisher-3.pem"]
    mission.install(2)
    mission.install(4_000_000_001, thief, expect="packs.not_signed")
    mission.install(1, expect="packs.older")
    mission.install(3)
    run("rollback", "--library", mission.library)
    assert open_library(mission.library).packs[0].version == 2


def test_stolen_spare_is_replaced_and_the_first_key_stays_valid(mission: Mission, run: Run) -> None:
    thief = mission.copy("thief")
    (thief / "publisher-1.pem").unlink()
    (mission.keys / "publisher-2.pem").unlink()
    mission.install(4_000_000_000, thief)
    run("keys", "replace", mission.keys, "publisher-2")
    mission.install(2)
    mission.install(4_000_000_001, thief, expect="packs.not_signed")


def test_lost_root_key_is_replaced_by_the_other_two(mission: Mission, run: Run) -> None:
    (mission.keys / "root-2.pem").unlink()
    run("keys", "replace", mission.keys, "root-2")
    mission.install(2)
    (mission.keys / "root-1.pem").unlink()
    run("keys", "replace", mission.keys, "root-1")
    run("keys", "rotate", mission.keys, "--role", "packs")
    mission.install(3)


def test_rotated_root_keys_can_sign_no_more_changes(mission: Mission, run: Run) -> None:
    before = mission.copy("before")
    run("keys", "rotate", mission.keys, "--role", "root")
    mission.install(2)
    run("keys", "rotate", before, "--role", "packs")
    mission.install(3, before, expect="packs.not_signed")
    run("keys", "rotate", mission.keys, "--role", "packs")
    mission.install(3)


def test_kiosk_that_missed_all_changes_follows_at_once(mission: Mission, run: Run) -> None:
    for role in ("packs", "root", "packs", "root"):
        run("keys", "rotate", mission.keys, "--role", role)
    run("keys", "replace", mission.keys, "root-8", "publisher-5")
    mission.install(2)


def test_new_kiosk_starts_with_the_newest_root_metadata(mission: Mission, run: Run) -> None:
    run("keys", "rotate", mission.keys, "--role", "root")
    new = mission.folder / "new"
    added = json.loads(run("trust", "add", mission.keys / "2.root.json", "--library", new))
    facts = json.loads(run("keys", "show", mission.keys))["roots"]
    assert [root["fingerprint"] == added["fingerprint"] for root in facts] == [False, True]
    run("install", mission.build(2), "--library", new)
    run("keys", "rotate", mission.keys, "--role", "packs")
    run("install", mission.build(3), "--library", new)


def test_lost_threshold_needs_new_trust_on_every_kiosk(mission: Mission, run: Run) -> None:
    run("keys", "replace", mission.keys, "root-1", "root-2", expect="keys.threshold")
    again = mission.folder / "again"
    run("keys", "new", again, "--publisher", "mission", "--host", "kz.usembassy.gov")
    mission.install(2, again, expect="packs.not_signed")
    run("trust", "add", again / "root.json", "--library", mission.library, expect="library.other_root")
    run("trust", "remove", "mission", "--library", mission.library)
    run("trust", "add", again / "root.json", "--library", mission.library)
    mission.install(3, expect="packs.not_signed")
    mission.install(1, again)


def test_packs_of_a_revoked_publisher_are_removed(mission: Mission, run: Run) -> None:
    run("trust", "remove", "mission", "--library", mission.library)
    mission.install(2, expect="packs.unknown_publisher")
    assert json.loads(run("trust", "list", "--library", mission.library))["publishers"] == []


def test_kiosk_follows_changed_rights_with_the_next_pack(mission: Mission, run: Run) -> None:
    before = mission.copy("before")
    granted = json.loads(run("keys", "set-rights", mission.keys, "--theme", "innovation", "--rank", "5"))
    assert (granted["root"], granted["themes"], granted["rank"]) == (2, ["innovation"], 5)
    mission.install(2, before)  # until the kiosk knows
    mission.install(3)
    (trusted,) = json.loads(run("trust", "list", "--library", mission.library))["publishers"]
    assert (trusted["themes"], trusted["venues"], trusted["rank"]) == (["innovation"], ["*"], 5)
    assert trusted["hosts"] == ["kz.usembassy.gov"]
    run("keys", "set-rights", mission.keys, "--venue", "almaty", "--theme", "*")
    pack = mission.folder / "beyond.kpack"
    words = ("pack", "build", mission.source, "-o", pack, "--version", 4)
    run(*words, "--keys", mission.keys, expect="authoring.problems")
    mission.install(4, before)
    run("keys", "set-rights", mission.keys, "--venue", "almaty", "--venue", "corner-almaty")
    mission.install(5)


def test_pack_beyond_the_known_rights_is_refused(mission: Mission, run: Run) -> None:
    """As if somebody built packs with an old copy of the keys folder."""
    before = mission.copy("before")
    run("keys", "set-rights", mission.keys, "--venue", "almaty", "--venue", "corner-almaty")
    mission.install(2)
    write_source(
        mission.source, {"events/talk.toml": TALK_TOML.replace('places = ["corner-almaty"]', EVERYWHERE)}
    )
    mission.install(3, before, expect="packs.rights_venue")
    assert open_library(mission.library).packs[0].version == 2
    run("keys", "set-rights", mission.keys, "--venue", "*")
    mission.install(3)


def test_changing_rights_needs_root_keys_and_a_change(mission: Mission, run: Run) -> None:
    run("keys", "set-rights", mission.keys, "--host", "kz.usembassy.gov", expect="keys.same_rights")
    run("keys", "set-rights", mission.keys, "--host", "https://x", expect="keys.host")
    run("keys", "set-rights", mission.keys, "--rank", "100", expect="keys.rank")
    many = [word for number in range(65) for word in ("--host", f"h{number}.example.org")]
    run("keys", "set-rights", mission.keys, *many, expect="keys.too_many_rights")
    stick = mission.folder / "stick"
    stick.mkdir()
    for number in (1, 2):
        (mission.keys / f"root-{number}.pem").rename(stick / f"root-{number}.pem")
    run("keys", "set-rights", mission.keys, "--rank", "7", expect="keys.too_few")
    assert not (mission.keys / "2.root.json").exists()
    run("keys", "set-rights", mission.keys, "--host", "", "--rank", "7", "--root-key", stick / "root-1.pem")
    found = json.loads(run("keys", "show", mission.keys))
    assert (found["root"], found["hosts"], found["rank"]) == (2, [], 7)


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        (
            ["rotate", "--role", "packs"],
            ["New for signing", "No longer valid: publisher-1.pem", "pack build"],
        ),
        (
            ["rotate", "--role", "root"],
            ["New root keys: root-4.pem", "No longer valid: root-1.pem", "pack build"],
        ),
        (["replace", "root-1"], ["New root keys: root-4.pem", "No longer valid: root-1.pem", "pack build"]),
        (["replace", "publisher-1"], ["New for signing packs: publisher-3.pem", "telephone every Corner"]),
        (
            ["set-rights", "--rank", "3"],
            ["list of keys No. 2", "Rank 3; themes: any; places: any", "pack build"],
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_each_command_prints_the_next_steps(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], steps: list[str]
) -> None:
    folder = str(tmp_path / "keys")
    assert main(["keys", "new", folder]) == 0
    capsys.readouterr()
    assert main(["keys", words[0], folder, *words[1:]]) == 0
    output = capsys.readouterr()
    assert output.err == "" and all(step in output.out for step in steps), output.out


def test_keys_show_lists_valid_keys_and_their_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "keys"
    assert main(["keys", "new", str(folder), "--name", "The Mission"]) == 0
    (folder / "root-2.pem").unlink()
    before = {path: path.read_bytes() for path in folder.iterdir()}
    capsys.readouterr()
    assert main(["keys", "show", str(folder)]) == 0
    output = capsys.readouterr().out.splitlines()
    assert output[0].startswith("Keys of “The Mission” (local)")
    assert (
        [line for line in output if "elsewhere" in line]
        == [line for line in output if "root-2" in line]
        != []
    )
    fingerprint = next(line for line in output if "root.json" in line).split(": ")[-1]
    assert [len(group) for group in fingerprint.split()] == [5] * 8
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
