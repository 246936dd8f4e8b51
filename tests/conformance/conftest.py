"""The publisher and the kiosk of the fault catalogue."""

from tests.faults.conftest import kiosk, offered, publisher

__all__ = ["kiosk", "offered", "publisher"]
