"""Finds the current occurrence of an event, whether it is past, and whether registration is open."""

from kiosk.base.model import Event, Occurrence, Registration, Status


def current_occurrence(event: Event, now: int | None) -> Occurrence:
    """The current occurrence, by the same rule as in lists: the next one not past, else the last one."""
    ahead = [found for found in event.occurrences if not is_past(found, now)]
    if not ahead:
        return max(event.occurrences, key=lambda found: found.when.latest)
    moment = -1 if now is None else now
    return min(ahead, key=lambda one: one.when.earliest if one.when.earliest > moment else one.when.latest)


def is_past(occurrence: Occurrence, now: int | None) -> bool:
    """Whether an occurrence and its original time are over; without a clock, whether it is marked over."""
    ends = [when.latest for when in (occurrence.when, occurrence.original) if when]
    return occurrence.status is Status.OVER or (now is not None and max(ends) < now)


def is_registration_open(registration: Registration, occurrence: Occurrence, now: int | None) -> bool:
    """Whether a visitor can register now: within the window, and not for what is cancelled, full or past."""
    if occurrence.status not in (Status.SCHEDULED, Status.MOVED) or is_past(occurrence, now):
        return False
    if now is None:
        return True
    opened = registration.opens is None or registration.opens.earliest <= now
    return opened and (registration.closes is None or now <= registration.closes.latest)
