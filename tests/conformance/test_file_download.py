"""Fault catalogue, A23, as tuf-conformance's test_file_download: files that change with every pack."""

from pathlib import Path

from tests.packs_builder import PackPublisher, PackReader, refused, write_archive


def test_a23_some_of_many_packs_are_accepted_and_no_forgery(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    for number in range(42, 53):
        publisher.version = number
        publisher.files["media/bridge.jpg"] = b"\xff\xd8\xff" + b"changed %d" % number
        publisher.files[f"media/new-{number}.png"] = b"\x89PNG\r\n\x1a\n%d" % number
        if number % 5:
            continue
        kiosk.offer(publisher.pack(offered))
        shown = {path.name: path.read_bytes() for path in kiosk.files.rglob("*.*")}
        assert shown == {Path(name).name: data for name, data in publisher.files.items()}
        publisher.version += 1
        forged = {
            name: b"\xff\xd8\xffforged %d!" % number if name.endswith("bridge.jpg") else data
            for name, data in publisher.members().items()
        }
        with refused("packs.changed", "packs.mixed"):
            kiosk.offer(write_archive(offered, forged))
        assert {path.name: path.read_bytes() for path in kiosk.files.rglob("*.*")} == shown
