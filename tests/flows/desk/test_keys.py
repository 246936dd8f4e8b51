"""The keys of the first use: made once, for the sites of the programme, or refused with a sentence."""

from pathlib import Path

import pytest

from kiosk.authoring.keys.key_folder import read_root_chain
from kiosk.packs.publisher import parse_publisher
from tests.flows.desk.author import copy_source, desk
from tests.mounts import fill, mounted_tmpfs
from tests.screen_kit import centre, click, find, wait_until

COMMAS = {"en": "put commas between several", "kk": "үтірмен бөліңіз", "ru": "через запятую"}


def test_keys_are_refused_with_a_sentence(tmp_path: Path) -> None:
    with desk(tmp_path / "library") as author:
        author.open_step("stick")
        author.type_into("publisher", "Corner")
        author.type_into("hosts", "kz_usembassy_gov")
        author.tap("make-keys")
        wait_until(lambda: author.says("is not the name of a site"), author.texts)
        assert not (tmp_path / "library/keys").exists()


def test_an_error_moves_no_button_and_goes_when_its_field_is_changed(tmp_path: Path) -> None:
    with desk(tmp_path / "library") as author:
        author.open_step("stick")
        before = centre(find(author.shown, "make-keys"))
        author.type_into("publisher", "Corner")
        author.type_into("hosts", "nowhere")
        author.tap("make-keys")
        author.wait_for("is not the name of a site")
        assert centre(find(author.shown, "make-keys")) == before
        author.type_into("hosts", ".org")
        assert not author.says("is not the name of a site")


@pytest.mark.parametrize(("language", "label"), COMMAS.items())
def test_the_sites_are_those_of_the_programme(
    language: str, label: str, checkout: Path, tmp_path: Path
) -> None:
    source = copy_source(checkout, tmp_path)
    event = source / "events/film-night.toml"
    event.write_text(f'source = "https://www.example.org/film"\n{event.read_text("utf-8")}', "utf-8")
    with desk(tmp_path / "library", language=language) as author:
        author.drop(source)
        author.wait_for_check()
        author.open_step("stick")
        assert author.says(label)
        field = find(author.shown, "hosts-input")
        assert field.property("text") == "corner.example.org, www.example.org"
        author.type_into("publisher", "Corner")
        author.replace_in("hosts", "https://www.example.org/x, Corner.example.org")
        author.desk.checker.check()
        author.wait_for_check()
        assert field.property("text") == "https://www.example.org/x, Corner.example.org"
        author.tap("make-keys")
        author.wait_for("root.json")
    (root,) = read_root_chain(tmp_path / "library/keys")
    assert parse_publisher(root).hosts == ("www.example.org", "corner.example.org")


def test_keys_are_made_once(tmp_path: Path) -> None:
    with desk(tmp_path / "library") as author:
        author.open_step("stick")
        author.type_into("publisher", "Американский уголок")
        author.type_into("hosts", "corner.example.org, kz.usembassy.gov")
        button = centre(find(author.shown, "make-keys"))
        click(author.shown, button)
        click(author.shown, button)
        wait_until(lambda: author.says("root.json"), author.texts)
        assert len(list((tmp_path / "library/keys").glob("*.pem"))) == 5


def test_on_a_full_disk_no_keys_are_made(tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "full", "size=1m") as full, desk(full / "library") as author:
        fill(full)
        author.open_step("stick")
        author.type_into("publisher", "Corner")
        author.tap("make-keys")
        wait_until(lambda: author.says("There is too little room"), author.texts)
        assert not (full / "library/keys").exists()


def test_protected_keys_sign_with_their_passphrase_only(checkout: Path, tmp_path: Path) -> None:
    words, stick = "river lantern seven cloud", tmp_path / "stick"
    stick.mkdir()
    with desk(tmp_path / "library") as author:
        author.drop(checkout / "data/corner-month")
        author.wait_for_check()
        author.open_step("stick")
        author.type_into("publisher", "Corner")
        author.replace_in("hosts", "corner.example.org")
        author.type_into("passphrase", words)
        author.type_into("passphrase-again", words[1:])
        author.tap("make-keys")
        assert author.says("The two passphrases are not the same")
        author.type_into("passphrase-again", "")
        author.desk.keys_form.makeKeys("Corner", "corner.example.org", words, words)
        wait_until(lambda: author.says("root.json"), author.texts)
        author.tap("keys-fine")
        author.wait_for_check()
        author.choose_folder(stick)
        author.type_into("passphrase", "river lantern eight cloud")
        assert author.make() == "failed"
        assert author.says("This passphrase does not open")
        author.tap("again")
        author.type_into("passphrase", words)
        assert author.make() == "done"
    written = b"".join(file.read_bytes() for file in (tmp_path / "library/desk").rglob("*") if file.is_file())
    assert words.encode() not in written
