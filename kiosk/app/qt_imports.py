"""Imports PySide6 without what only interactive use of it needs (ADR 23).

PySide6 loads at its import the modules that write the signatures of its functions into error messages and
help texts, and it reads the source code of every module that is imported later, to offer names in snake_case
there. Here the first are loaded when one of them is used, and the import statement is the plain one again.
"""

import builtins
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.abc import Loader

TESTED_VERSION = "6.11.3"
"""The only version of PySide6 for which this is done; with another one, PySide6 is imported as it is."""
SIGNATURES = "shibokensupport.signature."
DEFERRED = {
    SIGNATURES + name
    for name in (
        "errorhandler",
        "layout",
        "parser",
        "lib.enum_sig",
        "lib.pyi_generator",
        "lib.tool",
    )
}


class DeferredModule(ModuleType):
    """A module whose code is run when one of its names is first asked for."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__") or "_source" not in self.__dict__:
            raise AttributeError(name)
        source: Loader = self.__dict__.pop("_source")
        source.exec_module(self)
        return getattr(self, name)


class DeferringLoader:
    """Creates a module that keeps its real loader for later."""

    def __init__(self, source: "Loader") -> None:
        self._source = source

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """The empty module."""
        return DeferredModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Run nothing yet."""
        module._source = self._source  # type: ignore[attr-defined]


class DeferringFinder:
    """Finds the modules of DEFERRED where Python would find them."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The spec of a deferred module; None for every other module."""
        spec = PathFinder.find_spec(fullname, path) if fullname in DEFERRED else None
        if spec and spec.loader:
            spec.loader = DeferringLoader(spec.loader)  # type: ignore[assignment]
        return spec


def import_qt() -> None:
    """Import PySide6.QtCore, to be called before any other import of PySide6."""
    finder = DeferringFinder()
    if _is_tested_version():
        sys.meta_path.insert(0, finder)
    import PySide6.QtCore  # noqa: F401

    if finder in sys.meta_path:
        sys.meta_path.remove(finder)
        builtins.__import__ = builtins.__orig_import__  # type: ignore[attr-defined]


def _is_tested_version() -> bool:
    package = PathFinder.find_spec("shiboken6")
    return bool(
        package
        and package.origin
        and (Path(package.origin).parents[1] / f"shiboken6-{TESTED_VERSION}.dist-info").is_dir()
    )
