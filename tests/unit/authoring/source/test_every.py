"""What authors may write for an event that is repeated."""

import pytest

from kiosk.authoring.source.every import Every, parse_every

WRITTEN = {
    "Wednesday 18:00-19:30": Every("FREQ=WEEKLY;BYDAY=WE", "18:00", "19:30"),
    "every  wednesday, 18:00 – 19:30": Every("FREQ=WEEKLY;BYDAY=WE", "18:00", "19:30"),
    "Mondays and Thu 9:00": Every("FREQ=WEEKLY;BYDAY=MO,TH", "09:00"),
    "Fri, Mon, and Wed": Every("FREQ=WEEKLY;BYDAY=MO,WE,FR"),
    "Monday to Friday 09:00–10:00": Every("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "09:00", "10:00"),
    "other Saturday 11:00": Every("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", "11:00"),
    "second Saturday of the month 11:00": Every("FREQ=MONTHLY;BYDAY=2SA", "11:00"),
    "1st Sunday": Every("FREQ=MONTHLY;BYDAY=1SU"),
    "last Friday 18:00-24:00": Every("FREQ=MONTHLY;BYDAY=-1FR", "18:00", "24:00"),
    "month on the 5th 18:00": Every("FREQ=MONTHLY;BYMONTHDAY=5", "18:00"),
    "day 10:00-16:00": Every("FREQ=DAILY", "10:00", "16:00"),
    "Saturday 22:00-02:00": Every("FREQ=WEEKLY;BYDAY=SA", "22:00", "02:00"),
    "FREQ=WEEKLY;BYDAY=WE 18:00": Every("FREQ=WEEKLY;BYDAY=WE", "18:00"),
}
NOT_UNDERSTOOD = (
    "", "18:00", "someday", "th 10:00", "Wed Wed", "Wednesday and Wed", "Wednesday 25:00", "Friday to Monday",
    "Wednesday 18:00 for all", "Wednesday 18:00-18:00", "Wednesday 18:30-17:00", "fifth Saturday",
    "month on the 32nd", "FREQ=HOURLY",
    "FREQ=WEEKLY;BYDAY=WE;COUNT=9999999", "сәрсенбі 18:00",
)  # fmt: skip


@pytest.mark.parametrize("written", WRITTEN)
def test_it_is_understood(written: str) -> None:
    assert parse_every(written) == WRITTEN[written]


@pytest.mark.parametrize("written", NOT_UNDERSTOOD)
def test_it_is_refused(written: str) -> None:
    with pytest.raises(ValueError):
        parse_every(written)
