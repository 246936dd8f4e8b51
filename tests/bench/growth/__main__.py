"""Measures the growth alone: prints its table and writes build/growth.json and build/growth.svg."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.demo import CHECKOUT
from tests.bench.growth.measure import measure_growth
from tests.bench.results import format_table, write_json

if __name__ == "__main__":
    build = CHECKOUT / "build"
    build.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="growth-", dir=build) as work:
        results = measure_growth(Path(work), build / "growth.svg")
    print(format_table(results))
    write_json(results, build / "growth.json")
