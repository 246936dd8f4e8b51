"""Rights by a model: publishers claim and use anything, staff trust, allow, remove and roll back.

Every step runs on a real library with signed packs; the model is what the staff have given, and nothing else.
"""

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kiosk.base import limits
from kiosk.base.errors import KioskError
from kiosk.library.allow_rights import allow_rights
from kiosk.library.install import install
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.recovery import open_state
from kiosk.library.revoke import revoke
from kiosk.library.rollback import roll_back
from kiosk.library.trust.trusted_roots import add_root, read_trusted_roots
from kiosk.packs.publisher import RIGHTS_FIELD, Publisher
from tests.library_kit import DAY_AFTER_SIGNING
from tests.packs_builder import PackPublisher
from tests.unit.library.corner_publisher import CHESS
from tests.unit.store.sample import ALMATY, CORNER
from tests.unit.viewmodels.sessions import database_with_venues

PLACES = {"almaty": (ALMATY,), "corner-almaty": (ALMATY, CORNER)}
"""The venues of a pack; its event is at the last of them."""
THEMES = ("innovation", "friendship")
HOSTS = ("a.example", "b.example")
EXAMPLES = int(os.environ.get("MODEL_EXAMPLES", "0"))
"""How many examples `make model` runs; 0 in an ordinary test run."""

Uses = tuple[str, str, str]
"""A host, a venue and a theme that a pack uses."""


CLAIMS = st.builds(
    Publisher,
    id=st.just("?"),
    name=st.sampled_from(["One", "One", "Other"]),
    hosts=st.sampled_from([HOSTS, HOSTS, HOSTS[:1], HOSTS[1:]]),
    venues=st.sampled_from([("*",), tuple(PLACES), ("corner-almaty",), ("almaty",), ()]),
    themes=st.sampled_from([("*",), THEMES, THEMES[:1], THEMES[1:]]),
    rank=st.integers(0, 2),
)
WHO = st.sampled_from(["a", "b"])
USES = st.tuples(st.sampled_from(HOSTS), st.sampled_from(list(PLACES)), st.sampled_from(THEMES))


def allows(rights: Publisher, uses: Uses) -> bool:
    """Whether a pack may use these, written down once more as the documents say it."""
    host, venue, theme = uses
    return (
        host in rights.hosts
        and (venue in rights.venues or "*" in rights.venues)
        and (theme in rights.themes or "*" in rights.themes)
    )


class Signer:
    """A publisher with its keys, and what this kiosk has given it (None: nothing, it is not trusted)."""

    def __init__(self, id: str, claim: Publisher) -> None:
        self.claim = replace(claim, id=id, name=f"{claim.name} {id}")
        self.keys = PackPublisher(self.claim)
        self.given: list[Publisher] = []
        self.known_root = 0
        self.version = 0

    def pack(self, folder: Path, uses: Uses) -> Path:
        """The next pack, which uses this host, venue and theme."""
        host, venue, theme = uses
        self.version += 1
        self.keys.version = self.version
        event = replace(CHESS, theme=theme, places=PLACES[venue][-1:], registration=None, media=())
        self.keys.files = {"events.sqlite": database_with_venues(PLACES[venue], event)}
        self.keys.change_manifest(hosts=(host,))
        return self.keys.pack(folder / f"{self.claim.id}-{self.version}.kpack")


class RightsModel(RuleBasedStateMachine):
    """Trust, claims, grants and packs of two publishers in one library."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
        self.library = self.folder / "library"
        self.uses: dict[tuple[str, int], Uses] = {}

    def teardown(self) -> None:
        for path in self.folder.rglob("*"):
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o700)
        shutil.rmtree(self.folder)

    @initialize(a=CLAIMS, b=CLAIMS)
    def begin(self, a: Publisher, b: Publisher) -> None:
        self.signers = {"a": Signer("a", a), "b": Signer("b", b)}
        for who in self.signers:
            self.is_trusted(who)

    @rule(who=WHO, claim=CLAIMS)
    def claims_other_rights(self, who: str, claim: Publisher) -> None:
        """The publisher gives itself any rights with its next root metadata."""
        signer = self.signers[who]
        if len(signer.keys.roots) == limits.ROOTS:
            return
        signer.claim = replace(claim, id=who, name=f"{claim.name} {who}")
        fields = signer.claim.to_fields()
        signer.keys.rotate_keys(edit=lambda root: root.unrecognized_fields.update({RIGHTS_FIELD: fields}))

    @rule(who=WHO)
    def is_trusted(self, who: str) -> None:
        """Staff add the newest root metadata, unless the publisher is trusted already."""
        signer, root = self.signers[who], self.folder / "root.json"
        if signer.given:
            return
        root.write_bytes(signer.keys.roots[-1])
        add_root(self.library, root)
        signer.given, signer.known_root = [signer.claim], len(signer.keys.roots)

    @rule(who=WHO, really=st.integers(0, 3))
    def is_trusted_no_more(self, who: str, really: int) -> None:
        """Staff remove a publisher, less often than anything else happens."""
        signer = self.signers[who]
        if signer.given and not really:
            revoke(self.library, who, DAY_AFTER_SIGNING)
            signer.given = []

    def granted(self, signer: Signer) -> Publisher:
        """All that staff have given, together."""
        given = signer.given
        return Publisher(
            signer.claim.id,
            given[-1].name,
            tuple({host for one in given for host in one.hosts}),
            tuple({id for one in given for id in one.venues}),
            tuple({id for one in given for id in one.themes}),
            min(one.rank for one in given),
        )

    def refusals(self, signer: Signer, uses: Uses) -> tuple[str, ...]:
        """() for a pack that is right, else how the codes begin of which it may have one."""
        if not signer.given:
            return ("packs.unknown_publisher",)
        if not allows(signer.claim, uses):
            return "packs.rights", "packs.not_granted"
        return () if allows(self.granted(signer), uses) else ("packs.not_granted",)

    @rule(who=WHO, claim=CLAIMS, uses=USES, allowed=st.booleans(), unattended=st.booleans())
    def a_pack_with_new_rights_comes(
        self, who: str, claim: Publisher, uses: Uses, allowed: bool, unattended: bool
    ) -> None:
        self.claims_other_rights(who, claim)
        self.a_pack_comes(who, uses, allowed, unattended)

    @rule(who=WHO, uses=USES, allowed=st.booleans(), unattended=st.booleans())
    def a_pack_comes(self, who: str, uses: Uses, allowed: bool, unattended: bool) -> None:
        """A pack that uses anything; staff may allow what its publisher asks for first."""
        signer = self.signers[who]
        pack = signer.pack(self.folder, uses)
        asks = bool(signer.given) and self.asks(signer)
        if allowed and signer.given:
            try:
                allow_rights(self.library, who, pack, clock=DAY_AFTER_SIGNING)
                assert asks
                signer.given.append(signer.claim)
                asks = False
            except KioskError as error:
                assert error.code == "packs.rights" or (error.code == "rights.nothing_asked" and not asks)
        refusals = self.refusals(signer, uses)
        if unattended and asks:
            refusals += ("packs.waits",)
        try:
            done = install(self.library, pack, clock=DAY_AFTER_SIGNING, reserve=0, unattended=unattended)
        except KioskError as error:
            assert error.code.startswith(refusals or "-"), (error, refusals)
        else:
            assert not refusals, refusals
            assert done.pack.rank == max(signer.claim.rank, self.granted(signer).rank)
            assert (done.request is not None) == asks
            self.uses[who, signer.version] = uses
        finally:
            pack.unlink()

    def asks(self, signer: Signer) -> bool:
        """Whether the publisher claims anything that staff have not given."""
        granted, claim = self.granted(signer), signer.claim
        return (
            claim.name != granted.name
            or not set(claim.hosts) <= set(granted.hosts)
            or not ("*" in granted.venues or set(claim.venues) <= set(granted.venues))
            or not ("*" in granted.themes or set(claim.themes) <= set(granted.themes))
            or claim.rank < granted.rank
        )

    @rule()
    def staff_roll_back(self) -> None:
        try:
            roll_back(self.library)
        except KioskError as error:
            assert error.code in ("library.nothing_before", "library.empty")

    @precondition(lambda self: (self.library / "state.db").exists())
    @rule()
    def the_state_is_lost(self) -> None:
        (self.library / "state.db").unlink()

    @invariant()
    def nothing_beyond_the_grants_is_shown(self) -> None:
        state = open_state(LibraryPaths(self.library))
        if state is None:
            return
        with state:
            packs = [pack for generation in state.shown_generations() for pack in generation.packs]
        for pack in packs:
            signer = self.signers[pack.publisher]
            assert signer.given, f"{pack.publisher} is shown and not trusted"
            granted = self.granted(signer)
            assert allows(granted, self.uses[pack.publisher, pack.version])
            assert pack.rank >= granted.rank

    @invariant()
    def those_trusted_are_listed_with_no_more_than_their_grants(self) -> None:
        for root in read_trusted_roots(self.library):
            granted = self.granted(self.signers[root.publisher])
            assert set(root.hosts) <= set(granted.hosts) and root.rank >= granted.rank
            assert root.name == granted.name


def test_j02_rights_by_a_model() -> None:
    run_model(EXAMPLES or 12)


def run_model(examples: int) -> None:
    RightsModel.TestCase.settings = settings(
        max_examples=examples,
        stateful_step_count=16,
        phases=[Phase.explicit, Phase.generate],
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    test = RightsModel.TestCase("runTest")
    test.runTest()
