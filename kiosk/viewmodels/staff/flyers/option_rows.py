"""The rows of the page Flyers: the options of a flyer, and the events it can be about."""

from collections.abc import Mapping
from typing import Any

from kiosk import dates
from kiosk.base.display_text import display_line
from kiosk.base.sentence_ids import SentenceId
from kiosk.i18n.translator import capitalise, translator
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.staff.flyers.choice import INKS, KINDS, PAPERS, SUBJECTS, FlyerChoice, language_choices
from kiosk.viewmodels.staff.packs.rows import OfferRow
from kiosk.viewmodels.staff.settings.rows import OptionRow


def subject_options(session: Session, choice: FlyerChoice) -> list[OptionRow]:
    """The subjects of a flyer."""
    return _options(session, SUBJECTS, choice.subject)


def kind_options(session: Session, choice: FlyerChoice) -> list[OptionRow]:
    """The kinds of a flyer of an event."""
    return _options(session, KINDS, choice.kind)


def paper_options(session: Session, choice: FlyerChoice) -> list[OptionRow]:
    """The paper sizes; cards only for single events."""
    papers = [paper for paper in PAPERS if paper != "4xA6" or choice.about_events]
    cards = session.translator.text("flyers.paper.cards")
    return [OptionRow(paper, cards if paper == "4xA6" else paper, paper == choice.paper) for paper in papers]


def ink_options(session: Session, choice: FlyerChoice) -> list[OptionRow]:
    """The amounts of ink."""
    return _options(session, INKS, choice.ink)


def language_options(session: Session, choice: FlyerChoice) -> list[OptionRow]:
    """The languages and their combinations, each language with its own name."""
    return [
        OptionRow(code, _language(code, session), code == choice.language)
        for code in language_choices(session.settings.languages)
    ]


def theme_options(session: Session, choice: FlyerChoice) -> list[OptionRow]:
    """The themes of the programme."""
    themes = session.programme.catalogue.themes() if session.programme else ()
    return [OptionRow(theme.id, session.localise(theme.title), theme.id == choice.theme) for theme in themes]


def event_rows(session: Session, choice: FlyerChoice, limit: int) -> list[OfferRow]:
    """The first `limit` coming events."""
    if session.programme is None:
        return []
    return [
        OfferRow(
            display_line(session.localise(card.title)),
            capitalise(dates.format_time(card.occurrence.when, session.language, session.moment)),
            True,
            card.id == choice.event,
        )
        for card in session.programme.catalogue.cards(session.now, limit=limit)
    ]


def _options(session: Session, names: Mapping[Any, SentenceId], chosen: str) -> list[OptionRow]:
    return [OptionRow(value, session.translator.text(id), value == chosen) for value, id in names.items()]


def _language(code: str, session: Session) -> str:
    if code == "all":
        return session.translator.text("flyers.language.all")
    return " + ".join(translator(one).text("screens.language.own") for one in code.split("+"))
