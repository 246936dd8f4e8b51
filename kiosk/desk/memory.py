"""What the desk remembers between two starts: paths and the language, nothing secret."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from kiosk.base.durable_files import replace_file
from kiosk.base.safe_open import read_regular_file


@dataclass(frozen=True)
class Memory:
    """Each '' until it is known; `last_pack` is the one that the next is compared with."""

    subject: str = ""
    pictures: str = ""
    language: str = ""
    last_pack: str = ""


def read_memory(file: Path) -> Memory:
    """What was written; of a file that is missing or broken, as much as can be read."""
    try:
        found = json.loads(read_regular_file(file))
    except (OSError, ValueError):
        return Memory()
    if not isinstance(found, dict):
        return Memory()
    names = {field.name for field in fields(Memory)}
    texts = {name: value for name, value in found.items() if name in names and isinstance(value, str)}
    return Memory(**texts)


def write_memory(file: Path, memory: Memory) -> None:
    """Replace the file; OSError when it cannot be written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_file(file, json.dumps(asdict(memory), ensure_ascii=False, indent=1).encode())
