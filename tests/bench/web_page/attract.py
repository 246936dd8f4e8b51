"""The attract loop as HTML."""

from collections.abc import Iterator
from html import escape

from kiosk.i18n.translator import translator
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.attract import MAX_SLIDES
from kiosk.viewmodels.visitor.shared.event_rows import event_row
from tests.bench.web_page.parts import badge, halo, icon


def attract_slides(session: Session) -> Iterator[str]:
    """The HTML of the attract loop's slides."""
    assert session.programme is not None
    touch = "".join(
        f"<span>{translator(code).text('screens.attract.touch')}</span>"
        for code in session.settings.languages
    )
    for card in session.programme.catalogue.cards(session.now, limit=MAX_SLIDES):
        row = event_row(card, session)
        theme = escape(session.localise(session.theme(card.theme).title))
        yield (
            f'<button class="attract cover" style="--colour: {row.colour}" data-go="home" data-name="wake">'
            f"{halo(row.icon)}<div>{badge(row)}<p>{theme}</p><h1>{escape(row.title)}</h1>"
            f"<p>{escape(row.when)} · {escape(row.where)}</p></div>"
            f"<footer>{icon('bold-hand-tap')}{touch}</footer></button>"
        )
