"""The exception for expected failures that a person can act on."""

from kiosk.base.sentence_ids import SentenceId


class KioskError(Exception):
    """An expected failure; `code` is its sentence id in `resources/i18n` (ADR 6), `detail` fills it."""

    def __init__(self, code: SentenceId, **detail: object) -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail

    def with_detail(self, **detail: object) -> "KioskError":
        """The same error with more details, or others in place of those of the same name."""
        return KioskError(self.code, **(self.detail | detail))
