"""The result of an installation is said with the pack, and with the events that others have too."""

from dataclasses import replace
from pathlib import Path

from kiosk.library.install import install
from kiosk.library.install_text import installation_lines
from tests.library_kit import DAY_AFTER_SIGNING, LibraryKit, sample_publisher


def test_a_pack_is_named_once_it_is_installed_and_when_it_was_before(tmp_path: Path) -> None:
    kit = LibraryKit(tmp_path, sample_publisher())
    first, second = (install(kit.folder, kit.pack(1), clock=DAY_AFTER_SIGNING) for _ in range(2))
    id = first.pack.short_id
    assert installation_lines(first, "en") == [f"“25 Years e” is installed: pack No. 1, id {id}."]
    assert installation_lines(second, "en") == [
        f"“25 Years e”, pack No. 1 (id {id}), is already installed. Nothing was changed."
    ]


def test_the_events_of_others_are_named(tmp_path: Path) -> None:
    kit = LibraryKit(tmp_path, sample_publisher())
    installation = install(kit.folder, kit.pack(1), clock=DAY_AFTER_SIGNING)
    _, line = installation_lines(replace(installation, shared_events=("code", "talk")), "en")
    assert line.startswith(
        "Another publisher's programme has these events too: code, talk. Each is shown once"
    )
