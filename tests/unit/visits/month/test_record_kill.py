"""A kiosk that is killed while it records loses no number that staff have seen recorded."""

import subprocess
import sys
from pathlib import Path

from kiosk.store.programme_record import read_programmes
from tests.month_kit import CornerLibrary, meeting

NOW = "2016-04-03T14:20"
TRIALS = 8
RECORDER = """
import sys
from pathlib import Path
from kiosk.store.programme_record import ProgrammeKey, write_outcome
for number in range(10_000):
    write_outcome(Path(sys.argv[1]), ProgrammeKey("club", "2016-03-30"), number)
    print(number, flush=True)
"""


def test_a_number_is_recorded_whole_or_not_at_all(tmp_path: Path, checkout: Path) -> None:
    corner = CornerLibrary(tmp_path)
    corner.install({"club": [meeting("2016-03-30")]})
    file = corner.look(NOW).file
    assert len(corner.held(NOW)) == 1
    for trial in range(TRIALS):
        with subprocess.Popen(
            [sys.executable, "-c", RECORDER, file], cwd=checkout, stdout=subprocess.PIPE, text=True
        ) as recorder:
            assert recorder.stdout
            seen = [int(recorder.stdout.readline()) for _ in range(trial + 1)][-1]
            recorder.kill()
            seen = max([seen, *map(int, recorder.stdout.read().split())])
        assert read_programmes(file)[0].attended in (seen, seen + 1)
        assert len(corner.held(NOW)) == 1
