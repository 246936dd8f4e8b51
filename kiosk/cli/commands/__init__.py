"""The commands, one module each, named like the command; _HOSTS has what shares a module.

Every module has `register(commands)`: it adds its parser to argparse's sub-parsers and sets as `handler` a
function from the parsed arguments to the exit code. The handler imports what is slow to import. A command
that changes something sets `changes`: once done it has not failed, even if its result cannot be printed.
"""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

_HOSTS = {"support-bundle": "doctor"}
"""The commands that the module of another command registers."""


def command_modules(word: str) -> Iterator[ModuleType]:
    """The module of the command `word`, so that a start imports no other; all modules for any other word."""
    name = _HOSTS.get(word, word)
    if name.isidentifier() and find_spec(f"{__name__}.{name}"):
        yield import_module(f"{__name__}.{name}")
        return
    from pkgutil import iter_modules

    for found in iter_modules(__path__):
        yield import_module(f"{__name__}.{found.name}")
