"""A mission, a Corner with limited rights, and a library that trusts both."""

from pathlib import Path

from kiosk.programme.shown_programme import open_library
from tests.screen_kit import run_cli
from tests.source_builder import TALK_TOML, write_source

LIMITED = ("--venue", "corner-almaty", "--theme", "innovation", "--rank", 10)
GREEDY = ("--venue", "*", "--theme", "*", "--rank", 0, "--host", "kz.usembassy.gov", "--host", "evil.example")
CHANGES = {
    "events/talk.toml": TALK_TOML.replace("A talk", "Cancelled by the Corner"),
    "events/full.toml": None,
}
"""The Corner's programme: the mission's talk as the Corner has it, within the Corner's rights."""


class TwoPublishers:
    """A library that trusts the mission, whose programme it shows, and a Corner with limited rights."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.library = folder, folder / "library"
        self.options = ("--library", self.library)
        for id, name, rights in (
            ("mission", "The Mission", ("--rank", 0)),
            ("a-corner", "A Corner", LIMITED),
        ):
            keys = folder / id
            run_cli(
                "keys", "new", keys, "--publisher", id, "--name", name, "--host", "kz.usembassy.gov", *rights
            )
            run_cli("trust", "add", keys / "root.json", *self.options)
        run_cli("install", self.build("mission", 1), *self.options)

    def build(self, publisher: str, version: int, **changes: str | None) -> Path:
        """The pack `version` of a publisher; the Corner's with CHANGES and these."""
        source = self.folder / f"{publisher}-{version}"
        write_source(source, {} if publisher == "mission" else {**CHANGES, **changes})
        pack = self.folder / f"{publisher}-{version}.kpack"
        run_cli("pack", "build", source, "-o", pack, "--version", version, "--keys", self.folder / publisher)
        return pack

    def title_of_talk(self) -> str:
        """The title of the event that both programmes have, as visitors see it."""
        return str(open_library(self.library).catalogue.event("talk").title["en"])
