"""The sites of a programme, and what people type for the name of a site."""

import pytest

from kiosk.authoring.source.folder import read_source_folder
from kiosk.desk.hosts import programme_hosts, read_hosts
from tests.unit.desk.conftest import Publisher
from tests.unit.desk.test_check import edit


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("", []),
        ("kz.usembassy.gov", ["kz.usembassy.gov"]),
        ("https://www.example.org/x, Example.org ; www.example.org", ["www.example.org", "example.org"]),
        ("http://example.org/?a=1\nexample.org/y", ["example.org"]),
        ("https://127.0.0.1/x nowhere", ["https://127.0.0.1/x", "nowhere"]),
    ],
)
def test_what_is_typed_is_read_as_sites(text: str, hosts: list[str]) -> None:
    assert read_hosts(text) == hosts


def test_sites_are_those_of_the_links_and_of_the_pack(publisher: Publisher) -> None:
    edit(publisher, "events/film-night.toml", 'theme = "culture"', 'source = "https://www.example.org/film"')
    edit(publisher, "pack.toml", 'hosts = ["corner.example.org"]', 'hosts = ["kz.usembassy.gov", 7]')
    hosts = programme_hosts(read_source_folder(publisher.source))
    assert hosts == ["corner.example.org", "kz.usembassy.gov", "www.example.org"]
    edit(publisher, "pack.toml", "hosts = [", "hosts = 1 # [")
    assert "kz.usembassy.gov" not in programme_hosts(read_source_folder(publisher.source))
