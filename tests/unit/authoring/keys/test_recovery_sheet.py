"""Recovery sheets are printed, and bring the root keys back from paper."""

import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from kiosk.authoring.building.sign_pack import sign_pack
from kiosk.authoring.keys.key_file import KeyReader
from kiosk.authoring.keys.key_folder import create_key_folder
from kiosk.authoring.keys.keyring import ROOT, read_keyring
from kiosk.authoring.keys.recover_keys import (
    name_recovered_keys,
    restore_root_metadata,
    write_recovered_keys,
)
from kiosk.authoring.keys.recovery_code import decode_key
from kiosk.authoring.keys.recovery_sheet import make_sheets, read_sheet
from kiosk.authoring.keys.rotate_keys import rotate_keys
from kiosk.i18n.translator import LANGUAGES
from kiosk.packs.publisher import Publisher
from kiosk.typesetting.proofread import render_grey_page
from tests.packs_builder import FILES, LOCAL, MANIFEST, PackReader, refused
from tests.unit.authoring.keys.protected import AT, read_files

TIMESTAMP = int(AT.timestamp())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A keys folder whose keys were changed once."""
    create_key_folder(tmp_path / "keys", LOCAL, AT)
    ring = read_keyring(tmp_path / "keys")
    rotate_keys(ring, ring.find_keys(["root-2"]), (), False, AT)
    return tmp_path / "keys"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """The files of a pack, by target name."""
    paths = {name: tmp_path / name.replace("/", "-") for name in FILES}
    for name, path in paths.items():
        path.write_bytes(FILES[name])
    return paths


def print_sheets(folder: Path, language: str = "en") -> bytes:
    ring = read_keyring(folder)
    reader = KeyReader()
    keys = {key.name: reader.read(key.file) for key in ring.keys_of_kind(ROOT)}
    return make_sheets(ring, keys, language, TIMESTAMP)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_key_has_a_page_in_every_language(folder: Path, language: str) -> None:
    document = PdfDocument(print_sheets(folder, language))
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    assert len(texts) == 3
    for text, key in zip(texts, ("root-1", "root-3", "root-4"), strict=True):
        assert key in text
        assert LOCAL.name in text


def test_a_scan_of_a_sheet_gives_the_key_back(folder: Path, tmp_path: Path) -> None:
    pdf = print_sheets(folder)
    (tmp_path / "scan.pdf").write_bytes(pdf)
    page = render_grey_page(pdf, 1, 120).rotate(87, expand=True, fillcolor=255)
    page.save(tmp_path / "photo.jpg", quality=60)
    codes = read_sheet(tmp_path / "scan.pdf")
    assert read_sheet(tmp_path / "photo.jpg") == codes[1:2]
    ring = read_keyring(folder)
    named = name_recovered_keys(ring, list(map(decode_key, codes)))
    assert [key.name for key in named] == ["root-1", "root-3", "root-4"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "keys.code.no_picture"),
        (b"text", "keys.code.no_picture"),
        (b"%PDF-1.7 cut", "keys.code.no_picture"),
        (b"white", "keys.code.none"),
    ],
)
def test_a_picture_without_a_code_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    if content == b"white":
        file = BytesIO()
        Image.new("L", (200, 200), 255).save(file, "PNG")
        content = file.getvalue()
    (tmp_path / "scan").write_bytes(content)
    with refused(code, file=str(tmp_path / "scan")):
        read_sheet(tmp_path / "scan")


def test_two_sheets_and_the_last_pack_replace_a_lost_folder(
    folder: Path, files: dict[str, Path], tmp_path: Path
) -> None:
    sign_pack(files, MANIFEST, folder, 1, tmp_path / "last.kpack")
    kiosk = PackReader(tmp_path / "kiosk", (folder / "root.json").read_bytes())
    kiosk.offer(tmp_path / "last.kpack")
    sheets = [KeyReader().read(folder / f"root-{number}.pem") for number in (1, 3)]
    before = read_files(folder)
    shutil.rmtree(folder)

    restore_root_metadata(folder, tmp_path / "last.kpack")
    ring = read_keyring(folder)
    write_recovered_keys(name_recovered_keys(ring, sheets), "")
    after = read_files(folder)
    assert after == {name: before[name] for name in ("root.json", "2.root.json", "root-1.pem", "root-3.pem")}

    ring = read_keyring(folder)
    update = rotate_keys(ring, ring.find_keys(["publisher-1", "publisher-2"]), (), True, AT)
    assert (update.version, len(update.created)) == (3, 2)
    sign_pack(files, MANIFEST, folder, 2, tmp_path / "next.kpack")
    assert kiosk.offer(tmp_path / "next.kpack").version == 2


def test_a_pack_of_other_keys_changes_nothing(folder: Path, files: dict[str, Path], tmp_path: Path) -> None:
    create_key_folder(tmp_path / "others", LOCAL, AT)
    pack = tmp_path / "other.kpack"
    sign_pack(files, MANIFEST, tmp_path / "others", 1, pack)
    before = read_files(folder)
    with refused("keys.other_pack"):
        restore_root_metadata(folder, pack)
    assert read_files(folder) == before


def test_the_sheet_of_a_replaced_or_foreign_key_is_told(folder: Path, tmp_path: Path) -> None:
    create_key_folder(tmp_path / "others", Publisher("other", "Other"), AT)
    for key in (folder / "root-2.pem", tmp_path / "others" / "root-1.pem"):
        with refused("keys.code.not_listed", name=LOCAL.name):
            name_recovered_keys(read_keyring(folder), [KeyReader().read(key)])


def test_a_key_that_is_there_is_never_overwritten(folder: Path) -> None:
    ring = read_keyring(folder)
    (folder / "root-1.pem").rename(folder / "lost.pem")
    keys = [KeyReader().read(folder / name) for name in ("lost.pem", "root-3.pem")]
    with refused("keys.in_the_way", file=str(folder / "root-3.pem")):
        write_recovered_keys(name_recovered_keys(ring, keys), "")
    assert not (folder / "root-1.pem").exists()


def test_nothing_is_left_of_keys_that_cannot_all_be_written(folder: Path) -> None:
    ring = read_keyring(folder)
    keys = name_recovered_keys(ring, [KeyReader().read(folder / f"root-{n}.pem") for n in (1, 3)])
    places = iter(("new.pem", "missing/new.pem"))
    moved = {replace(key, file=folder / next(places)): private for key, private in keys.items()}
    with refused("save.no_folder"):
        write_recovered_keys(moved, "")
    assert not (folder / "new.pem").exists()
