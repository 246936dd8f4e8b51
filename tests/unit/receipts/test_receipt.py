"""The content of a receipt, and that other programs can read it."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk import __version__
from kiosk.base.cancellation import Cancelled
from kiosk.base.clock import BUILD_DATE, Clock
from kiosk.base.errors import KioskError
from kiosk.base.limits import KIB
from kiosk.base.time_zones import DEFAULT_ZONE, local_date
from kiosk.library.install import install
from kiosk.library.library_paths import LibraryPaths
from kiosk.library.rollback import roll_back
from kiosk.packs.publisher import Publisher
from kiosk.receipts.attempt import Attempt, failed_attempt
from kiosk.receipts.build_receipt import ReceiptContext, build_receipt
from kiosk.receipts.kiosk_key import load_or_make_key, read_last_receipt
from kiosk.receipts.receipt import MAX_COUNTS, PackSummary, Result
from kiosk.receipts.signed_file import MAX_BYTES, read_receipt_file, sign_receipt
from kiosk.receipts.write_receipt import record_attempt, record_outcome
from kiosk.store.visit_counts import CountKey, add_counts
from tests.library_kit import DAY_AFTER_SIGNING, LibraryKit
from tests.packs_builder import SIGNED_AT, PackPublisher
from tests.unit.receipts.sample_receipts import ALMATY, LATER, RECEIPT, SampleKiosk, SampleLibrary


@pytest.fixture
def sample(tmp_path: Path) -> SampleLibrary:
    return SampleLibrary(tmp_path)


def test_receipt_lists_shown_packs_and_the_attempt(sample: SampleLibrary) -> None:
    sample.kit.install(1)
    context = ReceiptContext("almaty", "1920x1080", "kk", lambda: "ready")
    found = sample.write_receipt(
        Attempt(Result.INSTALLED, sample.kit.packs / "2.kpack", sample.kit.install(2).pack), context
    )
    (pack,) = found.shown or ()
    assert (pack.publisher, pack.title, pack.version, pack.since) == (
        "local",
        "25 Years e",
        2,
        SIGNED_AT + 86400,
    )
    assert found.pack == replace(pack, since=0)
    assert [(pack.version, pack.since) for pack in found.previous] == [(1, 0)]
    assert (found.corner, found.file, found.result, found.code) == ("almaty", "2.kpack", "installed", "")
    assert (found.screen, found.language, found.printer) == ("1920x1080", "kk", "ready")
    assert 0 < found.free < found.size
    assert found.program == __version__


def test_views_are_reported_once_and_small_counts_later(sample: SampleLibrary) -> None:
    def views(day: str, **of: int) -> None:
        add_counts(
            LibraryPaths(sample.library).visits,
            {CountKey(day, "event", id): number for id, number in of.items()},
        )

    today = local_date(LATER.now(), DEFAULT_ZONE).isoformat()
    views("2015-01-01", code=12, tour=4)
    views(today, talk=9)
    assert sample.write_receipt(Attempt(Result.ALREADY)).counts == {"event": {"code": 12, "tour": None}}
    views("2015-01-02", code=5, tour=1)
    assert sample.write_receipt(Attempt(Result.ALREADY)).counts == {"event": {"code": 5, "tour": 5}}
    assert sample.write_receipt(Attempt(Result.ALREADY)).counts == {}
    LibraryPaths(sample.library).visits.write_bytes(b"rubbish")
    assert sample.write_receipt(Attempt(Result.ALREADY)).counts == {}


def test_receipts_are_numbered_and_counts_have_a_start(sample: SampleLibrary) -> None:
    first, second = sample.install(1), sample.install(1)
    assert (first.number, first.counts_since) == (1, 0)
    assert (second.number, second.counts_since) == (2, first.effective)
    (sample.library / "receipts/last.json").write_text('{"number": "x"}')
    assert sample.install(1).number == 1
    assert read_last_receipt(LibraryPaths(sample.library)).at == first.effective


def test_shown_since_is_reported_for_each_pack(sample: SampleLibrary) -> None:
    def shown(attempt: Attempt) -> dict[str, int]:
        return {pack.publisher: pack.since - SIGNED_AT for pack in sample.write_receipt(attempt).shown or ()}

    def at(seconds: int) -> Clock:
        return Clock(lambda: SIGNED_AT + seconds, SIGNED_AT)

    neighbour = LibraryKit(
        sample.stick, PackPublisher(Publisher("neighbour", "Neighbour", ("kz.usembassy.gov",)))
    )
    (sample.library / "trust/neighbour.root.json").write_bytes(neighbour.publisher.root)
    attempt = Attempt(Result.ALREADY)
    for kit, version, seconds in (
        (sample.kit, 1, 10),
        (neighbour, 7, 20),
        (neighbour, 8, 30),
        (sample.kit, 2, 40),
    ):
        install(sample.library, kit.pack(version), clock=at(seconds), reserve=0)
    assert shown(attempt) == {"local": 40, "neighbour": 30}
    roll_back(sample.library, at(50))
    assert shown(attempt) == {"local": 50, "neighbour": 30}
    install(sample.library, sample.kit.pack(2), clock=at(60), reserve=0)
    assert shown(attempt) == {"local": 60, "neighbour": 30}


def test_refused_pack_is_listed_as_it_describes_itself(sample: SampleLibrary) -> None:
    sample.kit.install(2)
    found = sample.refused(sample.kit.pack(1))
    assert (found.result, found.code, found.file) == ("refused", "packs.older", "1.kpack")
    assert found.reason.startswith("This pack is number 1 and older than number 2")
    assert found.pack and (found.pack.version, found.pack.title) == (1, "25 Years e")
    assert [pack.version for pack in found.shown or ()] == [2]


def test_receipt_without_a_library(sample: SampleLibrary, tmp_path: Path) -> None:
    sample.library = tmp_path / "none"
    found = sample.refused(sample.kit.pack(1))
    assert (found.code, found.shown, found.previous) == ("packs.unknown_publisher", (), ())


def test_file_that_is_no_pack_is_listed_by_name_only(sample: SampleLibrary) -> None:
    file = sample.stick / "holiday\x1b[2J\u202e.kpack"
    file.write_bytes(b"not a pack")
    found = sample.refused(file)
    assert (found.file, found.pack, found.code) == ("holiday\\x1b[2J\\u202e.kpack", None, "packs.not_a_pack")
    assert str(sample.stick) not in found.reason


FAILURES = [
    (KioskError("library.full"), "failed", "library.full"),
    (KioskError("packs.unreadable", path="/media/x.kpack"), "failed", "packs.unreadable"),
    (KioskError("packs.no_file", path="/media/x.kpack"), "failed", "packs.no_file"),
    (KioskError("library.content", reason=KioskError("library.busy")), "refused", "library.content"),
    (Cancelled(), "cancelled", ""),
    (ZeroDivisionError("of /media/a person"), "failed", "bug"),
]


@pytest.mark.parametrize(("error", "result", "code"), FAILURES)
def test_every_failure_writes_a_receipt(
    sample: SampleLibrary, error: BaseException, result: str, code: str
) -> None:
    with (
        pytest.raises(type(error)),
        record_attempt(sample.library, sample.stick, sample.stick / "x.kpack", ALMATY),
    ):
        raise error
    (file,) = sample.stick.rglob("*.json")
    found = read_receipt_file(file).receipt
    assert (found.result, found.code, found.file) == (result, code, "x.kpack")
    assert (found.reason == "ZeroDivisionError") == (code == "bug")


def test_the_outcomes_of_a_pull_name_their_files(sample: SampleLibrary) -> None:
    pack = sample.kit.pack(1)
    done = install(sample.library, pack, clock=DAY_AFTER_SIGNING, reserve=0)
    pack.unlink()  # the share is gone
    for outcome in (done, KioskError("packs.not_a_pack", path=str(pack))):
        record_outcome(sample.library, sample.stick, ALMATY, pack, outcome)
    found = [read_receipt_file(file).receipt for file in sorted(sample.stick.rglob("*.json"))]
    assert {(one.file, one.result) for one in found} == {("1.kpack", "installed"), ("1.kpack", "refused")}
    assert {one.result: one.pack and one.pack.version for one in found} == {"installed": 1, "refused": None}


def test_of_a_path_only_the_name_of_the_file_is_kept() -> None:
    attempt = failed_attempt(None, KioskError("packs.no_file", path="/media/a person/x.kpack"))
    assert attempt.reason.startswith("There is no file x.kpack.")


def test_no_receipt_without_a_target(sample: SampleLibrary) -> None:
    with record_attempt(sample.library, None, Path("x.kpack"), ALMATY) as set_outcome:
        set_outcome(sample.kit.install(1))
    with pytest.raises(KioskError), record_attempt(sample.library, None, Path("x.kpack"), ALMATY):
        raise KioskError("library.full")
    assert not (sample.library / "receipts").exists()


def test_clock_that_is_behind_is_reported(sample: SampleLibrary) -> None:
    sample.kit.install(1)
    found = sample.write_receipt(Attempt(Result.ALREADY), clock=Clock(lambda: 86400, BUILD_DATE))
    assert (found.system, found.floor, found.effective) == (86400, BUILD_DATE, BUILD_DATE)


def test_unreadable_library_differs_from_an_empty_one(sample: SampleLibrary) -> None:
    sample.kit.install(1)
    state = sample.library / "state.db"
    data = bytearray(state.read_bytes())
    data[60:64] = (9 << 16).to_bytes(4)  # PRAGMA user_version: of a newer program
    state.write_bytes(data)
    assert sample.write_receipt(Attempt(Result.FAILED)).shown is None


def test_receipt_size_is_limited(sample: SampleLibrary) -> None:
    """The longest texts there can be, in Cyrillic letters; then with more counts than are listed."""
    pack = PackSummary("p" * 40, "ә" * 80, 9_999_999_999, "abc1234", BUILD_DATE)
    receipt = SampleKiosk().receipt(
        corner="c" * 64, file="ұ" * 100, code="c" * 64, reason="r" * 320, printer="қ" * 100,
        screen="99999x99999", pack=pack, shown=(pack,) * 4, previous=(pack,) * 4, counts={},
    )  # fmt: skip
    assert len(sign_receipt(receipt, SampleKiosk().key)) < 4 * KIB
    counts = {"event": {f"{number:064}": number for number in range(MAX_COUNTS + 50)}}
    attempt, facts = Attempt(Result.CANCELLED), {"kiosk": "k" * 12, "number": 1, "since": 0}
    load_or_make_key(LibraryPaths(sample.library))
    full = build_receipt(
        LibraryPaths(sample.library), attempt, ReceiptContext(), LATER, **facts, counts=counts
    )  # type: ignore[arg-type]
    assert len(full.counts["event"]) == MAX_COUNTS
    assert full.counts_left_out == 50
    assert min(count or 0 for count in full.counts["event"].values()) == 50
    assert len(sign_receipt(replace(receipt, counts=full.counts), SampleKiosk().key)) < MAX_BYTES


def test_other_programs_can_verify_the_signature(sample: SampleLibrary) -> None:
    """As in docs/receipts.md; for texts and whole numbers Python's own JSON is canonical as well."""
    sample.install(1)
    (file,) = sample.stick.rglob("*.json")
    content = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps(content, indent=4), "utf-8")
    assert (
        read_receipt_file(file).receipt.kiosk
        == hashlib.sha256(bytes.fromhex(content["key"])).hexdigest()[:12]
    )
    signature = bytes.fromhex(content.pop("signature"))
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(content["key"]))
    key.verify(signature, canonical.encode())


def test_receipt_round_trip(tmp_path: Path) -> None:
    kiosk = SampleKiosk()
    assert read_receipt_file(kiosk.write_receipt(tmp_path)) == (
        replace(RECEIPT, kiosk=kiosk.id),
        kiosk.public.hex(),
    )


def test_installation_reports_its_result(sample: SampleLibrary) -> None:
    for result in ("installed", "already"):
        with record_attempt(sample.library, sample.stick, sample.kit.pack(1), ALMATY) as set_outcome:
            set_outcome(sample.kit.install(1))
        newest = max(
            (read_receipt_file(file).receipt for file in sample.stick.rglob("*.json")),
            key=lambda one: one.number,
        )
        assert newest.result == result
