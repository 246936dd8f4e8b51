"""The language and time for which text about events is made."""

from dataclasses import dataclass

from kiosk.base.model import Language, Text
from kiosk.base.sentence_ids import SentenceId
from kiosk.i18n.translator import Translator, pick_translation, translator

_ONLY_IN: dict[Language, SentenceId] = {
    "kk": "screens.event.only_in.kk",
    "ru": "screens.event.only_in.ru",
    "en": "screens.event.only_in.en",
}


class ViewContext:
    """The `language` and time of a view.

    `now` decides what is past, in UTC seconds, None when the clock cannot be trusted; dates omit the year of
    `year_omitted_at`, None when every date is to have its year.
    """

    language: str

    @property
    def now(self) -> int | None:
        raise NotImplementedError

    @property
    def year_omitted_at(self) -> int | None:
        raise NotImplementedError

    @property
    def translator(self) -> Translator:
        """The translator of the language."""
        return translator(self.language)

    def localise(self, text: Text) -> str:
        """`text` in the language, or in the nearest one available; '' when there is none."""
        return pick_translation(text, self.language)[0] if text else ""

    def other_language_note(self, text: Text) -> str:
        """A label such as 'Only in Russian' when `text` lacks the language, else ''."""
        if not text:
            return ""
        found = pick_translation(text, self.language)[1]
        return "" if found == self.language else self.translator.text(_ONLY_IN[found])

    def language_name(self, code: str) -> str:
        """The name of a language, or its code when there is no name: events may be held in any."""
        return self.translator.language_name(code)


@dataclass
class PaperContext(ViewContext):
    """The context of printed paper, which may be read next year: every date has its year."""

    language: str
    at: int | None

    @property
    def now(self) -> int | None:
        return self.at

    @property
    def year_omitted_at(self) -> int | None:
        return None
