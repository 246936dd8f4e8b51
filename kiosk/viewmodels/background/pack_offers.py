"""The packs on the stick or share that staff can install."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from kiosk.base.sentence_ids import StaffId
from kiosk.sources.source_errors import SourceKind
from kiosk.sources.stick import Stick
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply, error_text

INSTALLABLE_STANDINGS = ("first", "newer", "repair", "beside")
"""The standings of packs that are worth installing."""
REFUSED = "refused"
"""The standing of a pack that cannot be installed, or not before staff allow what it asks for."""


class Source(NamedTuple):
    """A stick or share by its displayed name: `packs` is from `kiosk scan`, `best` an index in it.

    `notes` say in every language what else staff should know of its files.
    """

    kind: SourceKind
    name: str
    packs: Sequence[ChildReply]
    best: int | None
    notes: Sequence[ChildReply] = ()


class PackOffers(QObject):
    """The packs on all partitions of the one stick that is plugged in.

    `problem_id` is the sentence that says why there are none; `error_text` is the error
    of a child in every language.
    """

    changed = Signal()

    def __init__(self, scan_command: Callable[[Sequence[Path]], Sequence[object]], parent: QObject) -> None:
        super().__init__(parent)
        self._scan_command = scan_command
        self._child: ChildProcess | None = None
        self.stick: Stick | None = None
        self.source: Source | None = None
        self.problem_id: StaffId | None = None
        self.error_text: ChildReply = {}

    @property
    def is_scanning(self) -> bool:
        """Whether a stick is being scanned."""
        return self._child is not None

    @property
    def has_installable_pack(self) -> bool:
        """Whether there is a pack worth installing, or one that staff can allow."""
        packs = self.source.packs if self.source else ()
        return any(
            pack.get("standing") in INSTALLABLE_STANDINGS
            or (pack.get("standing") == REFUSED and pack.get("asks"))
            for pack in packs
        )

    def scan_sticks(self, sticks: Sequence[Stick]) -> None:
        """Scan the stick that is plugged in now, and forget the result of the last scan."""
        self._cancel_scan()
        self.stick = self.source = None
        self.error_text = {}
        self.problem_id = "staff.sticks.several" if len(sticks) > 1 else None
        if len(sticks) == 1:
            self.stick = sticks[0]
            if self.stick.readable:
                self._scan(self.stick)
            else:
                self.problem_id = "staff.sticks.unsafe"
        self.changed.emit()

    def rescan(self) -> None:
        """Scan the same stick once more: the programme, and so the standing of each pack, has changed."""
        if self.stick:
            self.scan_sticks([self.stick])

    def _scan(self, stick: Stick) -> None:
        child = self._child = ChildProcess(self._scan_command([one.path for one in stick.readable]), self)
        child.ended.connect(lambda reply: self._handle_reply(stick, reply) if child is self._child else None)
        child.start()

    def _handle_reply(self, stick: Stick, reply: dict[str, Any]) -> None:
        self._child = None
        if "done" in reply:
            done = reply["done"]
            notes = [note["text"] for note in done["notes"]]
            self.source = Source("stick", stick.name, done["files"], done["best"], notes)
        else:
            self.error_text = error_text(reply)
            self.problem_id = None if self.error_text else "staff.sticks.unreadable"
        self.changed.emit()

    def _cancel_scan(self) -> None:
        if self._child:
            self._child.cancel()
            self._child = None
