"""Building a pack from a source folder: reproducible, completely or not at all."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.authoring.building.build_pack import build_pack, check_source
from kiosk.authoring.building.inspect_pack import inspect_pack
from kiosk.authoring.keys.key_folder import create_key_folder
from kiosk.authoring.source.problems import SourceProblems
from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.packs.publisher import Publisher
from tests.source_builder import PACK_TOML, TALK_TOML, talk_with_picture, write_source

SIGNED_AT = 1_459_500_000


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keys") / "keys"
    publisher = Publisher("local", "Local", ("kz.usembassy.gov",))
    create_key_folder(folder, publisher, datetime.fromtimestamp(SIGNED_AT, UTC))
    return folder


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_source(tmp_path / "source", talk_with_picture())


def test_a_built_pack_passes_inspection(source: Path, tmp_path: Path, keys: Path) -> None:
    built = build_pack(source, tmp_path / "a.kpack", keys, SIGNED_AT)
    found = inspect_pack(tmp_path / "a.kpack")
    manifest = found.manifest
    assert (found.version, found.short_id) == (3, built.contents.short_id)
    assert (manifest.pack, manifest.events, manifest.themes) == ("small", 2, {"innovation": 2})
    assert (manifest.signed_at, manifest.fresh_until) == (SIGNED_AT, SIGNED_AT + limits.FRESH_FOR)
    assert (manifest.hosts, manifest.corners, manifest.updated) == (
        ("kz.usembassy.gov",),
        ("*",),
        "2016-04-01",
    )
    assert [target.name.partition("/")[0] for target in found.targets] == ["events.sqlite", "media"]
    assert built.size == (tmp_path / "a.kpack").stat().st_size
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.kpack", "source"]


def test_the_same_source_version_and_time_give_the_same_bytes(
    source: Path, tmp_path: Path, keys: Path
) -> None:
    for name in ("a", "b"):
        build_pack(source, tmp_path / name, keys, SIGNED_AT)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    build_pack(source, tmp_path / "c", keys, SIGNED_AT + 1)
    assert (tmp_path / "a").read_bytes() != (tmp_path / "c").read_bytes()


def test_the_version_of_a_pack_can_be_given(source: Path, tmp_path: Path, keys: Path) -> None:
    assert build_pack(source, tmp_path / "a", keys, SIGNED_AT, version=7).contents.version == 7


@pytest.mark.parametrize("before", [None, b"what was there"])
def test_nothing_is_written_when_the_source_has_a_problem(
    before: bytes | None, tmp_path: Path, keys: Path
) -> None:
    source = write_source(tmp_path / "source", {"events/talk.toml": TALK_TOML.replace("2016", "MMXVI")})
    out = tmp_path / "a.kpack"
    if before:
        out.write_bytes(before)
    with pytest.raises(SourceProblems):
        build_pack(source, out, keys, SIGNED_AT)
    assert sorted(path.name for path in tmp_path.iterdir()) == (
        ["a.kpack", "source"] if before else ["source"]
    )
    assert before is None or out.read_bytes() == before


def test_links_beyond_the_rights_of_the_keys_are_refused(tmp_path: Path, keys: Path) -> None:
    wider = PACK_TOML.replace('"kz.usembassy.gov"]', '"kz.usembassy.gov", "example.org"]')
    source = write_source(tmp_path / "source", {"pack.toml": wider})
    with pytest.raises(SourceProblems) as refusal:
        build_pack(source, tmp_path / "a.kpack", keys, SIGNED_AT)
    (problem,) = refusal.value.problems
    assert (problem.code, problem.place.line, problem.field) == ("rights_host", 7, "hosts[2]")
    assert problem.detail == {"host": "example.org", "choices": "kz.usembassy.gov"}
    assert not (tmp_path / "a.kpack").exists()


def test_a_newer_pack_is_not_overwritten(source: Path, tmp_path: Path, keys: Path) -> None:
    build_pack(source, tmp_path / "a.kpack", keys, SIGNED_AT, version=4)
    before = (tmp_path / "a.kpack").read_bytes()
    with pytest.raises(KioskError) as refusal:
        build_pack(source, tmp_path / "a.kpack", keys, SIGNED_AT)
    assert refusal.value.code == "keys.newer"
    assert (tmp_path / "a.kpack").read_bytes() == before


def test_an_output_path_that_cannot_be_written_is_an_error(source: Path, tmp_path: Path, keys: Path) -> None:
    with pytest.raises(KioskError) as refusal:
        build_pack(source, tmp_path / "nowhere" / "a.kpack", keys, SIGNED_AT)
    assert refusal.value.code == "authoring.not_written"


def test_a_pack_changed_after_signing_is_refused(source: Path, tmp_path: Path, keys: Path) -> None:
    path = tmp_path / "a.kpack"
    build_pack(source, path, keys, SIGNED_AT)
    data = bytearray(path.read_bytes())
    data[data.index(b"Come and listen")] ^= 1
    path.write_bytes(data)
    with pytest.raises(KioskError) as refusal:
        inspect_pack(path)
    assert refusal.value.code == "packs.changed"


def test_check_source_needs_no_keys(source: Path) -> None:
    assert len(check_source(source).programme.events) == 2


@pytest.mark.parametrize("name", ["25-years-together", "april-update"])
def test_the_demo_packs_can_be_built(name: str, checkout: Path, tmp_path: Path, keys: Path) -> None:
    built = build_pack(checkout / "data" / name, tmp_path / "a.kpack", keys, SIGNED_AT)
    assert built.contents.manifest.events >= 18 and built.warnings == ()
