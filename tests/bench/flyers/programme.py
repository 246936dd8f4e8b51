"""The programme that flyers are made of: as many different events as wanted, in Kazakh, always the same."""

import json
import random
from datetime import datetime, timedelta
from itertools import count, islice, product
from pathlib import Path

SEED = 1991
LETTERS = (300, 700)
"""The least and the most that the text of an event has, about."""
WARM = 2
"""Events whose flyers are made before it counts: fonts are read, pictures and styles kept."""
FIRST = datetime(2016, 4, 4, 10)
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


def write(folder: Path, events: int) -> Path:
    """A source folder of so many events; the settings of its Corner lie beside it."""
    (folder / "events").mkdir(parents=True)
    files = {"pack.toml": PACK, "themes.toml": _themes(), "venues.toml": _venues()}
    chance, groups = random.Random(SEED), count(1)
    made = ((group, *one) for group in groups for one in product(WORDS["forms"], WORDS["topics"]))
    for number, (group, form, topic) in enumerate(islice(made, events)):
        files[f"events/{topic[0]}-{form[0]}-{group}.toml"] = _event(number, group, topic, form, chance)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    (folder.parent / "kiosk.toml").write_text(SETTINGS.format(hours=_quoted(WORDS["hours"])), "utf-8")
    return folder


def _themes() -> str:
    return "\n".join(
        f'[{id}]\ncolour = "{colour}"\nicon = "star"\ntitle.kk = "{title}"\ntagline.kk = "{title}"\n'
        for id, (colour, title) in WORDS["themes"].items()
    )


def _venues() -> str:
    city = '[almaty]\nkind = "city"\nlatitude = 43.2525\nlongitude = 76.9115\nname.kk = "Алматы"\n\n'
    name, address = _quoted(WORDS["corner"]), _quoted(WORDS["address"])
    return f'{city}[corner]\nkind = "corner"\ncity = "almaty"\nname.kk = {name}\naddress.kk = {address}\n'


def _event(number: int, group: int, topic: list[str], form: list[str], chance: random.Random) -> str:
    """Two of three events take registrations, so that their codes are links, the others' calendar entries."""
    start = FIRST + timedelta(days=number // 2, hours=number % 2 * 5)
    end = start + timedelta(hours=2)
    title = f"{topic[2]}: {form[1]}" + (f" ({group}-топ)" if group > 1 else "")
    lines = [
        f'theme = "{list(WORDS["themes"])[number % 3]}"',
        f'icon = "{topic[1]}"',
        f'when = "{start:%Y-%m-%dT%H:%M}/{end:%Y-%m-%dT%H:%M}"',
        'reach = "places"\nplaces = ["corner"]\naudience = ["students", "teachers"]',
        'spoken = ["kk"]\nfree = true',
        f"title.kk = {_quoted(title)}",
        f"summary.kk = {_quoted(topic[3])}",
        f"body.kk = {_quoted(_text(topic, form, chance))}",
        f"audience_note.kk = {_quoted(WORDS['beginners'])}",
    ]
    if number % 3:
        url = f"https://kz.usembassy.gov/events/{topic[0]}-{form[0]}-{group}"
        lines.append(f'[registration]\nurl = "{url}"\ncloses = "{start:%Y-%m-%d}"\nplaces = {20 + number}')
    return "\n".join(lines) + "\n"


def _text(topic: list[str], form: list[str], chance: random.Random) -> str:
    """Two paragraphs of a length by chance, as even as sentences allow."""
    wanted = chance.randint(*LETTERS) - 40
    first, more = f"{topic[3]} {form[2]}", chance.sample(WORDS["more"], len(WORDS["more"]))
    second = more.pop()
    while more and len(first) + len(second) + len(more[-1]) < wanted:
        second += " " + more.pop()
    return f"{first}\n{second}"


def _quoted(text: str) -> str:
    """As a string of TOML, whose escapes are those of JSON here."""
    return json.dumps(text, ensure_ascii=False)
