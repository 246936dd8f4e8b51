"""Writes a programme of any number of different events in Kazakh, always the same, to make flyers of."""

import json
import random
from datetime import datetime, timedelta
from itertools import count, islice, product
from pathlib import Path

SEED = 1991
TEXT_LENGTHS = (300, 700)
"""The approximate minimum and maximum of letters in the text of an event."""
WARM_UP_EVENTS = 2
"""Events whose flyers are made before measuring, to load fonts and to cache pictures and styles."""
FIRST_START = datetime(2016, 4, 4, 10)
WORDS = json.loads(Path(__file__).with_name("words.json").read_text("utf-8"))
PACK = """\
id = "bench"
version = 1
updated = 2016-04-01
languages = ["kk"]
zone = "Asia/Almaty"
hashtag = "#bench"
hosts = ["kz.usembassy.gov"]
title.kk = "Көктем"
tagline.kk = "Көктемгі кездесулер"
"""
SETTINGS = """\
corner = "corner"
language = "kk"
corner_hours.kk = {hours}
"""


def write_programme(folder: Path, events: int) -> Path:
    """Write a source folder with `events` events, and the settings of its Corner beside it."""
    (folder / "events").mkdir(parents=True)
    files = {"pack.toml": PACK, "themes.toml": _themes(), "venues.toml": _venues()}
    rng, groups = random.Random(SEED), count(1)
    made = ((group, *one) for group in groups for one in product(WORDS["forms"], WORDS["topics"]))
    for number, (group, form, topic) in enumerate(islice(made, events)):
        files[f"events/{topic[0]}-{form[0]}-{group}.toml"] = _event(number, group, topic, form, rng)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    (folder.parent / "kiosk.toml").write_text(SETTINGS.format(hours=_toml_string(WORDS["hours"])), "utf-8")
    return folder


def _themes() -> str:
    return "\n".join(
        f'[{id}]\ncolour = "{colour}"\nicon = "star"\ntitle.kk = "{title}"\ntagline.kk = "{title}"\n'
        for id, (colour, title) in WORDS["themes"].items()
    )


def _venues() -> str:
    city = '[almaty]\nkind = "city"\nlatitude = 43.2525\nlongitude = 76.9115\nname.kk = "Алматы"\n\n'
    name, address = _toml_string(WORDS["corner"]), _toml_string(WORDS["address"])
    return f'{city}[corner]\nkind = "corner"\ncity = "almaty"\nname.kk = {name}\naddress.kk = {address}\n'


def _event(number: int, group: int, topic: list[str], form: list[str], rng: random.Random) -> str:
    """An event; two of three take registrations and so have links as codes, the others calendar entries."""
    start = FIRST_START + timedelta(days=number // 2, hours=number % 2 * 5)
    end = start + timedelta(hours=2)
    title = f"{topic[2]}: {form[1]}" + (f" ({group}-топ)" if group > 1 else "")
    lines = [
        f'theme = "{list(WORDS["themes"])[number % 3]}"',
        f'icon = "{topic[1]}"',
        f'when = "{start:%Y-%m-%dT%H:%M}/{end:%Y-%m-%dT%H:%M}"',
        'reach = "places"\nplaces = ["corner"]\naudience = ["students", "teachers"]',
        'spoken = ["kk"]\nfree = true',
        f"title.kk = {_toml_string(title)}",
        f"summary.kk = {_toml_string(topic[3])}",
        f"body.kk = {_toml_string(_text(topic, form, rng))}",
        f"audience_note.kk = {_toml_string(WORDS['beginners'])}",
    ]
    if number % 3:
        url = f"https://kz.usembassy.gov/events/{topic[0]}-{form[0]}-{group}"
        lines.append(f'[registration]\nurl = "{url}"\ncloses = "{start:%Y-%m-%d}"\nplaces = {20 + number}')
    return "\n".join(lines) + "\n"


def _text(topic: list[str], form: list[str], rng: random.Random) -> str:
    """Two paragraphs of a random total length, rounded to whole sentences."""
    wanted = rng.randint(*TEXT_LENGTHS) - 40
    first, more = f"{topic[3]} {form[2]}", rng.sample(WORDS["more"], len(WORDS["more"]))
    second = more.pop()
    while more and len(first) + len(second) + len(more[-1]) < wanted:
        second += " " + more.pop()
    return f"{first}\n{second}"


def _toml_string(text: str) -> str:
    """A TOML string; its escapes are those of JSON here."""
    return json.dumps(text, ensure_ascii=False)
