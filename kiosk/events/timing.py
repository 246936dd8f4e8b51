"""Answers what time decides: does it still take place, can one still register, which of its dates counts.

Nothing else decides this; `kiosk/store/event_selection.py` asks the same of a whole catalogue (ADR 20).
`now` is UTC seconds, or None when the clock cannot be trusted: then only what the programme says counts.
"""

from kiosk.base.model import Event, Occurrence, Registration, Status, When
from kiosk.dates.bounds import last_second


def current_occurrence(event: Event, now: int | None) -> Occurrence:
    """The date that stands for an event: the next that takes place, or is announced, else the last."""
    ahead = [found for found in event.occurrences if not is_past(found, now)]
    if not ahead:
        return max(event.occurrences, key=lambda found: found.when.latest)
    moment = -1 if now is None else now
    return min(
        ahead,
        key=lambda one: (
            not takes_place(one, now),
            one.when.earliest if one.when.earliest > moment else one.when.latest,
        ),
    )


def takes_place(occurrence: Occurrence, now: int | None) -> bool:
    """Whether it is still worth going to: it is neither cancelled nor over."""
    status = occurrence.status
    return status is not Status.CANCELLED and not has_ended(occurrence.when, status, now)


def has_ended(when: When, status: Status, now: int | None) -> bool:
    """Whether the last second of a time has passed, or it is marked over."""
    return status is Status.OVER or (now is not None and when.latest < now)


def is_past(occurrence: Occurrence, now: int | None) -> bool:
    """Whether an occurrence and its original time are over; without a clock, whether it is marked over."""
    ends = [when.latest for when in (occurrence.when, occurrence.original) if when]
    return occurrence.status is Status.OVER or (now is not None and max(ends) < now)


def is_registration_open(registration: Registration, occurrence: Occurrence, now: int | None) -> bool:
    """Whether a visitor can register now, also for the waiting list of an occurrence that is full."""
    if not takes_place(occurrence, now) or _has_begun(occurrence.when, now):
        return False
    if occurrence.status is Status.FULL and not registration.waiting_list:
        return False
    return now is None or not (opens_later(registration, now) or has_closed(registration, now))


def _has_begun(when: When, now: int | None) -> bool:
    """Whether its hour has come; what is known only to the day, or less, can be joined while it lasts."""
    return now is not None and "T" in when.edtf and when.earliest <= now


def opens_later(registration: Registration, now: int) -> bool:
    """Whether registration has not opened yet."""
    return registration.opens is not None and now < registration.opens.earliest


def has_closed(registration: Registration, now: int) -> bool:
    """Whether the time limit of registration has passed."""
    return registration.closes is not None and last_second(registration.closes) < now
