"""Fault catalogue, D12: decoding the largest accepted pictures takes under 2 s and 256 MiB."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kiosk.base import limits

SIZE = (4000, 3000)
LARGEST: dict[str, tuple[str, dict[str, Any]]] = {
    "plain.webp": ("RGBA", {"lossless": True, "method": 0}),
    "noise.webp": ("RGB", {"quality": 50, "method": 0}),
    "passes.jpg": ("RGB", {"quality": 50, "progressive": True, "subsampling": 0}),
    "deep.png": ("RGBA", {"compress_level": 1}),
}
WORKER = """
import json, sys, time
from pathlib import Path
from kiosk.packs.pictures import check_picture
from tests.fuzz.targets.pictures import peak_memory
began = time.process_time()
size = check_picture(Path(sys.argv[1]), "media/" + Path(sys.argv[1]).name)
print(json.dumps({"size": size, "seconds": time.process_time() - began, "peak": peak_memory()}))
"""


@pytest.fixture(scope="module")
def noise() -> Image.Image:
    """The picture that is hardest to compress."""
    assert SIZE[0] * SIZE[1] == limits.PICTURE_PIXELS
    return Image.effect_noise(SIZE, 60)


@pytest.mark.parametrize("name", LARGEST)
def test_d12_the_largest_pictures_cost_bounded_time_and_memory(
    noise: Image.Image, name: str, tmp_path: Path, checkout: Path
) -> None:
    mode, options = LARGEST[name]
    path = tmp_path / name
    make_picture = Image.new(mode, SIZE, "teal") if name == "plain.webp" else noise.convert(mode)
    make_picture.save(path, **options)
    if name == "passes.jpg":
        path.write_bytes(with_every_pass(path.read_bytes()))
    output = subprocess.run(
        [sys.executable, "-c", WORKER, path], cwd=checkout, capture_output=True, text=True, check=True
    ).stdout
    found = json.loads(output)
    assert tuple(found["size"]) == SIZE
    assert found["seconds"] < 2
    assert found["peak"] < 256 * limits.MIB


def with_every_pass(progressive: bytes) -> bytes:
    """The same JPEG with the first scan of its colours repeated as often as allowed."""
    scans = progressive.split(b"\xff\xda")
    extra = limits.PICTURE_SCANS - (len(scans) - 1)
    return b"\xff\xda".join([*scans[:2], *[scans[2]] * (extra + 1), *scans[3:]])
