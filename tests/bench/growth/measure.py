"""Measures checking, building, installing and showing 18, 1,000, 10,000 and 100,000 events in one run."""

import json
import resource
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.bench.growth.plot import draw_growth
from tests.bench.growth.source_folder import write_source_folder
from tests.bench.results import Result

SIZES: Mapping[int, int] = {18: 1, 1_000: 1, 10_000: 1, 100_000: 10}
"""Events, and the packs they are in."""
SMALLEST = min(SIZES)
VISITS = 3
COMMANDS = ("check", "build", "install", "preview", "index")
"""The figures of authors and staff, in seconds; the others are those of `tests.bench.growth.visit`."""

Figures = dict[str, float]


def measure_growth(folder: Path, plot: Path) -> list[Result]:
    """Each figure of each larger programme beside that of the smallest; draws all of them as `plot`."""
    figures = {events: _measure(folder / str(events), events, packs) for events, packs in SIZES.items()}
    by_name = {name: {events: one[name] for events, one in figures.items()} for name in figures[SMALLEST]}
    plot.write_text(draw_growth({name: by_name.pop(name) for name in COMMANDS}, by_name), "utf-8")
    return [
        Result(f"growth_{name}_{events}", value, figures[SMALLEST][name], f"{SMALLEST} events", _unit(name))
        for events, one in figures.items()
        if events != SMALLEST
        for name, value in one.items()
    ]


def _unit(name: str) -> str:
    return "MiB" if name == "memory" else "s of CPU" if name in COMMANDS else "ms of CPU"


def _measure(folder: Path, events: int, packs: int) -> Figures:
    """The figures of one programme: of the commands for its last pack, the minimum of several visits."""
    folder.mkdir(parents=True)
    library, each = folder / "library", events // packs
    figures: Figures = {}
    for number in range(packs):
        source = write_source_folder(folder / "source", each, number)
        keys, pack = folder / f"keys-{number}", folder / f"{number}.kpack"
        publisher = ("--publisher", f"library-{number}", "--host", "kz.usembassy.gov", "--rank", number)
        _run("keys", "new", keys, *publisher, "--plain")
        build = ("pack", "build", source, "--keys", keys, "-o")
        figures["check"] = _run("pack", "check", source)
        figures["build"] = _run(*build, pack)
        _run("trust", "add", keys / "root.json", "--library", library)
        figures["install"] = _run("install", pack, "--library", library)
        _run(*build, folder / "next.kpack", "--version", 2)
        figures["preview"] = _run("preview", folder / "next.kpack", "--library", library)
        shutil.rmtree(source)
    figures["index"] = _run("index", "--library", library)
    visits = [_visit(library) for _ in range(VISITS)]
    figures |= {name: min(visit[name] for visit in visits) for name in visits[0]}
    return figures


def _run(*words: object) -> float:
    """Seconds of processor time of a command of the kiosk and its children."""
    before = _children_seconds()
    command = [sys.executable, "-m", "kiosk", *map(str, words)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return _children_seconds() - before


def _children_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _visit(library: Path) -> Figures:
    command = [sys.executable, "-m", "tests.bench.growth.visit", str(library)]
    made = subprocess.run(command, check=True, stdout=subprocess.PIPE, start_new_session=True)
    figures: Figures = json.loads(made.stdout)
    return figures
