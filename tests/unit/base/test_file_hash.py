"""The hash of a file of any size, and a request to end meanwhile."""

import hashlib
import io
from collections.abc import Callable

import pytest

from kiosk.base.cancellation import Cancelled
from kiosk.base.file_hash import hash_file
from kiosk.base.limits import MIB


@pytest.mark.parametrize("size", [0, 1, MIB - 1, MIB, MIB + 1, 2 * MIB])
def test_the_hash_is_that_of_all_bytes(size: int) -> None:
    data = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    assert hash_file(io.BytesIO(data)) == hashlib.sha256(data).hexdigest()


def test_a_request_to_end_is_not_kept_waiting(asked: Callable[[], None]) -> None:
    asked()
    file = io.BytesIO(bytes(3 * MIB))
    with pytest.raises(Cancelled):
        hash_file(file)
    assert file.tell() == MIB
