"""The sheets of a workbook, each with its columns."""

from dataclasses import dataclass

from kiosk.authoring.workbook import kinds
from kiosk.authoring.workbook.columns import Column, text_column
from kiosk.authoring.workbook.event_columns import ALT, EVENT_COLUMNS, FOCUS, ICON, ID, TITLE
from kiosk.base.sentence_ids import SentenceId


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, more names by which people call it, its columns."""

    name: SentenceId
    columns: tuple[Column, ...]
    others: str = ""


_TAGLINE = text_column("workbook.tagline", "workbook.tagline.about", ("tagline",), "slogan; слоган")
_NAME = text_column(
    "workbook.name", "workbook.name.about", ("name",), "title; название; атауы; аты-жөні; фио; имя"
)
_EVENT = Column("workbook.event", "workbook.event.about", ("event",), others="id; event id; код", width=20)
_LANGUAGES = Column("workbook.languages", "workbook.languages.about", ("languages",), kinds.TEXT_LANGUAGE)

EVENTS = Sheet(
    "workbook.sheet.events",
    EVENT_COLUMNS,
    "programme; program; calendar; программа; календарь; бағдарлама; күнтізбе",
)
PLACES = Sheet(
    "workbook.sheet.places",
    (
        ID,
        _NAME,
        Column(
            "workbook.kind", "workbook.kind.about", ("kind",), kinds.VENUE_KIND, others="type; тип", width=20
        ),
        Column("workbook.city", "workbook.city.about", ("city",), kinds.VENUE, width=18),
        text_column("workbook.address", "workbook.address.about", ("address",), width=30),
        Column("workbook.access", "workbook.access.about", ("access",), kinds.ACCESSES, width=30),
        Column(
            "workbook.latitude",
            "workbook.latitude.about",
            ("latitude",),
            kinds.DECIMAL,
            others="lat",
            width=11,
        ),
        Column(
            "workbook.longitude",
            "workbook.longitude.about",
            ("longitude",),
            kinds.DECIMAL,
            others="lon; lng",
            width=11,
        ),
    ),
    "venues; площадки",
)
THEMES = Sheet(
    "workbook.sheet.themes",
    (
        ID,
        TITLE,
        _TAGLINE,
        Column("workbook.colour", "workbook.colour.about", ("colour",), others="color; түс"),
        ICON,
    ),
    "topics; категории",
)
SETTINGS = Sheet(
    "workbook.sheet.settings",
    (
        ID,
        TITLE,
        _TAGLINE,
        Column(
            "workbook.version", "workbook.version.about", ("version",), kinds.NUMBER, others="version; версия"
        ),
        Column(
            "workbook.updated", "workbook.updated.about", ("updated",), kinds.DAY, others="updated; обновлено"
        ),
        _LANGUAGES,
        Column("workbook.zone", "workbook.zone.about", ("zone",), others="timezone"),
        Column("workbook.hashtag", "workbook.hashtag.about", ("hashtag",), kinds.HASHTAG, others="хэштег"),
        Column(
            "workbook.hosts", "workbook.hosts.about", ("hosts",), kinds.HOSTS, others="hosts; domains; домены"
        ),
        Column("workbook.page", "workbook.page.about", ("page",), kinds.LINK),
        Column("workbook.corners", "workbook.corners.about", ("corners",), kinds.LIST),
    ),
    "pack; пакет",
)
"""Its columns lie one below the other: a name and its value in each row."""
MEDIA = Sheet(
    "workbook.sheet.media",
    (
        _EVENT,
        Column("workbook.kind", "workbook.kind.about", ("kind",), kinds.MEDIA_KIND, others="type; тип"),
        Column("workbook.file", "workbook.file.about", ("file",), kinds.FILE, width=24),
        ALT,
        FOCUS,
        Column("workbook.poster", "workbook.poster.about", ("poster",), kinds.FILE, width=24),
        Column("workbook.link", "workbook.link.about", ("url",), kinds.LINK, others="url; адрес", width=30),
        Column("workbook.captions", "workbook.captions.about", ("captions",), kinds.FILE, True, width=20),
    ),
    "media; медиа",
)
SPEAKERS = Sheet(
    "workbook.sheet.speakers",
    (
        _EVENT,
        _NAME,
        text_column("workbook.about", "workbook.about.about", ("about",), "about; bio; биография", 36),
    ),
)
LISTS = Sheet("workbook.sheet.lists", ())
"""What the lists to choose from offer; it is not read."""
SHEETS = (EVENTS, PLACES, THEMES, SETTINGS, MEDIA, SPEAKERS)
