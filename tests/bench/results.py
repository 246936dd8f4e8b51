"""The results of measurements, as a table and as JSON."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

HEADINGS = ("what", "ours", "peer", "ratio", "unit", "peer is")


@dataclass(frozen=True)
class Result:
    """A figure of the kiosk and that of a peer; `peer` is None when there was none to measure."""

    name: str
    ours: float
    peer: float | None
    peer_name: str
    unit: str

    @property
    def ratio(self) -> float | None:
        """Ours divided by the peer's."""
        return None if self.peer is None else self.ours / self.peer


def format_table(results: Iterable[Result]) -> str:
    """The results in columns; a missing peer is marked as skipped."""
    rows = [HEADINGS, *(_format_row(result) for result in results)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if 0 < place < 4 else cell.ljust(width) for place, (cell, width) in line
        ).rstrip()
        for line in (enumerate(zip(row, widths, strict=True)) for row in rows)
    )


def _format_row(result: Result) -> tuple[str, ...]:
    if result.peer is None:
        return (
            result.name,
            f"{result.ours:.1f}",
            "skipped",
            "-",
            result.unit,
            f"{result.peer_name} (not here)",
        )
    figures = f"{result.ours:.1f}", f"{result.peer:.1f}", f"{result.ratio:.2f}"
    return (result.name, *figures, result.unit, result.peer_name)


def write_json(results: Iterable[Result], file: Path) -> None:
    """Write the results to `file` as a JSON list; `peer` and `ratio` are null where there was no peer."""
    facts = [_round_floats(asdict(result) | {"ratio": result.ratio}) for result in results]
    keys = ("name", "ours", "peer", "peer_name", "ratio", "unit")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        json.dumps([{key: fact[key] for key in keys} for fact in facts], indent=1) + "\n", "utf-8"
    )


def _round_floats(facts: dict[str, object]) -> dict[str, object]:
    return {key: round(fact, 4) if isinstance(fact, float) else fact for key, fact in facts.items()}
