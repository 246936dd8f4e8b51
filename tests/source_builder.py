"""Writes a small valid source folder for tests, in which files can be replaced.

source = write_source(tmp_path / "source", {"events/talk.toml": TALK.replace("2016", "never")})
"""

import io
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from kiosk.authoring.source.load_source import load_source
from kiosk.authoring.source.problems import Problem, SourceProblems

PACK_TOML = """\
id = "small"
version = 3
updated = 2016-04-01
languages = ["en", "kk", "ru"]
zone = "Asia/Almaty"
hashtag = "#USKZ25"
hosts = ["kz.usembassy.gov"]
title = { en = "Small", kk = "Шағын", ru = "Малая" }
tagline = { en = "A test", kk = "Сынақ", ru = "Проверка" }
"""

THEMES_TOML = """\
[innovation]
colour = "#0A6C9B"
icon = "rocket-launch"
title = { en = "Innovation", kk = "Инновация", ru = "Инновации" }
tagline = { en = "New", kk = "Жаңа", ru = "Новое" }
"""

VENUES_TOML = """\
[almaty]
kind = "city"
latitude = 43.25
longitude = 76.91
name = { en = "Almaty", kk = "Алматы", ru = "Алматы" }

[corner-almaty]
kind = "corner"
city = "almaty"
name = { en = "Corner", kk = "Бұрыш", ru = "Уголок" }
address = { en = "1 Street", kk = "1-көше", ru = "Улица 1" }
"""

TALK_TOML = """\
theme = "innovation"
icon = "code"
when = "2016-04-09T11:00/2016-04-09T14:00"
places = ["corner-almaty"]

[title]
en = "A talk"
kk = "Әңгіме"
ru = "Беседа"

[summary]
en = "A short talk"
kk = "Қысқа әңгіме"
ru = "Короткая беседа"

[body]
en = "Come and listen."
kk = "Келіп тыңдаңыз."
ru = "Приходите послушать."
"""

FULL_EVENT_TOML = (
    TALK_TOML.replace(
        'when = "2016-04-09T11:00/2016-04-09T14:00"',
        """\
reach = "route"
audience = ["students", "teachers"]
spoken = ["en", "kk"]
free = true
hashtags = ["#USKZ25", "#code"]
source = "https://kz.usembassy.gov/news"
""",
    ).replace('places = ["corner-almaty"]', 'places = ["corner-almaty", "almaty"]')
    + """\
[audience_note]
en = "Beginners"
kk = "Жаңадан бастаушылар"
ru = "Начинающие"

[price_note]
en = "Bring a pen"
kk = "Қалам ала келіңіз"
ru = "Возьмите ручку"

[[occurrence]]
when = "2016-05-01"
venue = "almaty"
status = "moved"
original = "2016-06"

[[occurrence]]
when = "2016-04-09T11:00"

[registration]
url = "https://kz.usembassy.gov/register"
opens = "2016-03-01"
closes = "2016-04-08T18:00"
places = 20

[contact]
phone = "+7 727 250 76 12"
email = "talk@example.org"
url = "https://kz.usembassy.gov/contact"
name = { en = "Desk", kk = "Үстел", ru = "Стойка" }
"""
)

TALK_WITH_PICTURE_TOML = (
    TALK_TOML
    + '\n[[media]]\nkind = "picture"\nfile = "media/hall.png"\n[media.alt]\nen = "A"\nkk = "Ә"\nru = "А"\n'
)

SourceChanges = Mapping[str, str | bytes | None]

FILES = {
    "pack.toml": PACK_TOML,
    "themes.toml": THEMES_TOML,
    "venues.toml": VENUES_TOML,
    "events/talk.toml": TALK_TOML,
    "events/full.toml": FULL_EVENT_TOML,
}


def png_picture(width: int = 4, height: int = 3) -> bytes:
    """A PNG of one colour."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(file, "PNG")
    return file.getvalue()


def talk_with_picture() -> SourceChanges:
    """The changes that give the talk a picture."""
    return {"events/talk.toml": TALK_WITH_PICTURE_TOML, "media/hall.png": png_picture()}


def write_source(folder: Path, changes: SourceChanges | None = None) -> Path:
    """Write FILES and `changes` below `folder`; None leaves a file out."""
    for name, content in {**FILES, **(changes or {})}.items():
        if content is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def find_problems(folder: Path) -> tuple[Problem, ...]:
    """All problems and warnings of a source."""
    try:
        return load_source(folder).warnings
    except SourceProblems as error:
        return error.problems


def problem_places(folder: Path) -> list[tuple[str, int, str, str]]:
    """All problems and warnings of a source as (file, line, field, code)."""
    return [(*found.place[:2], found.field, found.code) for found in find_problems(folder)]
