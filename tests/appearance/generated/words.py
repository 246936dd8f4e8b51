"""Texts up to the limits of packs, in three languages."""

from collections.abc import Callable

from hypothesis import strategies as st

from kiosk.base.model import Text
from kiosk.base.text import TEXT_LIMITS

WORDS = {
    "kk": "бағдарламалаушылардың халықаралық «Кеңістік» және АҚШ-та 3D-принтерде үшін балаларға арналған",
    "ru": "Программирование в достопримечательностях «Пространство» и предпринимательских с 15–21 для детей",
    "en": "counterrevolutionaries a U.S.–Kazakhstan «The Exchange» internationalization of 3D-printing for",
}
"""Words of each language, long and of one letter, with quotation marks, numbers and hyphens."""
LANGUAGES = tuple(WORDS)
FORMS = ("short", "usual", "longest", "wide", "unbroken")
"""One word; a few; as many as are allowed; long words alone; a single word as long as is allowed."""
_CASES: tuple[Callable[[str], str], ...] = (str, str.title, str.upper)


def texts(kind: str, *, optional: bool = False, languages: tuple[str, ...] = ()) -> st.SearchStrategy[Text]:
    """Texts of that kind (a key of TEXT_LIMITS), in these `languages`, else in one or in all."""
    limit = TEXT_LIMITS[kind]
    made = st.builds(
        lambda form, turn, case, languages: {
            language: case(_text(language, form, turn, limit)) for language in languages
        },
        st.sampled_from(FORMS),
        st.integers(0, 9),
        st.sampled_from(_CASES),
        st.just(languages) if languages else st.sampled_from((LANGUAGES, LANGUAGES, ("ru",))),
    )
    return st.just({}) | made if optional else made


def _text(language: str, form: str, turn: int, limit: int) -> str:
    words = WORDS[language].split()
    words = words[turn % len(words) :] + words[: turn % len(words)]
    if form == "short":
        return words[0][:limit]
    if form == "usual":
        return " ".join(words[:4])[: min(limit, 60)].strip()
    if form == "wide":
        words = [word for word in words if len(word) > 12]
    if form == "unbroken":
        return ("".join(filter(str.isalpha, words)) * limit)[:limit]
    return " ".join(words * (limit // 20 + 1))[:limit].strip()
