"""The calendar as HTML: the month with its counts, and the agenda of the selected day."""

from html import escape

from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.calendar.agenda_section import AgendaSection
from kiosk.viewmodels.visitor.calendar.month_rows import DayRow
from kiosk.viewmodels.visitor.calendar.page import CalendarPage
from kiosk.viewmodels.visitor.shared.event_rows import EventRow
from tests.bench.web_page.parts import back_button, icon, language_switch, pill


def calendar_page(session: Session) -> str:
    """The present month with its agenda."""
    page = CalendarPage(session)
    page.open()
    weekdays = "".join(f"<small>{escape(name)}</small>" for name in page.weekdays)
    days = "".join(_day(row) for row in page.days.rows)
    legend = "".join(
        f'<span class="line"><s style="background: {row.colour}"></s>{escape(row.title)}</span>'
        for row in page.legend.rows
    )
    buttons = pill(
        session.translator.text("screens.badge.today"), "calendar-blank", chosen=page.todaySelected
    )
    if page.undatedLabel:
        buttons += pill(page.undatedLabel, "question", chosen=page.undatedSelected)
    return (
        f'<div class="calendar"><div><div class="row">{back_button(session)}'
        f"{pill(page.previous, 'arrow-left')}<h2>{escape(page.title)}</h2>"
        f'{pill(page.next, "arrow-right")}</div><div class="month">{weekdays}{days}</div>'
        f'<div class="row">{legend}</div><div class="row">{buttons}</div></div>'
        f'<div class="agenda">{language_switch(session)}{_agenda(page)}</div></div>'
    )


def _day(row: DayRow) -> str:
    if not row.date:
        return "<span></span>"
    bars = "".join(f'<s style="background: {colour}"></s>' for colour in row.colours)
    states = {"today": row.isToday, "chosen": row.chosen, "past": row.isPast}
    classes = " ".join(name for name, holds in states.items() if holds)
    return f'<button class="day {classes}"><b>{row.number}</b>{bars}<small>{row.eventCount}</small></button>'


def _agenda(page: CalendarPage) -> str:
    agenda = page.agenda
    offer = f'<button class="offer"><i>{escape(agenda.offer)}</i>{icon("bold-arrow-right")}</button>'
    upper = (agenda.earlier, agenda.upper)
    lower = (agenda.middle, agenda.lower, agenda.within, agenda.perhaps, agenda.year)
    return (
        f"<b>{escape(page.heading)}</b>{''.join(_section(section) for section in upper)}"
        f"<span>{escape(agenda.emptyText)}</span>{offer if agenda.offer else ''}"
        f"{''.join(_section(section) for section in lower)}"
    )


def _section(section: AgendaSection) -> str:
    if not section.isVisible:
        return ""
    rows = "".join(_upcoming(row) for row in section.events.rows)
    return f"<b>{escape(section.heading)}</b><small>{escape(section.note)}</small>{rows}"


def _upcoming(row: EventRow) -> str:
    line = " · ".join(filter(None, (row.flagText or row.badge, row.where)))
    return (
        f'<button class="coming" style="--colour: {row.colour}" data-go="event-{row.eventId}">'
        f'<span class="date">{escape(row.dateTop)}<b>{escape(row.dateMain)}</b></span><span class="facts">'
        f"<b>{escape(row.title)}</b><br><small>{escape(line)}</small></span></button>"
    )
