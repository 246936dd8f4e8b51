"""Fault catalogue, A23, as tuf-conformance's test_file_download: files that change with every pack."""

from pathlib import Path

from tests.packs_builder import PackReader, Publishing, refused, write


def test_a23_of_many_changes_some_are_seen_and_no_forgery(
    shop: Publishing, kiosk: PackReader, offered: Path
) -> None:
    for number in range(42, 53):
        shop.version = number
        shop.files["media/bridge.jpg"] = b"\xff\xd8\xff" + b"changed %d" % number
        shop.files[f"media/new-{number}.png"] = b"\x89PNG\r\n\x1a\n%d" % number
        if number % 5:
            continue
        kiosk.offer(shop.pack(offered))
        shown = {path.name: path.read_bytes() for path in kiosk.files.rglob("*.*")}
        assert shown == {Path(name).name: data for name, data in shop.files.items()}
        shop.version += 1
        forged = {
            name: b"\xff\xd8\xffforged %d!" % number if name.endswith("bridge.jpg") else data
            for name, data in shop.members().items()
        }
        with refused("packs.changed", "packs.mixed"):
            kiosk.offer(write(offered, forged))
        assert {path.name: path.read_bytes() for path in kiosk.files.rglob("*.*")} == shown
