"""A shell of root on the serial line of a computer in QEMU."""

import re
import secrets
import socket
import time

PROMPT = b"# "
START_SECONDS = 300.0
"""How long a start may take until there is a prompt, under emulation on a busy machine."""


class SerialShell:
    """Runs one command after the other; everything that came over the line is kept in `log`."""

    def __init__(self, line: socket.socket) -> None:
        self._line, self.log = line, bytearray()

    def wait_for_prompt(self, seconds: float = START_SECONDS) -> None:
        """Return when the computer has started; TimeoutError with the end of the log."""
        mark = self._new_mark()
        deadline = time.monotonic() + seconds
        while True:
            # the line is not read before getty has opened it, so the question is asked again
            self._line.sendall(b"\nstty -echo; PS1= PS2=; echo " + mark[:4] + b"''" + mark[4:] + b"\n")
            try:
                self._read_until(mark, 5)
            except TimeoutError:
                if time.monotonic() > deadline:
                    raise
            else:
                return

    def run(self, command: str, seconds: float = 120.0) -> str:
        """Run a command and return what it printed; RuntimeError for another exit code than 0."""
        code, printed = self.run_any(command, seconds)
        if code:
            raise RuntimeError(f"{command}: exit code {code}: {printed}")
        return printed

    def run_any(self, command: str, seconds: float = 120.0) -> tuple[int, str]:
        """Run a command; its exit code, and what it printed."""
        mark = self._new_mark()
        begin = len(self.log)
        self._line.sendall(
            f"{{ {command}\n}} 2>&1; echo {mark[:4].decode()}''{mark[4:].decode()} $?\n".encode()
        )
        self._read_until(mark, seconds, begin)
        self._read_until(b"\n", seconds, self.log.index(mark, begin))
        text = bytes(self.log[begin:]).decode(errors="replace").replace("\r", "")
        found = re.search(re.escape(mark.decode()) + r" (\d+)", text)
        assert found, text
        return int(found[1]), text[: found.start()].strip("\n")

    def start(self, command: str) -> None:
        """Type a command and wait for nothing."""
        self._line.sendall(command.encode() + b"\n")

    def _read_until(self, mark: bytes, seconds: float, begin: int | None = None) -> None:
        begin = len(self.log) if begin is None else begin
        deadline = time.monotonic() + seconds
        while mark not in self.log[begin:]:
            self._line.settimeout(max(0.01, deadline - time.monotonic()))
            try:
                more = self._line.recv(65536)
            except TimeoutError:
                raise TimeoutError(bytes(self.log[-2000:]).decode(errors="replace")) from None
            if not more:
                raise ConnectionError("the computer has been switched off")
            self.log += more

    @staticmethod
    def _new_mark() -> bytes:
        return f"mark-{secrets.token_hex(8)}".encode()
