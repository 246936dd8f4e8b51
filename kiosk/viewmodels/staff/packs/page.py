"""The page Programmes: one pack of the source with its preview, the others behind a button, installation."""

from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.base.sentence_ids import StaffId
from kiosk.i18n.translator import find_sentence
from kiosk.sources.source_errors import SourceKind
from kiosk.viewmodels.background.child_process import ChildProcess
from kiosk.viewmodels.background.child_reply import ChildReply, error_text
from kiosk.viewmodels.background.pack_offers import Source
from kiosk.viewmodels.background.services import BackgroundServices
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.containment import Property, Slot, contained
from kiosk.viewmodels.staff.packs.installation import Installation
from kiosk.viewmodels.staff.packs.other_programme import OtherProgramme
from kiosk.viewmodels.staff.packs.rights_request import RightsRequest
from kiosk.viewmodels.staff.packs.rows import (
    STANDINGS,
    ChangeRows,
    NumberRows,
    OfferRows,
    change_rows,
    number_rows,
    offer_rows,
)
from kiosk.viewmodels.staff.packs.share_card import ShareCard
from kiosk.viewmodels.staff.page import StaffPage

QML_IMPORT_NAME = "kiosk.viewmodels"
QML_IMPORT_MAJOR_VERSION = 1

_State = Literal["empty", "looking", "trouble", "offers", "reading", "preview", "question", "installation"]
_MESSAGES: dict[_State, StaffId | None] = {
    "empty": "staff.packs.empty",
    "looking": "staff.packs.looking",
    "trouble": None,
    "offers": "staff.packs.offers",
    "reading": "staff.packs.reading",
    "preview": None,
    "question": None,
    "installation": None,
}
_SOURCES: dict[SourceKind, StaffId] = {"stick": "staff.source.stick", "share": "staff.source.share"}


@QmlElement
class PacksPage(StaffPage):
    """The packs of one source; `state` is a _State.

    The pack to install first is previewed at once: the newest of its publisher, of the publisher of the
    highest precedence (`kiosk.delivery.scan.choose_best`). The others are listed when staff ask for them.
    """

    changed = Signal()

    def __init__(self, session: Session, background: BackgroundServices, parent: QObject) -> None:
        super().__init__(session, background, parent)
        self._offers, self._numbers, self._changes = OfferRows(self), NumberRows(self), ChangeRows(self)
        self._source: Source | None = None
        self._chosen: int | None = None
        self._child: ChildProcess | None = None
        self._preview: dict[str, Any] = {}
        self._error_text: dict[str, str] = {}
        self._installation = Installation(session, background, self)
        self._other = OtherProgramme(session, background, self)
        self._other.changed.connect(self.changed)
        self._share = ShareCard(session, background.share, self)
        self._request = RightsRequest(session, background, self)
        background.offers.changed.connect(self._update_source)
        if background.share:
            background.share.changed.connect(self._update_source)
        background.job.changed.connect(self.refresh)
        self._update_source()

    def open(self) -> None:
        """Begin with the pack to install first."""
        self._other.refuse()
        self._choose_first()
        self.refresh()

    @Slot()
    def _update_source(self) -> None:
        """When the source has changed, preview its best pack."""
        source = self.background.choose_source()
        if source != self._source:
            self._source = source
            self._clear_preview()
            self._choose_first()
        self.refresh()

    def _choose_first(self) -> None:
        """Preview the pack to install first, unless another one is previewed."""
        if self._source and self._source.best is not None and self._chosen is None:
            self.choose(self._source.best)

    @Slot()
    def listPacks(self) -> None:
        """List all packs of the source in place of the preview."""
        self._clear_preview()
        self.refresh()

    def _clear_preview(self) -> None:
        if self._child:
            self._child.cancel()
        self._child, self._chosen, self._preview, self._error_text = None, None, {}, {}

    @Slot(int)
    def choose(self, place: int) -> None:
        """Preview the pack at that place of the list."""
        self._clear_preview()
        assert self._source
        self._chosen = place
        file = Path(self._source.packs[place]["file"])
        child = self._child = ChildProcess(self.background.command("preview", file, "--progress"), self)
        child.ended.connect(
            contained(self, lambda reply: self._handle_preview(reply) if child is self._child else None)
        )
        child.start()
        self.refresh()

    def _handle_preview(self, reply: dict[str, Any]) -> None:
        self._child = None
        self._preview = reply.get("done") or {}
        self._error_text = error_text(reply)
        self.refresh()

    @Slot()
    def install(self) -> None:
        """Install the pack of the preview."""
        if self._source and self._preview and self._chosen is not None:
            self.background.install(self._source, Path(self._source.packs[self._chosen]["file"]))

    def _state(self) -> _State:
        if self.background.job.kind:
            return "installation"
        if self._other.is_asking:
            return "question"
        if self._child:
            return "reading"
        if self._preview:
            return "preview"
        if self.background.offers.is_scanning:
            return "looking"
        if self.problem:
            return "trouble"
        return "offers" if self._source and self._source.packs else "empty"

    @Slot()
    def openFlyers(self) -> None:
        """Go to the page Flyers, which lists the wrong ones."""
        self.pageRequested.emit("flyers")

    @Slot()
    def refresh(self) -> None:
        """Update all texts in the current language."""
        session = self.session
        self._offers.show(offer_rows(self._source, self._chosen, session) if self._source else [])
        self._numbers.show(number_rows(self._preview, session) if self._preview else [])
        self._changes.show(change_rows(self._preview["rows"], session) if self._preview else [])
        self._installation.changed.emit()
        self._share.changed.emit()
        self._request.show_pack(self._asking_pack())
        self._other.changed.emit()

    def _asking_pack(self) -> ChildReply | None:
        """The chosen pack, if its publisher asks for more rights, else the first such pack."""
        packs = self._source.packs if self._source else ()
        chosen = packs[self._chosen : self._chosen + 1] if self._chosen is not None else packs
        return next((pack for pack in chosen if pack.get("asks")), None)

    @Property(str, notify=changed)
    def state(self) -> str:
        return self._state()

    @Property(str, notify=changed)
    def message(self) -> str:
        """What staff should do or wait for, '' in the states that show it otherwise."""
        state = self._state()
        if state == "trouble":
            return self.problem
        id = _MESSAGES[state]
        return self.session.translator.text(id) if id else ""

    @property
    def problem(self) -> str:
        """Why no pack can be offered or previewed, '' without a problem."""
        offers, translator = self.background.offers, self.session.translator
        if text := self._error_text or offers.error_text:
            return self.session.localise(text)
        if self._source and not self._source.packs:
            notes = map(self.session.localise, self._source.notes)
            return "\n".join([translator.text("staff.sticks.nothing"), *notes])
        return translator.text(offers.problem_id) if offers.problem_id else ""

    @Property(str, notify=changed)
    def currentProgramme(self) -> str:
        """The programme on show, in words."""
        programme = self.session.programme
        if programme is None:
            return self.session.translator.text("staff.shown.nothing")
        first = programme.packs[0]
        return self.session.translator.text(
            "staff.shown",
            title=self.session.localise(first.title),
            version=first.version,
            short_id=first.short_id,
        )

    @Property(str, notify=changed)
    def sourceName(self) -> str:
        """The stick or share on which the pack is, in words."""
        if self._source is None:
            return ""
        return self.session.translator.text(_SOURCES[self._source.kind], name=self._source.name)

    @Property(bool, notify=changed)
    def isOnStick(self) -> bool:
        return self._source is not None and self._source.kind == "stick"

    @Property(str, notify=changed)
    def title(self) -> str:
        return self.session.localise(self._preview["pack"]["title"]) if self._preview else ""

    @Property(str, notify=changed)
    def signature(self) -> str:
        """The publisher, number and id of the pack, and the version it replaces."""
        if not self._preview:
            return ""
        pack, before, translator = self._preview["pack"], self._preview["shown"], self.session.translator
        facts = {
            "publisher": self._preview["publisher"],
            "version": pack["version"],
            "short_id": pack["short_id"],
        }
        line = translator.text("staff.signed", **facts)
        if self._preview["standing"] == "newer" and before:
            line += " · " + translator.text("staff.replaces", version=before["version"])
        return line

    @Property(str, notify=changed)
    def installLabel(self) -> str:
        """The label of the button that installs the pack of the preview, with its number."""
        if not self._preview:
            return ""
        return self.session.translator.text("staff.install", version=self._preview["pack"]["version"])

    @Property(str, notify=changed)
    def othersLabel(self) -> str:
        """The label of the button that lists the packs beside the previewed one, '' without any."""
        others = len(self._offers.rows) - 1
        if others < 1 or self._chosen is None:
            return ""
        return self.session.translator.plural("staff.packs.others", others)

    @Property(str, notify=changed)
    def standing(self) -> str:
        """The standing of the pack in words."""
        if not self._preview:
            return ""
        id = find_sentence(STANDINGS, self._preview["standing"])
        return self.session.translator.text(id) if id else ""

    @Property(bool, notify=changed)
    def canInstall(self) -> bool:
        return bool(self._preview) and self._preview["standing"] != "already"

    @Property(OfferRows, constant=True)
    def offers(self) -> OfferRows:
        return self._offers

    @Property(NumberRows, constant=True)
    def numbers(self) -> NumberRows:
        return self._numbers

    @Property(ChangeRows, constant=True)
    def changes(self) -> ChangeRows:
        return self._changes

    @Property(OtherProgramme, constant=True)
    def other(self) -> OtherProgramme:
        return self._other

    @Property(ShareCard, constant=True)
    def share(self) -> ShareCard:
        return self._share

    @Property(RightsRequest, constant=True)
    def request(self) -> RightsRequest:
        return self._request

    @Property(Installation, constant=True)
    def installation(self) -> Installation:
        return self._installation
