"""How making a stick went, in words, and how long that is worth showing."""

from dataclasses import dataclass

from kiosk.viewmodels.background.child_reply import ChildReply, error_text
from kiosk.viewmodels.desk.checker import Checker
from kiosk.viewmodels.session import Session


@dataclass(frozen=True)
class Outcome:
    """The reply of the child process; `subject` was open when it came.

    `digest` is that of the state that was signed, '' if another programme has been opened meanwhile.
    """

    reply: ChildReply
    subject: str
    digest: str
    is_cancelled: bool

    @property
    def is_done(self) -> bool:
        """Whether the stick is made."""
        return "done" in self.reply

    def is_old(self, checker: Checker) -> bool:
        """Whether another programme is open now, or this one has been changed since its pack was made."""
        return self.subject != checker.subject or self.is_edited(checker)

    def is_edited(self, checker: Checker) -> bool:
        """Whether the programme of a pack that was made is open still, in another state."""
        report = checker.report
        is_same = self.is_done and self.subject == checker.subject
        return bool(is_same and self.digest and report and report.get("digest") != self.digest)

    @property
    def short_id(self) -> str:
        """The short id of the pack that was made, in groups that can be read out."""
        id = (self.reply.get("done") or {}).get("short_id", "")
        return f"{id[:3]} {id[3:]}" if id else ""

    def title(self, session: Session) -> str:
        """What has become of the stick, in one sentence."""
        if done := self.reply.get("done"):
            return session.translator.text("desk.done", number=done["number"], folder=done["folder"])
        return session.translator.text("desk.not_done")

    def detail(self, session: Session) -> str:
        """What else there is to know: of a pack its facts, of a failure the reason."""
        if done := self.reply.get("done"):
            facts = {"publisher": done["publisher"], "name": done["name"], "n": done["events"]}
            return session.translator.text("desk.done_facts", title=session.localise(done["title"]), **facts)
        error = self.reply.get("error") or {}
        if error.get("code", "sources.stopped") == "sources.stopped" and self.is_cancelled:
            return session.translator.text("desk.stopped")
        return session.localise(error_text(self.reply)) or session.translator.text("desk.crashed")

    def remark(self, session: Session) -> str:
        """That the programme has been changed since this pack was made."""
        number = (self.reply.get("done") or {}).get("number", 0)
        return session.translator.text("desk.stick.edited", number=number, id=self.short_id)
