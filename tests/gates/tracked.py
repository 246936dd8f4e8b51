"""Lists the files of the project: all that git tracks or would add."""

import subprocess
from pathlib import Path


def tracked(checkout: Path, *patterns: str) -> list[Path]:
    """Files git knows or would add, of the given names (git's patterns), as absolute paths."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=checkout, capture_output=True, check=True, text=True,
    )  # fmt: skip
    return [checkout / name for name in sorted(set(names.stdout.split("\0"))) if (checkout / name).is_file()]
