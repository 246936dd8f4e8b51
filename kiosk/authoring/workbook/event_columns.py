"""The columns of the sheet of events."""

from kiosk.authoring.workbook import kinds
from kiosk.authoring.workbook.columns import Column, text_column

ID = Column("workbook.id", "workbook.id.about", ("id",), others="event id; slug", width=16)
DATE = Column(
    "workbook.date",
    "workbook.date.about",
    ("when",),
    kinds.WHEN,
    others="when; day; start date; first day; date and time; дата начала; когда; день; дата и время; қашан; "
    "басталу күні",
)
BEGINS = Column(
    "workbook.begins",
    "workbook.begins.about",
    ("begins",),
    others="start; starts; time; hours; start time; from; время; время начала; час; часы; с; уақыты; сағаты; "
    "басталу уақыты",
    width=9,
)
ENDS = Column(
    "workbook.ends",
    "workbook.ends.about",
    ("ends",),
    others="end; end time; finish; to; время окончания; конец; до; аяқталу уақыты",
    width=9,
)
LAST_DAY = Column(
    "workbook.last_day",
    "workbook.last_day.about",
    ("last_day",),
    kinds.DAY,
    others="end date; дата окончания; аяқталу күні",
)
REPEAT = Column(
    "workbook.repeat",
    "workbook.repeat.about",
    ("every",),
    others="repeat; every; recurrence; повтор; повторение; регулярность; қайталау",
    width=20,
)
UNTIL = Column(
    "workbook.until",
    "workbook.until.about",
    ("until",),
    kinds.DAY,
    others="repeats until; last date; до какого дня; повторять до",
)
EXCEPT = Column(
    "workbook.except",
    "workbook.except.about",
    ("except",),
    kinds.DAYS,
    others="not on; exceptions; кроме; исключения; өтпейді",
)
STATUS = Column(
    "workbook.status", "workbook.status.about", ("status",), kinds.STATUS, others="state; состояние"
)
ORIGINAL = Column(
    "workbook.original",
    "workbook.original.about",
    ("original",),
    kinds.WHEN,
    others="original date; instead of; прежняя дата; вместо; бұрынғы күні",
)
VENUE = Column("workbook.venue", "workbook.venue.about", ("venue",), kinds.VENUE, width=18)
PLACES = Column(
    "workbook.places",
    "workbook.places.about",
    ("places",),
    kinds.VENUES,
    others="places; venue; venues; location; where; места; место проведения; площадка; где; "
    "орны; орын; қайда; өтетін жері",
    width=24,
)
PRICE = Column(
    "workbook.price", "workbook.price.about", ("price",), others="cost; fee; стоимость; құны; бағасы"
)
PICTURE = Column(
    "workbook.picture",
    "workbook.picture.about",
    ("picture",),
    kinds.FILE,
    others="image; photo; poster; картинка; фото; афиша; постер; фотосурет",
    width=18,
)
ALT = text_column(
    "workbook.alt", "workbook.alt.about", ("alt",), "alt; picture description; описание изображения"
)
FOCUS = Column(
    "workbook.focus", "workbook.focus.about", ("focus",), kinds.POINT, others="focus; фокус", width=10
)

TITLE = text_column(
    "workbook.title",
    "workbook.title.about",
    ("title",),
    "name; event; event name; event title; наименование; мероприятие; название мероприятия; тақырыбы; аты; "
    "іс-шара; іс-шара атауы",
)
THEME = Column(
    "workbook.theme",
    "workbook.theme.about",
    ("theme",),
    kinds.THEME,
    others="topic; category; категория; тематика; направление; санат; бағыты",
)
ICON = Column("workbook.icon", "workbook.icon.about", ("icon",), others="иконка")

EVENT_COLUMNS: tuple[Column, ...] = (
    ID,
    TITLE,
    DATE,
    BEGINS,
    ENDS,
    LAST_DAY,
    REPEAT,
    UNTIL,
    EXCEPT,
    PLACES,
    THEME,
    ICON,
    STATUS,
    ORIGINAL,
    VENUE,
    text_column(
        "workbook.summary",
        "workbook.summary.about",
        ("summary",),
        "short description; short text; subtitle; краткое описание; анонс; қысқаша сипаттама",
        36,
    ),
    text_column(
        "workbook.body",
        "workbook.body.about",
        ("body",),
        "body; description; details; full text; описание; подробности; полный текст; сипаттама; сипаттамасы; "
        "толық мәтін",
        48,
    ),
    Column(
        "workbook.registration_url",
        "workbook.registration_url.about",
        ("registration", "url"),
        kinds.LINK,
        others="registration; registration url; link; url; регистрация; ссылка; тіркелу; сілтеме",
        width=30,
    ),
    Column(
        "workbook.registration_opens",
        "workbook.registration_opens.about",
        ("registration", "opens"),
        kinds.WHEN,
    ),
    Column(
        "workbook.registration_closes",
        "workbook.registration_closes.about",
        ("registration", "closes"),
        kinds.WHEN,
        others="deadline; registration until; регистрация до; срок регистрации",
    ),
    Column(
        "workbook.registration_places",
        "workbook.registration_places.about",
        ("registration", "places"),
        kinds.NUMBER,
        others="seats; capacity; количество мест; мест; орын",
        width=9,
    ),
    Column(
        "workbook.waiting_list",
        "workbook.waiting_list.about",
        ("registration", "waiting_list"),
        kinds.YES_NO,
        others="список ожидания",
        width=9,
    ),
    PRICE,
    text_column("workbook.price_note", "workbook.price_note.about", ("price_note",)),
    Column(
        "workbook.audience",
        "workbook.audience.about",
        ("audience",),
        kinds.AUDIENCE,
        others="audience; who; аудитория; аудиториясы; кімге",
    ),
    text_column("workbook.audience_note", "workbook.audience_note.about", ("audience_note",)),
    Column(
        "workbook.age",
        "workbook.age.about",
        ("age",),
        kinds.AGES,
        others="ages; жас шектеуі; возрастное ограничение",
        width=9,
    ),
    Column("workbook.level", "workbook.level.about", ("level",), kinds.LEVEL),
    Column(
        "workbook.spoken",
        "workbook.spoken.about",
        ("spoken",),
        kinds.TEXT_LANGUAGE,
        others="language; язык; тілі",
        width=9,
    ),
    Column(
        "workbook.online",
        "workbook.online.about",
        ("online",),
        kinds.ONLINE,
        others="online link; zoom; трансляция",
        width=20,
    ),
    text_column("workbook.organiser", "workbook.organiser.about", ("organiser",), "organizer; host"),
    text_column(
        "workbook.contact_name",
        "workbook.contact_name.about",
        ("contact", "name"),
        "contact person; контактное лицо",
    ),
    Column(
        "workbook.contact_phone",
        "workbook.contact_phone.about",
        ("contact", "phone"),
        kinds.PHONE,
        others="phone; тел; телефон",
        width=18,
    ),
    Column(
        "workbook.contact_email",
        "workbook.contact_email.about",
        ("contact", "email"),
        others="email; почта; эл почта; пошта",
        width=22,
    ),
    Column(
        "workbook.contact_url",
        "workbook.contact_url.about",
        ("contact", "url"),
        kinds.LINK,
        others="website; сайт",
        width=24,
    ),
    PICTURE,
    ALT,
    FOCUS,
    Column(
        "workbook.hashtags",
        "workbook.hashtags.about",
        ("hashtags",),
        kinds.HASHTAGS,
        others="hashtag; хештег; хэштег",
    ),
    Column("workbook.source", "workbook.source.about", ("source",), kinds.LINK, width=24),
    Column("workbook.reach", "workbook.reach.about", ("reach",), kinds.REACH),
    Column("workbook.languages", "workbook.languages.about", ("languages",), kinds.TEXT_LANGUAGE),
)

ROW_COLUMNS = frozenset(
    column.path
    for column in (ID, DATE, BEGINS, ENDS, LAST_DAY, REPEAT, UNTIL, EXCEPT, STATUS, ORIGINAL, VENUE)
)
"""What a row says of itself; everything else it says of its event."""
