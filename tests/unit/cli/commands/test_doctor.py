"""`kiosk doctor`: lines for people, JSON for programs, a page to print."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.i18n.translator import LANGUAGES, translator
from tests.library_kit import LibraryKit, sample_publisher
from tests.mounts import mounted_tmpfs

EMPTY = [
    "× Programme: No programme is installed, so visitors are asked to talk to you.",
    "  → Ask the publisher for a programme pack and install it from a stick.",
]


def test_worst_finding_is_first_with_its_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--library", str(tmp_path)]) == 0
    output = capsys.readouterr().out.splitlines()
    assert output[:2] == EMPTY
    signs = [line[0] for line in output if not line.startswith(" ")]
    assert signs == sorted(signs, key="×!?✓".index)
    assert {line[2:].split(":")[0] for line in output} >= {
        "Clock",
        "Disk",
        "Fonts",
        "Network folder",
        "Touch screen",
    }


@pytest.mark.parametrize(("system", "output"), [("kk_KZ.UTF-8", "Сағат: "), ("ru_RU.UTF-8", "Часы: ")])
def test_report_is_in_the_systems_language(
    system: str,
    output: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", system)
    main(["doctor", "--library", str(tmp_path)])
    assert f"✓ {output}" in capsys.readouterr().out
    main(["doctor", "--library", str(tmp_path), "--language", "en"])
    assert "✓ Clock: " in capsys.readouterr().out


def test_json_has_every_text_in_every_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(1)
    assert main(["doctor", "--library", str(kit.folder), "--size", "1080x1920", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert set(facts) == {"at", "level", "checks", "log"}
    assert facts["level"] == facts["checks"][0]["level"]
    for check in facts["checks"]:
        assert set(check) == {"id", "level", "word", "name", "value", "remedy"}
        assert all(set(check[part]) == set(LANGUAGES) for part in ("word", "name", "value"))
        assert set(check["remedy"]) in (set(LANGUAGES), set())
    by_id = {check["id"]: check for check in facts["checks"]}
    assert by_id["video"]["value"]["ru"].endswith("Экран: 1080x1920")
    assert [set(entry) for entry in facts["log"]] == [set(LANGUAGES)] * 2


def test_invalid_settings_are_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text("colour = 1\n")
    assert main(["doctor", "--settings", str(file)]) == 0
    assert f"× Settings: The settings file {file} has to be corrected" in capsys.readouterr().out
    file.write_text(f'library = "{tmp_path / "here"}"\nrenderer = "opengl"\n')
    main(["doctor", "--settings", str(file)])
    assert "Settings:" not in capsys.readouterr().out


def page(file: Path, library: Path, language: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, as it makes an application object."""
    words = ["doctor", "--library", library, "--pdf", file, "--language", language]
    return subprocess.run([sys.executable, "-m", "kiosk", *words], capture_output=True, text=True)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler-utils")
@pytest.mark.parametrize("language", LANGUAGES)
def test_report_fits_on_one_page(language: str, tmp_path: Path) -> None:
    kit = LibraryKit(tmp_path, sample_publisher())
    kit.install(*range(1, 20))
    output = page(tmp_path / "page.pdf", kit.folder, language)
    assert (output.returncode, output.stderr) == (0, "")
    facts = subprocess.run(["pdfinfo", tmp_path / "page.pdf"], capture_output=True, text=True).stdout
    assert "Pages:           1\n" in facts
    assert "(A4)" in facts
    fonts = subprocess.run(["pdffonts", tmp_path / "page.pdf"], capture_output=True, text=True).stdout
    assert {line.split()[0] for line in fonts.splitlines()[2:]} == {"Onest-Bold", "Onest-Regular"}
    read = subprocess.run(["pdftotext", tmp_path / "page.pdf", "-"], capture_output=True, text=True).stdout
    checks = [line for line in output.stdout.splitlines() if line[0] in " ×!?✓"]
    there = {word.rstrip(":") for word in read.split()}
    assert {word.rstrip(":") for word in " ".join(checks).split()} <= there
    assert translator(language).text("health.sheet.title") in read
    assert translator(language).text("health.log.title") in read


def test_page_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    output = page(tmp_path / "no/page.pdf", tmp_path, "en")
    assert output.returncode == 1
    assert output.stderr.startswith(f"{tmp_path / 'no'} is not there, so nothing was saved")


def test_page_on_a_full_disk_is_an_error(tmp_path: Path) -> None:
    with mounted_tmpfs(tmp_path / "disk", "size=4k") as disk:
        (disk / "film").write_bytes(bytes(4096))
        assert page(disk / "page.pdf", tmp_path, "en").returncode == 1
        assert list(disk.iterdir()) == [disk / "film"]
