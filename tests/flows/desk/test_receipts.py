"""The desk reads what kiosks have left on a stick."""

from pathlib import Path

from PySide6.QtCore import QUrl

from tests.flows.desk.author import copy_source, desk
from tests.screen_kit import run_cli, wait_until


def test_receipts_of_a_stick_are_read(checkout: Path, tmp_path: Path) -> None:
    source, keys, pack = copy_source(checkout, tmp_path), tmp_path / "keys", tmp_path / "month.kpack"
    kiosk, stick = tmp_path / "kiosk", tmp_path / "stick"
    stick.mkdir()
    run_cli("keys", "new", keys, "--publisher", "corner", "--host", "corner.example.org")
    run_cli("pack", "build", source, "-o", pack, "--keys", keys)
    run_cli("trust", "add", keys / "root.json", "--library", kiosk)
    run_cli("install", pack, "--library", kiosk, "--receipts", stick)
    with desk(tmp_path / "library") as author:
        author.open_step("receipts")
        author.desk.receipts_page.readFolder(QUrl.fromLocalFile(str(stick)))
        wait_until(lambda: author.desk.receipts_page.rows.rows, author.texts)
        assert author.says("Receipts read: 1.")
        assert author.says("April at the Corner")
        author.desk.setLanguage("ru")
        wait_until(lambda: author.says("Прочитано квитанций: 1."), author.texts)


def test_a_folder_without_receipts_is_told(tmp_path: Path) -> None:
    with desk(tmp_path / "library") as author:
        author.open_step("receipts")
        for folder, words in ((tmp_path, "no receipts"), (tmp_path / "gone", "gone")):
            author.desk.receipts_page.readFolder(QUrl.fromLocalFile(str(folder)))
            wait_until(lambda: not author.desk.receipts_page.isReading, author.texts)
            assert author.says(words), author.texts()
