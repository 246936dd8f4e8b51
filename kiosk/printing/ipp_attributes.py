"""Asks CUPS for the attributes of a printer, by the Internet Printing Protocol (RFC 8010 and RFC 8011)."""

import http.client
import os
import socket
import struct
from collections.abc import Iterator
from pathlib import Path

SOCKETS = ("/run/cups/cups.sock", "/var/run/cups/cups.sock")
"""Where CUPS listens unless the environment says otherwise."""
MAX_ANSWER = 1_000_000
"""Bytes of an answer beyond which it is not believed."""
_GET_PRINTER_ATTRIBUTES = 0x000B
_OPERATION, _END, _FIRST_VALUE_TAG = 0x01, 0x03, 0x10
_KEYWORD, _URI, _CHARSET, _LANGUAGE = 0x44, 0x45, 0x47, 0x48


def printer_attribute(printer: str, name: str, deadline: float) -> tuple[str, ...]:
    """The values of a text attribute of a queue, () if there are none.

    OSError or ValueError when CUPS gives no sound answer within `deadline` seconds of silence.
    """
    connection = _Connection(deadline)
    try:
        headers = {"Content-Type": "application/ipp", "Host": "localhost"}
        connection.request("POST", "/", _request(printer, name), headers)
        answer = connection.getresponse().read(MAX_ANSWER)
    except http.client.HTTPException as error:
        raise ValueError("no answer in HTTP") from error
    finally:
        connection.close()
    return tuple(value for found, value in _values(answer) if found == name)


class _Connection(http.client.HTTPConnection):
    """A connection to the socket of CUPS on this computer (cups(1), CUPS_SERVER), never to a network."""

    def __init__(self, deadline: float) -> None:
        super().__init__("localhost", timeout=deadline)

    def connect(self) -> None:
        named = os.environ.get("CUPS_SERVER")
        path = named or next((path for path in SOCKETS if Path(path).exists()), SOCKETS[0])
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(path)


def _request(printer: str, name: str) -> bytes:
    fields = (
        (_CHARSET, "attributes-charset", "utf-8"),
        (_LANGUAGE, "attributes-natural-language", "en"),
        (_URI, "printer-uri", f"ipp://localhost/printers/{printer}"),
        (_KEYWORD, "requested-attributes", name),
    )
    encoded = b"".join(
        struct.pack(">BH", tag, len(key))
        + key.encode()
        + struct.pack(">H", len(value.encode()))
        + value.encode()
        for tag, key, value in fields
    )
    return struct.pack(">BBHIB", 2, 0, _GET_PRINTER_ATTRIBUTES, 1, _OPERATION) + encoded + bytes([_END])


def _values(answer: bytes) -> Iterator[tuple[str, str]]:
    """Each value with the name of its attribute; ValueError when the answer ends too early."""
    name, at = "", 8
    while at < len(answer) and (tag := answer[at]) != _END:
        at += 1
        if tag < _FIRST_VALUE_TAG:
            continue
        key, at = _counted(answer, at)
        value, at = _counted(answer, at)
        name = key.decode("utf-8", "replace") or name
        yield name, value.decode("utf-8", "replace")


def _counted(answer: bytes, at: int) -> tuple[bytes, int]:
    """The bytes at this place, which begin with their number, and the place behind them."""
    start = at + 2
    end = start + int.from_bytes(answer[at:start], "big")
    if len(answer) < end:
        raise ValueError("the answer is cut off")
    return answer[start:end], end
