"""Fault catalogue, A22: the manifest of a pack and the rights of its publisher."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tuf.api.metadata import Root, Targets

from kiosk.base import limits
from kiosk.packs.publisher import RIGHTS_FIELD, Publisher
from tests.packs_builder import LOCAL, SIGNED_AT, PackPublisher, PackReader, refused


def _custom(**changes: object) -> Callable[[Any], None]:
    def edit(targets: Targets) -> None:
        targets.targets["events.sqlite"].custom.update(changes)

    return edit


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"format": 2}, "packs.format"),
        ({"format": 2, "title": None, "min_app": 9}, "packs.format"),
        ({"format": True}, "packs.field"),
        ({"min_app": limits.APP_LEVEL + 1}, "packs.min_app"),
        ({"corners": ["almaty", "oskemen"]}, "packs.corner"),
        ({"corners": []}, "packs.corner"),
        ({"hosts": ["evil.example"]}, "packs.rights"),
        ({"hosts": ["kz.usembassy.gov", "kz.usembassy.gov"]}, "packs.field"),
        ({"hosts": ["https://kz.usembassy.gov"]}, "packs.field"),
        ({"title": {}}, "packs.field"),
        ({"title": {"fr": "Bonjour"}}, "packs.field"),
        ({"title": {"en": "x" * 121}}, "packs.field"),
        ({"title": {"en": "\u202ereversed"}}, "packs.field"),
        ({"events": -1}, "packs.field"),
        ({"events": "18"}, "packs.field"),
        ({"themes": {"innovation": True}}, "packs.field"),
        ({"themes": {"Innovation!": 1}}, "packs.field"),
        ({"updated": "2016-02-30"}, "packs.field"),
        ({"updated": "20160401"}, "packs.field"),
        ({"signed_at": 0}, "packs.field"),
        ({"signed_at": 2**60}, "packs.field"),
        ({"fresh_until": SIGNED_AT + 500 * limits.DAY}, "packs.field"),
        ({"languages": "en"}, "packs.field"),
        ({"pack": "../demo"}, "packs.field"),
    ],
)
def test_a22_an_unsupported_manifest_is_refused(
    publisher: PackPublisher, kiosk: PackReader, offered: Path, changes: dict[str, object], code: str
) -> None:
    publisher.version = 42
    publisher.edits["targets"] = _custom(**changes)
    with refused(code):
        kiosk.offer(publisher.pack(offered), corner="astana")


def test_a22_pack_for_this_corner_is_accepted(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    publisher.version = 42
    publisher.change_manifest(corners=("almaty", "astana"))
    assert kiosk.offer(publisher.pack(offered), corner="astana").version == 42


def test_rights_removed_by_a_newer_root_are_gone(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    def narrow(root: Root) -> None:
        root.unrecognized_fields[RIGHTS_FIELD] = Publisher(LOCAL.id, LOCAL.name).to_fields()

    publisher.version = 42
    publisher.rotate_keys(edit=narrow)
    with refused("packs.rights"):
        kiosk.offer(publisher.pack(offered))


def test_a_root_cannot_rename_its_publisher(
    publisher: PackPublisher, kiosk: PackReader, offered: Path
) -> None:
    def rename(root: Root) -> None:
        root.unrecognized_fields[RIGHTS_FIELD] = Publisher("other", "Other", LOCAL.hosts).to_fields()

    publisher.version = 42
    publisher.rotate_keys(edit=rename)
    with refused("packs.rights"):
        kiosk.offer(publisher.pack(offered))


def test_delegations_are_refused(publisher: PackPublisher, kiosk: PackReader, offered: Path) -> None:
    def delegate(targets: Targets) -> None:
        targets.unrecognized_fields["delegations"] = {"keys": {}, "roles": []}

    publisher.version = 42
    publisher.edits["targets"] = delegate
    with refused("packs.field", field="delegations"):
        kiosk.offer(publisher.pack(offered))
