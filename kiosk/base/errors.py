"""The exception for expected failures that a person can act on."""


class KioskError(Exception):
    """An expected failure; `code` is its sentence id in `resources/i18n` (ADR 6), `detail` fills it."""

    def __init__(self, code: str, **detail: object) -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail
