"""Whatever a file holds, it is imported or refused with a sentence, and what it makes can be read again."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from kiosk.authoring.source.problems import SourceProblems
from tests.import_kit import Importer, calendar
from tests.source_builder import find_problems

ICS = calendar(
    "UID:1\nSUMMARY:Talk\nDTSTART;TZID=Asia/Almaty:20260401T100000\nRRULE:FREQ=WEEKLY;COUNT=4\n"
    "EXDATE:20260408T050000Z",
    "UID:2\nSUMMARY:Chess\nDTSTART;VALUE=DATE:20260402\nDTEND;VALUE=DATE:20260404\nLOCATION:Hall\\, 5 Street",
)
LD = json.dumps(
    {
        "@type": "Event",
        "name": "Talk",
        "startDate": "2026-04-01T10:00",
        "location": {"name": "Hall"},
        "offers": {"price": 1},
    }
)
SCRIPT = f'<script type="application/ld+json">{LD}</script>'
PAGE = f'<html>{SCRIPT}<p itemscope itemtype="Event"><b itemprop="name">A</b></p></html>'
XML = (
    '<schedule><conference><title>A</title></conference><day date="2026-04-01"><room name="B"><event id="1">'
    "<start>10:00</start><duration>00:30</duration><title>C</title></event></room></day></schedule>"
)
CSV = "title,date,time,room\nChess,2026-04-01,18:00-19:00,Hall\nGo,3/4/26,7 pm,Attic\n"
ROWS = json.dumps([{"id": 1, "title": "A", "start": "2026-04-01T10:00:00Z", "place": {"name": "B"}}])
FILES = st.sampled_from([ICS, LD, PAGE, XML, CSV, ROWS])


def offer(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        importer = Importer(Path(folder) / "source")
        try:
            result = importer.take("a.file", data)
        except SourceProblems as refused:
            assert any(problem.is_error for problem in refused.problems)
            return
        assert result.events > 0
        again = importer.take("a.file", data)
        assert (again.added, again.changed, again.gone) == ((), {}, ())
        assert not [problem for problem in find_problems(importer.folder) if problem.is_error]


@given(st.data())
def test_files_with_parts_left_out_doubled_or_exchanged(data: st.DataObject) -> None:
    text = data.draw(FILES).encode()
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    other = data.draw(
        st.binary(max_size=6)
        | st.sampled_from([b"", b'"', b"\n", b"99999", b"<", b"}", text[first:last] * 2])
    )
    offer(text[:first] + other + text[last:])


def test_bytes_of_no_code_page() -> None:
    offer(CSV.encode().replace(b"Hall", b"Ha\x98ll\xff"))


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    offer(data)


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=30))
def test_any_text(title: str, body: str, place: str) -> None:
    rows = [
        {"title": title, "description": body, "room": place, "date": "2026-04-01"},
        {"title": "A", "date": "2026-04-02"},
    ]
    offer(json.dumps(rows).encode())
