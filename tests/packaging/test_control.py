"""The control files of the Debian package: its fields, its scripts, its questions in three languages."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.i18n.translator import LANGUAGES as TRANSLATED
from tests.gates.test_terms import variants

DEBIAN = Path(__file__).parents[2] / "packaging/debian"
SCRIPTS = sorted(
    file
    for file in DEBIAN.rglob("*")
    if file.is_file()
    and file.read_bytes().startswith(b"#!/bin/sh\n")
    and b"'''export'" not in file.read_bytes()
)
MAINTAINER_SCRIPTS = ("config", "preinst", "postinst", "prerm", "postrm")


def templates() -> dict[str, dict[str, str]]:
    """The fields of each question, by its name."""
    found = {}
    for block in (DEBIAN / "control/templates").read_text("utf-8").strip().split("\n\n"):
        lines = re.split(r"\n(?! )", block)
        fields = {name: text for name, _, text in (line.partition(": ") for line in lines)}
        found[fields.pop("Template")] = fields
    return found


@pytest.fixture
def package(tmp_path: Path, checkout: Path) -> Path:
    """A package of control files alone."""
    if not shutil.which("dpkg-deb"):
        pytest.skip("there is no dpkg here")
    (tmp_path / "etc/corner-kiosk").mkdir(parents=True)
    (tmp_path / "etc/corner-kiosk/cupsd.conf").touch()
    subprocess.run(["sh", DEBIAN / "steps/control.sh", tmp_path, "1.2.3"], cwd=checkout, check=True)
    package = tmp_path / "built.deb"
    subprocess.run(["dpkg-deb", "--build", tmp_path, package], check=True, capture_output=True)
    return package


def field(package: Path, name: str) -> str:
    """A field of a built package."""
    command = ["dpkg-deb", "--field", package, name]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_the_fields_are_filled_in(package: Path) -> None:
    assert field(package, "Version") == "1.2.3"
    assert field(package, "Architecture") == "amd64"
    assert field(package, "Installed-Size").isdigit()
    depends = field(package, "Depends").split(", ")
    assert {"bubblewrap", "cage", "seatd", "python3 (<< 3.12)", "libglib2.0-0t64 | libglib2.0-0"} <= set(
        depends
    )
    assert "@" not in field(package, "")


def test_every_package_it_needs_is_described(checkout: Path) -> None:
    described = (checkout / "docs/dependencies.md").read_text("utf-8")
    lists = [DEBIAN / "control/depends.txt", DEBIAN / "control/recommends.txt"]
    lists.append(checkout / "packaging/system-packages-deb.txt")
    lines = "\n".join(file.read_text("utf-8") for file in lists).splitlines()
    names = {re.split(r"[ |]", line)[0] for line in lines if line and not line.startswith("#")}
    assert len(names) > 15
    assert {name for name in names if name not in described} == set()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda file: str(file.relative_to(DEBIAN)))
def test_the_script_is_valid_shell(script: Path) -> None:
    subprocess.run(["sh", "-n", script], check=True)
    if shutil.which("shellcheck"):
        command = ["shellcheck", "--severity=warning", "--exclude=SC1091", script]
        checked = subprocess.run(command, capture_output=True, text=True)
        assert checked.returncode == 0, checked.stdout


def test_the_package_has_all_its_scripts() -> None:
    assert {DEBIAN / "control" / name for name in MAINTAINER_SCRIPTS} <= set(SCRIPTS)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_each_question_is_asked_in_each_language(language: str) -> None:
    for name, fields in templates().items():
        english, other = fields["Description"], fields[f"Description-{language}.UTF-8"]
        assert english.count("\n") == other.count("\n"), name
        assert re.search("[А-Яа-я]", other), name
        if "Choices" in fields:
            assert len(fields["Choices"].split(", ")) == len(fields["Choices-C"].split(", ")), name
            assert len(fields[f"Choices-{language}.UTF-8"].split(", ")) == len(
                fields["Choices-C"].split(", ")
            ), name


def test_the_questions_are_those_that_are_asked_and_written() -> None:
    asked = (DEBIAN / "control/config").read_text("utf-8")
    written = (DEBIAN / "control/postinst").read_text("utf-8")
    for name in templates():
        short = name.removeprefix("corner-kiosk/")
        assert name in asked or re.sub("(kk|ru|en)$", "$language", name) in asked
        assert f"answer {short})" in written


def test_the_languages_are_those_of_the_program() -> None:
    assert tuple(templates()["corner-kiosk/languages"]["Choices-C"].split(", ")) == LANGUAGES
    assert templates()["corner-kiosk/language"]["Default"] == LANGUAGES[0]


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_question_uses_a_word_that_is_ruled_out(language: str, checkout: Path) -> None:
    suffix = "" if language == "en" else f"-{language}.UTF-8"
    texts = [fields[f"Description{suffix}"] for fields in templates().values()]
    ruled_out = [variant for variant in variants(checkout) if variant.language == language]
    assert [(text, one) for text in texts for one in ruled_out if one.search(text)] == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["install"], 0),
        (["upgrade", "0.1.0"], 0),
        (["upgrade", "0.1.0", "0.1.1"], 0),
        (["upgrade", "0.1.0", "0.1.0"], 0),
        (["upgrade", "0.9.0", "0.10.0"], 0),
        (["upgrade", "0.10.0", "0.9.0"], 1),
        (["upgrade", "1.0", "1.0~rc1"], 1),
        (["install", "0.2.0", "0.1.0"], 1),
    ],
)
def test_an_older_version_is_refused_in_three_languages(arguments: list[str], code: int) -> None:
    if not shutil.which("dpkg"):
        pytest.skip("there is no dpkg here")
    done = subprocess.run(["sh", DEBIAN / "control/preinst", *arguments], capture_output=True, text=True)
    assert (done.returncode, done.stderr.count("\n")) == (code, 3 * code)
