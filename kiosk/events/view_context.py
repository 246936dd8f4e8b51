"""Whom it is said to: the language, and the time to tell past from coming by."""

from dataclasses import dataclass

from kiosk.base.model import Text
from kiosk.i18n.translator import LANGUAGES, Translator, pick_translation, translator


class ViewContext:
    """Somebody who reads about events in `language`.

    `now` is the time to judge 'past' by, in UTC seconds, None when the clock cannot be trusted; `year_of` is
    the time whose year dates leave out, None when every date is to have its year.
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
        """The sentences in the reader's language."""
        return translator(self.language)

    def localise(self, text: Text) -> str:
        """`text` in the reader's language, or in the nearest one there is; '' when there is none."""
        return pick_translation(text, self.language)[0] if text else ""

    def other_language_note(self, text: Text) -> str:
        """A label such as 'Only in Russian' when `text` lacks the reader's language, else ''."""
        if not text:
            return ""
        spoken = pick_translation(text, self.language)[1]
        return "" if spoken == self.language else self.translator.text(f"screens.event.only_in.{spoken}")

    def language_name(self, code: str) -> str:
        """What a language is called, as far as there is a word for it: events may be held in any."""
        return self.translator.text(f"screens.language.{code}") if code in LANGUAGES else code


@dataclass
class PaperContext(ViewContext):
    """Somebody who reads a sheet of paper, perhaps next year: every date has its year."""

    language: str
    at: int | None

    @property
    def now(self) -> int | None:
        return self.at

    @property
    def year_omitted_at(self) -> int | None:
        return None
