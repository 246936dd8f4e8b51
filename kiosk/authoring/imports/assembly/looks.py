"""Chooses colours and icons for themes and events, always the same ones for the same programme."""

from collections.abc import Collection

from kiosk.search.fold import fold

COLOURS = (
    "#0A6C9B", "#B9430E", "#2C6A4F", "#6B3FA0", "#A61E4D", "#7A5200", "#1F5FA8", "#00696B", "#8A3324",
    "#4B5320", "#5C4D8A", "#9C2A6B",
)  # fmt: skip
"""Colours on which white words can be read (WCAG 2.2, 1.4.3)."""

_WORDS = {
    "shield-check": "security sicherheit безопасност қауіпсіздік privacy datenschutz",
    "robot": "robot робот",
    "rocket-launch": "startup стартап space космос ғарыш innovation инновац",
    "code": (
        "code coding programming programmier software программирован бағдарламалау python debian "
        "linux packag infrastruct"
    ),
    "computer-tower": (
        "computer компьютер hardware embedded kernel server cloud administr operations internet интернет"
    ),
    "wrench": "workshop мастер making maker bau шеберхана",
    "flask": "science wissenschaft наука ғылым chemi хими",
    "film-slate": "film movie cinema кино фильм video",
    "music-notes": "music musik concert konzert музык концерт song ән күй",
    "paint-brush-broad": "art kunst culture kultur искусств культур өнер мәдениет",
    "book-open": "book buch reading poetry literat story книг чтен поэз кітап оқу library bibliothek",
    "chats": ("english language club talk discussion gespräch разговор клуб тіл bof community gemeinschaft"),
    "translate": "translat internationali localiz перевод аударма accessibility",
    "graduation-cap": (
        "education bildung universit study school образован учеб школ білім introduction beginner"
    ),
    "heartbeat": "health gesundheit mental здоров денсаулық",
    "users-three": "family kinder children famil дет бала отбасы youth молод жас",
    "scales": "politic ethic law recht society human rights gesellschaft прав қоғам құқық",
    "briefcase": "business career work beruf бизнес карьер жұмыс",
    "globe-hemisphere-west": "world international welt мир әлем refugee migrant",
    "leaf": "environment green natur klima эколог природ табиғат",
    "game-controller": "game spiel игр ойын",
    "coffee": "lunch breakfast dinner break coffee essen кофе обед",
    "confetti": "party feier festival opening closing праздник мереке entertainment",
    "medal": "sport спорт",
}
_ICONS = {fold(stem): icon for icon, stems in _WORDS.items() for stem in stems.split()}
_LENGTHS = range(2, max(map(len, _ICONS)) + 1)
_USUAL = "calendar-star"


def choose_icon(name: str, usual: str = _USUAL) -> str:
    """The icon of the first word in a name that suggests one, else `usual`."""
    words = fold(name).replace("-", " ").split()
    starts = (word[:length] for word in words for length in _LENGTHS)
    return next((_ICONS[start] for start in starts if start in _ICONS), usual)


def choose_colour(taken: Collection[str]) -> str:
    """The first colour that is used least among those of other themes."""
    used = [colour.upper() for colour in taken]
    return min(COLOURS, key=used.count)
