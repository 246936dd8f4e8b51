"""Expected failures that a person can act on, and why the operating system refuses a file."""

import errno

from kiosk.base.sentence_ids import DiskId, SentenceId

_REASONS: dict[int, DiskId] = {
    errno.EACCES: "disk.denied",
    errno.EPERM: "disk.denied",
    errno.ENOENT: "disk.missing",
    errno.ENOSPC: "disk.full",
    errno.EDQUOT: "disk.full",
    errno.EROFS: "disk.read_only",
    errno.EIO: "disk.faulty",
    errno.EISDIR: "disk.folder",
    errno.ENOTDIR: "disk.not_folder",
    errno.ENAMETOOLONG: "disk.long_name",
    errno.EEXIST: "disk.exists",
    errno.EBUSY: "disk.busy",
    errno.ETXTBSY: "disk.busy",
    errno.ENODEV: "disk.gone",
    errno.ENXIO: "disk.gone",
    errno.ESTALE: "disk.gone",
    errno.ENOTCONN: "disk.gone",
    errno.ETIMEDOUT: "disk.silent",
    errno.EHOSTDOWN: "disk.silent",
}


class KioskError(Exception):
    """An expected failure; `code` is its sentence id in `resources/i18n` (ADR 6), `detail` fills it."""

    def __init__(self, code: SentenceId, **detail: object) -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail

    def with_detail(self, **detail: object) -> "KioskError":
        """The same error with more details, or others in place of those of the same name."""
        return KioskError(self.code, **(self.detail | detail))


def disk_reason(error: OSError) -> KioskError:
    """Why the system refused a file, as a value for a sentence: its own words are English.

    A reason that is none of the usual ones keeps them.
    """
    if reason := _REASONS.get(error.errno or 0):
        return KioskError(reason)
    return KioskError("disk.unusual", text=error.strerror or str(error) or type(error).__name__)
