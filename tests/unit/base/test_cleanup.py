"""Clean-up code runs to its end, whenever it is interrupted."""

from pathlib import Path

import pytest

from kiosk.base.cleanup import finish_cleanup


@pytest.mark.parametrize("interrupted_at", [0, 1, 2, None])
def test_an_interrupted_cleanup_leaves_nothing(tmp_path: Path, interrupted_at: int | None) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).touch()
    removed: list[str] = []

    def remove_files() -> None:
        for file in sorted(tmp_path.iterdir()):
            if len(removed) == interrupted_at:
                removed.append("interrupt")
                raise KeyboardInterrupt
            file.unlink()
            removed.append(file.name)

    if interrupted_at is None:
        finish_cleanup(remove_files)
    else:
        with pytest.raises(KeyboardInterrupt):
            finish_cleanup(remove_files)
    assert list(tmp_path.iterdir()) == []
    assert [name for name in removed if name != "interrupt"] == ["a", "b", "c"]


def test_other_errors_are_raised_at_once() -> None:
    calls: list[int] = []

    def fail() -> None:
        calls.append(1)
        raise OSError

    with pytest.raises(OSError):
        finish_cleanup(fail)
    assert calls == [1]
