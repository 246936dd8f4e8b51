"""Deliberate bugs: each could lose a programme, and proves that the trials find such a bug."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from stat import S_ISDIR
from unittest.mock import patch

from kiosk.library import install, staging
from kiosk.store import state
from kiosk.store.state_file import open_state_file


@contextmanager
def commit_before_rename() -> Iterator[None]:
    """The state names a generation that does not exist yet."""
    commit, finish = install._commit, staging.Staging.finish
    late: list[Callable[[], None]] = []

    def committed(*args: object) -> None:
        commit(*args)  # type: ignore[arg-type]
        late.pop()()

    with (
        patch.object(staging.Staging, "finish", lambda stage, name: late.append(lambda: finish(stage, name))),
        patch.object(install, "_commit", committed),
    ):
        yield


def no_transaction() -> AbstractContextManager[object]:
    """Every statement of the commit is its own transaction."""
    return patch.object(state.State, "_transaction", lambda _: nullcontext())


def no_file_sync() -> AbstractContextManager[object]:
    """Files are renamed without being synced; SQLite and folders are synced."""
    return syncing(is_folder)


def no_folder_sync() -> AbstractContextManager[object]:
    """Files are synced, their folders are not."""
    return syncing(lambda handle: not is_folder(handle))


def syncing(which: Callable[[int], bool]) -> AbstractContextManager[object]:
    """Python syncs only file descriptors for which `which` is true."""
    sync = os.fsync
    return patch.object(os, "fsync", lambda handle: sync(handle) if which(handle) else None)


def is_folder(handle: int) -> bool:
    """Whether a file descriptor is a folder."""
    return S_ISDIR(os.fstat(handle).st_mode)


def careless_commit() -> AbstractContextManager[object]:
    """The commit is reported before it is synced."""

    def careless(path: Path) -> sqlite3.Connection:
        connection = open_state_file(path)
        connection.execute("PRAGMA synchronous = OFF")
        return connection

    return patch.object(state, "open_state_file", careless)


MUTANTS: dict[str, Callable[[], AbstractContextManager[object]]] = {
    "sound": nullcontext,
    "commit_before_rename": commit_before_rename,
    "no_transaction": no_transaction,
    "no_file_sync": no_file_sync,
    "no_folder_sync": no_folder_sync,
    "careless_commit": careless_commit,
}
