"""Fault catalogue, A19 to A21: malformed metadata, and target names that leave the folder."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tuf.api.metadata import Targets

from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.packs.pack_file import Pack
from tests.packs_builder import PackPublisher, PackReader, refused, write_archive

ANY = tuple(
    f"packs.{reason}"
    for reason in (
        *("damaged", "mixed", "changed", "not_signed", "older", "same_number", "expired"),
        *("field", "name", "format", "min_app", "rights", "corner"),
    )
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
STRANGE = [
    b"",
    b"{}",
    b"[]",
    b"null",
    b"\xff\xfe{\x00}\x00",
    b'{"signed": "\\ud800"}',
    b'{"signed": NaN, "signatures": []}',
    b"[" * 15_000,
    b'{"signed":' * 3_000,
    b'{"signed": {"version": ' + b"9" * 15_000 + b"}}",
    b'{"signed": {"version": 1, "version": 42}, "signed": []}',
    b" " * (limits.TIMESTAMP_BYTES + 1),
]


@pytest.mark.parametrize("strange", STRANGE, ids=range(len(STRANGE)))
@pytest.mark.parametrize("name", ["timestamp", "42.snapshot", "42.targets", "2.root"])
def test_a19_malformed_metadata_is_refused(
    publisher: PackPublisher, kiosk: PackReader, offered: Path, name: str, strange: bytes
) -> None:
    publisher.version = 42
    members = publisher.members() | {f"metadata/{name}.json": strange}
    with refused(*ANY):
        kiosk.offer(write_archive(offered, members))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(["timestamp", "42.snapshot", "42.targets", "2.root"]),
    value=JSON,
    at=st.integers(0, 5),
)
@example(name="timestamp", value=None, at=5)
def test_a19_wrong_types_anywhere_are_refused_or_change_nothing(
    publisher: PackPublisher, tmp_path_factory: pytest.TempPathFactory, name: str, value: object, at: int
) -> None:
    folder = tmp_path_factory.mktemp("strange")
    publisher.version = 42
    members = publisher.members()
    with Pack(write_archive(folder / "good.kpack", members)) as pack:
        genuine = pack.unverified_contents()
    metadata = json.loads(members.get(f"metadata/{name}.json", members["metadata/1.root.json"]))
    signed = metadata["signed"]
    places = [(metadata, "signed"), (metadata, "signatures"), *((signed, key) for key in sorted(signed))]
    holder, key = places[at % len(places)]
    holder[key] = value
    members[f"metadata/{name}.json"] = json.dumps(metadata).encode("utf-8", "surrogatepass")
    try:
        found = PackReader(folder / "kiosk", publisher.root).offer(
            write_archive(folder / "strange.kpack", members)
        )
    except KioskError as error:
        with refused(*ANY):
            raise error
    else:
        # python-tuf takes a specification version of null for its own, which is what was signed
        assert found == genuine


def test_a20_metadata_of_another_role_is_refused(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    publisher.version = 42
    members = publisher.members()
    for name in ("42.targets", "42.snapshot", "1.root"):
        confused = members | {"metadata/timestamp.json": members[f"metadata/{name}.json"]}
        with refused("packs.damaged"):
            kiosk.offer(write_archive(offered, confused))


NAMES = [
    "../events.sqlite",
    "/events.sqlite",
    "media/../events.sqlite",
    "media//x.jpg",
    "media/sub/x.jpg",
    "media\\x.jpg",
    "C:x.jpg",
    "media/X.jpg",
    "media/x.JPG",
    "media/con.jpg",
    "media/nul.png",
    "media/com1.webp",
    "media/x.jpg.",
    "media/x.jpg ",
    "media/x.jpg\n",
    "media/x\0.jpg",
    "media/.x.jpg",
    "media/x",
    "media/x.svg",
    "media/x.m3u8",
    "media/тау.jpg",
    "media/x٣.jpg",
    "media/" + "x" * 65 + ".jpg",
    "",
]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a21_names_that_leave_the_folder_are_refused(
    publisher: PackPublisher, kiosk: PackReader, offered: Path, name: str
) -> None:
    publisher.version = 42
    metadata = {f"metadata/{file}": data for file, data in publisher.metadata().items()}
    publisher.files[name] = b"x"
    listing = {f"metadata/{file}": data for file, data in publisher.metadata().items()}
    with refused("packs.name"):
        kiosk.offer(write_archive(offered, metadata | listing))


@pytest.mark.parametrize("sha256", ["", "A" * 64, "../" * 21 + "a", None], ids=str)
def test_a21_malformed_hashes_are_refused(
    publisher: PackPublisher, kiosk: PackReader, offered: Path, sha256: str | None
) -> None:
    def forge(targets: Targets) -> None:
        hashes = {"sha256": sha256} if sha256 is not None else {"md5": "00"}
        targets.targets["media/bridge.jpg"].hashes = hashes

    publisher.version = 42
    publisher.edits["targets"] = forge
    with refused("packs.field", field="hashes"):
        kiosk.offer(publisher.pack(offered))


def test_a21_a_pack_without_a_programme_is_refused(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    publisher.version = 42
    del publisher.files["events.sqlite"]
    with refused("packs.field", field="targets"):
        kiosk.offer(publisher.pack(offered))


def test_a21_too_many_files_are_refused(publisher: PackPublisher, kiosk: PackReader, offered: Path) -> None:
    def crowd(targets: Targets) -> None:
        one = targets.targets["media/bridge.jpg"]
        targets.targets |= {f"media/x{number}.jpg": one for number in range(100_000)}

    publisher.version = 42
    publisher.edits["targets"] = crowd
    with refused("packs.damaged"):
        kiosk.offer(publisher.pack(offered))
