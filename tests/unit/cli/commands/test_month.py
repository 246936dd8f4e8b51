"""`kiosk month` as it is typed, and that every change of the programme records first what was held."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.base.time_zones import zone
from tests.mounts import mounted_tmpfs
from tests.screen_kit import copy_library, corner_month
from tests.source_builder import PACK_TOML, TALK_TOML, write_source

__all__ = ["corner_month"]

NOW = datetime.now(zone("Asia/Almaty"))
YESTERDAY = f"{NOW - timedelta(days=1):%Y-%m-%dT11:00}"
MONTH = YESTERDAY[:7]


class Kiosk:
    """A kiosk in the Corner 'corner-almaty' and its publisher; a talk was held there yesterday."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.settings = folder / "kiosk.toml"
        self.settings.write_text(
            f"library = '{folder / 'library'}'\nshare = '{folder / 'share'}'\ncorner = 'corner-almaty'\n"
        )
        (folder / "share").mkdir()
        self.run(
            "keys",
            "new",
            folder / "keys",
            "--publisher",
            "mission",
            "--host",
            "kz.usembassy.gov",
            settings=False,
        )
        self.run("trust", "add", folder / "keys/root.json")
        self.run("install", self.build(1, TALK_TOML.replace("2016-04-09T11:00/2016-04-09T14:00", YESTERDAY)))

    def build(self, version: int, talk: str | None) -> Path:
        """A pack with that talk; a pack without one has another, later."""
        later = f"{NOW + timedelta(days=9):%Y-%m-%d}"
        other = TALK_TOML.replace("2016-04-09T11:00/2016-04-09T14:00", later)
        source = write_source(
            self.folder / str(version),
            {
                "pack.toml": PACK_TOML.replace("version = 3", f"version = {version}").replace(
                    "2016-04-01", f"{NOW:%Y-%m-%d}"
                ),
                "events/talk.toml": talk,
                "events/full.toml": None,
                "events/other.toml": other,
            },
        )
        pack = self.folder / f"{version}.kpack"
        self.run("pack", "build", source, "-o", pack, "--keys", self.folder / "keys", settings=False)
        return pack

    def try_run(self, *words: object, settings: bool = True) -> tuple[int, str, str]:
        options = ("--settings", self.settings) if settings else ()
        code = main([*map(str, words), *map(str, options)])
        return code, *self._capsys.readouterr()

    def run(self, *words: object, settings: bool = True) -> str:
        code, output, err = self.try_run(*words, settings=settings)
        assert code == 0, err
        return output

    @property
    def record(self) -> Path:
        return self.folder / "library/programmes.db"

    def held(self) -> list[tuple[str, int | None]]:
        """The programmes of the month of yesterday, with their numbers."""
        found = json.loads(self.run("month", "--month", MONTH, "--json"))
        return [(one["event"], one["attended"]) for one in found["programmes"]]


@pytest.fixture
def kiosk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Kiosk:
    return Kiosk(tmp_path, capsys)


def replace_by_installing(kiosk: Kiosk) -> None:
    kiosk.run("install", kiosk.build(2, None))


def replace_from_the_share(kiosk: Kiosk) -> None:
    kiosk.build(2, None).replace(kiosk.folder / "share/2.kpack")
    kiosk.run("pull")


@pytest.mark.parametrize("replace", [replace_by_installing, replace_from_the_share])
def test_what_was_held_is_recorded_before_a_pack_without_it_is_shown(
    kiosk: Kiosk, replace: Callable[[Kiosk], None]
) -> None:
    """Nobody has opened the page, and the kiosk was not even running."""
    assert not kiosk.record.exists()
    replace(kiosk)
    assert kiosk.record.exists()
    assert kiosk.held() == [("talk", None)]


def test_what_was_held_is_recorded_before_a_rollback_and_before_a_publisher_goes(kiosk: Kiosk) -> None:
    kiosk.run("install", kiosk.build(2, None))
    kiosk.record.unlink()
    kiosk.run("rollback")
    kiosk.run("rollback", "--forward")
    assert kiosk.held() == [("talk", None)]
    kiosk.run("rollback")
    kiosk.record.unlink()
    kiosk.run("trust", "remove", "mission")
    assert kiosk.held() == [("talk", None)]


def test_staff_type_a_number_and_correct_it(kiosk: Kiosk) -> None:
    for number, attended in (("12", 12), ("0", 0), ("none", None), ("9999", 9999)):
        kiosk.run("month", "attend", "talk", YESTERDAY, number)
        assert kiosk.held() == [("talk", attended)]
    kiosk.run("month", "attend", "talk", YESTERDAY, "off", "--json")
    found = json.loads(kiosk.run("month", "--month", MONTH, "--json"))
    assert (found["total"], found["programmes"][0]["called_off"]) == (
        {"held": 0, "attended": 0, "missing": 0}, True,
    )  # fmt: skip


@pytest.mark.parametrize("number", ["10000", "-1", "²", "1.5", "", "many"])
def test_what_is_no_number_of_persons_is_refused(kiosk: Kiosk, number: str) -> None:
    code, _, err = kiosk.try_run("month", "attend", "talk", YESTERDAY, number, "--json")
    assert (code, "Write a number from 0 to 9999" in err) == (1, True)


def test_a_programme_that_was_not_held_takes_no_number(kiosk: Kiosk) -> None:
    code, out, _ = kiosk.try_run("month", "attend", "talk", "2016-01-01", "5", "--json")
    assert (code, json.loads(out)["error"]["code"]) == (1, "month.no_programme")


def test_the_report_is_printed_and_exported(kiosk: Kiosk, tmp_path: Path) -> None:
    kiosk.run("month", "attend", "talk", YESTERDAY, "12")
    lines = kiosk.run("month", "--month", MONTH).splitlines()
    assert lines[0].startswith("Monthly report: ") and " · Corner · As of " in lines[0]
    assert ["Persons", "who", "attended", "12"] in [line.split() for line in lines]
    assert lines[-1] == "Only numbers are kept, no names."
    (tmp_path / "stick").mkdir()
    for format in ("xlsx", "csv"):
        output = kiosk.run("month", "export", tmp_path / "stick", "--format", format, "--month", MONTH)
        file = tmp_path / "stick" / f"month {MONTH} corner-almaty.{format}"
        assert output == f"Saved: {file}\n" and file.stat().st_size > 100


@pytest.mark.parametrize(
    ("options", "code"), [("size=4k", "save.no_room"), ("ro", "save.read_only"), ("", "save.no_folder")]
)
def test_a_stick_that_takes_nothing_is_an_error(
    kiosk: Kiosk, tmp_path: Path, options: str, code: str
) -> None:
    with mounted_tmpfs(tmp_path / "full", options or "size=1m") as folder:
        if options.startswith("size"):
            (folder / "films").write_bytes(b"x" * 4096)
        before = sorted(folder.iterdir())
        target = folder if options else folder / "away"
        status, out, _ = kiosk.try_run("month", "export", target, "--json")
        assert (status, json.loads(out)["error"]["code"]) == (1, code)
        assert sorted(folder.iterdir()) == before


def test_a_rehearsal_has_a_record_of_its_own(kiosk: Kiosk) -> None:
    at = f"{NOW:%Y-%m-%dT%H:%M}"
    kiosk.run("month", "attend", "talk", YESTERDAY, "12", "--at", at)
    assert not kiosk.record.exists()
    found = json.loads(kiosk.run("month", "--month", MONTH, "--at", at, "--json"))
    assert ([one["attended"] for one in found["programmes"]], found["notes"][0]["code"]) == (
        [12], "month.rehearsal",
    )  # fmt: skip
    assert kiosk.held() == [("talk", None)]


def test_without_a_programme_or_a_library_the_report_says_what_it_can(kiosk: Kiosk, tmp_path: Path) -> None:
    found = json.loads(kiosk.run("month", "--library", tmp_path / "none", "--json"))
    assert (found["programmes"], found["use"], found["flyer_pages"]) == (
        [], {"session": 0, "event": 0, "code": 0}, 0,
    )  # fmt: skip
    assert not (tmp_path / "none").exists()


def test_record_alone_counts_what_is_recorded(kiosk: Kiosk) -> None:
    assert json.loads(kiosk.run("month", "record", "--json")) == {"programmes": 1}
    assert kiosk.run("month", "record") == "Recorded.\n"


def test_each_date_of_a_series_is_a_programme(
    corner_month: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The English club meets every Wednesday, but for the 20th."""
    library, settings = copy_library(corner_month, tmp_path / "library"), tmp_path / "kiosk.toml"
    settings.write_text("corner = 'american-corner-almaty'\n")
    options = ("--at", "2016-04-28T12:00", "--library", str(library), "--settings", str(settings), "--json")
    assert main(["month", *options]) == 0
    found = json.loads(capsys.readouterr().out)["programmes"]
    assert [one["begin"] for one in found if one["event"] == "english-club"] == [
        "2016-04-06T18:00", "2016-04-13T18:00", "2016-04-27T18:00",
    ]  # fmt: skip
