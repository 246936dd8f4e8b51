"""`python -m tests.bench.flyers LIBRARY SETTINGS FLYERS ROUNDS`: the figures of `measure` as JSON."""

import json
import sys
from pathlib import Path

from tests.bench.flyers.measure import measure_flyers

if __name__ == "__main__":
    library, settings, flyers, rounds = sys.argv[1:]
    print(json.dumps(measure_flyers(Path(library), Path(settings), int(flyers), int(rounds)).to_json()))
