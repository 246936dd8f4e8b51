"""Search words for months, audiences, offers and former city names, which no text of an event spells out."""

from collections.abc import Mapping

MONTH_WORDS = (
    "january қаңтар январь января январе winter қыс зима",
    "february ақпан февраль февраля феврале winter қыс зима",
    "march наурыз март марта марте spring көктем весна",
    "april сәуір апрель апреля апреле spring көктем весна",
    "may мамыр май мая мае spring көктем весна",
    "june маусым июнь июня июне summer жаз лето",
    "july шілде июль июля июле summer жаз лето",
    "august тамыз август августа августе summer жаз лето",
    "september қыркүйек сентябрь сентября сентябре autumn fall күз осень",
    "october қазан октябрь октября октябре autumn fall күз осень",
    "november қараша ноябрь ноября ноябре autumn fall күз осень",
    "december желтоқсан декабрь декабря декабре winter қыс зима",
)
"""January first; Kazakh endings are stripped from queries, Russian forms are listed as the word changes."""

AUDIENCE_WORDS: Mapping[str, str] = {
    "children": "children kids child бала балалар дети детей детям детский ребёнок ребята",
    "students": "students pupils студент студенттер оқушы оқушылар студенты студентам школьник школьники",
    "teachers": "teachers educators мұғалім ұстаз учитель учителя учителям преподаватель педагог педагоги",
    "entrepreneurs": "entrepreneurs кәсіпкер кәсіпкерлер предприниматель предприниматели бизнесмен",
    "artists": "artists өнерпаз суретші артист художник",
    "athletes": "athletes sportsmen спортшы спортшылар спортсмен спортсмены",
    "professionals": "professionals specialists маман мамандар специалист специалисты",
    "everyone": "everyone everybody барлығы баршаға все всех всем желающие",
}
"""By the codes of `kiosk.base.model.AUDIENCES`."""

OFFER_WORDS: Mapping[str, str] = {
    "free": "free тегін ақысыз бесплатно бесплатный бесплатная бесплатные",
    "online": "online онлайн қашықтан дистанционно zoom",
    "step_free": "wheelchair accessible арба инвалид коляска коляске",
}
"""By what events offer, as `kiosk.store.event_selection.OFFERS` has it."""

FORMER_NAMES: Mapping[str, str] = {
    "алмаата": "алматы",
    "almaata": "almaty",
    "нурсултан": "астана",
    "nursultan": "astana",
    "целиноград": "астана",
    "актюбинск": "актобе",
    "aktyubinsk": "aktobe",
    "кустанаи": "костанаи",
    "чимкент": "шымкент",
    "chimkent": "shymkent",
    "семипалатинск": "семеи",
    "semipalatinsk": "semey",
    "уральск": "орал",
    "uralsk": "oral",
}
"""Folded names of cities as people still call them, and the present ones."""
_MIN_FORMER = 5
"""The fewest letters of a former name that are not taken for another word."""


def present_name(term: str) -> str:
    """The present name of the city whose former name begins with the folded `term`; '' for none."""
    names = (now for before, now in FORMER_NAMES.items() if before.startswith(term))
    return next(names, "") if len(term) >= _MIN_FORMER else ""


def month_words(name: str) -> str:
    """The search words of a month ('2016-06'), its season and its year."""
    year, number = name.split("-")
    return f"{MONTH_WORDS[int(number) - 1]} {year}"
