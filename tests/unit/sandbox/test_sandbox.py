"""Tests what a confined child process can do; each test runs code in one."""

import json
import os
import resource
import signal
import socket
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.base import cancellation
from kiosk.sandbox import bubblewrap, host_query, resource_limits
from kiosk.sandbox.environment import HOST_SOCKET
from tests.faulty_share import wait_until

needs_bubblewrap = pytest.mark.skipif(
    not bubblewrap.is_available(), reason="bubblewrap is not installed or not permitted here"
)


class Sandbox:
    """Runs code in a sandbox with one readable and one writable folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.readable, self.writable = folder / "readable", folder / "writable"
        for place in (self.readable, self.writable):
            place.mkdir()
            (place / "there").write_text("before")

    def start(self, mode: str, code: str) -> subprocess.Popen[str]:
        file = self.folder / "code.py"
        file.write_text("import sys\nreadable, writable = sys.argv[2:4]\n" + textwrap.dedent(code))
        command = [sys.executable, "-m", "tests.confined", mode, file, self.readable, self.writable]
        return subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[3],
        )

    def run(self, mode: str, code: str) -> str:
        """The output of the code."""
        with self.start(mode, code) as child:
            out, err = child.communicate()
        assert (child.returncode, err) == (0, "")
        return out

    def error_of(self, mode: str, code: str) -> str:
        """The name of the OSError that the code raises; 'nothing' if it raises none."""
        lines = ["try:", *textwrap.indent(textwrap.dedent(code).strip(), "    ").splitlines()]
        lines += ["except OSError as error: print(type(error).__name__)", "else: print('nothing')"]
        return self.run(mode, "\n".join(lines)).strip()


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    return Sandbox(tmp_path)


@needs_bubblewrap
def test_there_is_no_network_not_even_localhost(sandbox: Sandbox) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        code = f"import socket; socket.create_connection(('127.0.0.1', {server.getsockname()[1]}), 5).close()"
        assert sandbox.error_of("limits", code) == "nothing"
        assert sandbox.error_of("bubblewrap", code) == "ConnectionRefusedError"
    assert (
        sandbox.run("bubblewrap", "import socket; print([name for _, name in socket.if_nameindex()])")
        == "['lo']\n"
    )


@needs_bubblewrap
def test_one_query_is_answered_outside(sandbox: Sandbox) -> None:
    imports = "from kiosk.sandbox import confinement, host_query"
    ask = f"{imports}; host_query.TIMEOUT = 0.5; print(confinement.ask_host(lambda: 'here'))"
    assert sandbox.run("limits", ask) == "here\n"
    assert sandbox.run("bubblewrap", ask) == "outside\n"
    assert sandbox.run("bubblewrap", f"{ask}; {ask}") == "outside\noutside\n"
    (sandbox.readable / "silent").touch()
    assert sandbox.run("bubblewrap", ask) == "\n"


@needs_bubblewrap
def test_only_writable_paths_can_be_written(sandbox: Sandbox, checkout: Path) -> None:
    for place in (
        sandbox.readable / "there",
        sandbox.readable / "new",
        checkout / "new",
        Path(sys.prefix) / "new",
    ):
        assert sandbox.error_of("bubblewrap", f"open({str(place)!r}, 'w')") == "OSError", place
    assert sandbox.error_of("bubblewrap", "open(writable + '/there', 'w').write('after')") == "nothing"
    assert (sandbox.writable / "there").read_text() == "after"
    assert (sandbox.readable / "there").read_text() == "before"


@needs_bubblewrap
def test_only_readable_paths_are_visible(sandbox: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "private").write_text("nobody's business")
    for place in (tmp_path / "private", Path("/etc/passwd"), Path("/proc/1/environ"), Path("/var/log")):
        assert sandbox.error_of("bubblewrap", f"open({str(place)!r})") == "FileNotFoundError", place
    assert sandbox.run("bubblewrap", "print(open(readable + '/there').read())") == "before\n"


@needs_bubblewrap
def test_temporary_files_inside_end_with_the_process(sandbox: Sandbox, tmp_path: Path) -> None:
    name = f"/tmp/{tmp_path.name}-{os.getpid()}"
    assert sandbox.error_of("bubblewrap", f"open({name!r}, 'w')") == "nothing"
    assert not Path(name).exists()


@needs_bubblewrap
def test_there_are_no_other_processes_and_no_new_privileges(sandbox: Sandbox) -> None:
    code = """
        import ctypes, os
        print(os.getpid(), ctypes.CDLL(None).prctl(39, 0, 0, 0, 0))
        print(open('/dev/null').read() == '', os.path.exists('/dev/vda'), os.path.exists('/dev/mem'))
    """
    assert sandbox.run("bubblewrap", code) == "1 1\nTrue False False\n"
    assert sandbox.error_of("bubblewrap", f"import os; os.kill({os.getpid()}, 0)") == "ProcessLookupError"


@pytest.mark.parametrize("mode", [pytest.param("bubblewrap", marks=needs_bubblewrap), "limits"])
def test_resource_limits_and_priorities_are_set(sandbox: Sandbox, mode: str) -> None:
    code = """
        import ctypes, json, os, resource
        limits = [getattr(resource, name) for name in dir(resource) if name.startswith('RLIMIT_')]
        found = {limit: resource.getrlimit(limit)[0] for limit in limits}
        idle = ctypes.CDLL(None).syscall(252, 1, 0) >> 13 if os.uname().machine == 'x86_64' else 3
        no_more = ctypes.CDLL(None).prctl(39, 0, 0, 0, 0)
        print(json.dumps([found, os.nice(0), idle, no_more]))
    """
    found, nice, idle, no_more = json.loads(sandbox.run(mode, code))
    assert {
        int(what): most for what, most in found.items() if int(what) in resource_limits.LIMITS
    } == resource_limits.LIMITS
    assert (nice, idle, no_more) == (min(os.nice(0) + resource_limits.NICE, 19), 3, 1)


@pytest.mark.parametrize("mode", [pytest.param("bubblewrap", marks=needs_bubblewrap), "limits"])
def test_exceeding_memory_or_file_size_is_an_error(sandbox: Sandbox, mode: str) -> None:
    bomb = """
        try: print(len(bytearray(1 << 31)))
        except MemoryError: print('MemoryError')
    """
    assert sandbox.run(mode, bomb) == "MemoryError\n"
    file = "file = open(writable + '/long', 'wb'); file.truncate(5 << 30)"
    assert sandbox.error_of(mode, file) == "OSError"


SCRIPT = """
import os, sys
from kiosk.sandbox import resource_limits
from kiosk.sandbox.environment import CONFINED
from kiosk.base.cancellation import check
from kiosk.library import install
os.environ[CONFINED] = "1"
resource_limits.LIMITS[resource_limits.resource.RLIMIT_CPU] = {}
resource_limits.apply_limits()
def bomb(*_, **__):
    {}
install.install = bomb
from kiosk.__main__ import main
code = main(["install", "a.kpack", "--progress"])
print(open("/proc/self/status").read().partition("VmHWM:")[2].split()[0])
sys.exit(code)
"""


@pytest.mark.parametrize(
    ("seconds", "bomb", "code"),
    [
        (600, "hoard = [bytearray(1 << 26) for _ in range(1000)]", "memory"),
        (1, "while True: check()", "too_long"),
    ],
)
def test_exhausting_memory_or_processor_time_ends_with_an_error(seconds: int, bomb: str, code: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(seconds, bomb)], capture_output=True, text=True
    )
    line, most = done.stdout.splitlines()
    assert (done.returncode, json.loads(line)["error"]["code"]) == (1, f"sources.{code}")
    assert len(done.stderr.splitlines()) == 1
    assert int(most) < resource_limits.LIMITS[resource.RLIMIT_AS] // 1024


def running(mark: str) -> list[int]:
    """The ids of processes with this text in their command line."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (process / "cmdline").read_bytes():
                found.append(int(process.name))
        except OSError:
            pass
    return found


WAITING = """
import signal, time
signal.signal(signal.SIGTERM, {})
print('ready', flush=True)
time.sleep(600)
"""
HANDLES_SIGTERM, IGNORES_SIGTERM = WAITING.format("lambda *_: sys.exit(9)"), WAITING.format("signal.SIG_IGN")


@pytest.mark.parametrize("mode", [pytest.param("bubblewrap", marks=needs_bubblewrap), "limits"])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_it_ends_with_its_parent(sandbox: Sandbox, mode: str, number: signal.Signals) -> None:
    """The parent, here a process in between in place of the screen, gets the signal."""
    (sandbox.folder / "code.py").write_text("import sys" + HANDLES_SIGTERM)
    child = [sys.executable, "-m", "tests.confined", mode]
    child += [str(sandbox.folder / "code.py"), str(sandbox.readable), str(sandbox.writable)]
    between = f"import subprocess; subprocess.run({child!r})"
    screen = subprocess.Popen(
        [sys.executable, "-c", between], stdout=subprocess.PIPE, cwd=Path(__file__).parents[3]
    )
    with screen:
        assert screen.stdout
        assert screen.stdout.readline() == b"ready\n"
        screen.send_signal(number)
        screen.wait()
        wait_until(lambda: not running(str(sandbox.folder)))


@needs_bubblewrap
def test_the_process_inside_ends_when_the_one_outside_is_killed(sandbox: Sandbox) -> None:
    with sandbox.start("bubblewrap", HANDLES_SIGTERM) as child:
        assert child.stdout
        assert child.stdout.readline() == "ready\n"
        child.kill()
    wait_until(lambda: not running(str(sandbox.folder)))


@needs_bubblewrap
def test_a_process_that_ignores_sigterm_is_killed(sandbox: Sandbox) -> None:
    with sandbox.start("bubblewrap", IGNORES_SIGTERM) as child:
        assert child.stdout
        assert child.stdout.readline() == "ready\n"
        child.terminate()
        assert child.wait(bubblewrap.GRACE + 20) == 137
    wait_until(lambda: not running(str(sandbox.folder)))


@needs_bubblewrap
def test_the_exit_code_inside_is_the_exit_code_outside(sandbox: Sandbox) -> None:
    with sandbox.start("bubblewrap", "sys.exit(7)") as child:
        child.communicate()
    assert child.returncode == 7


def test_bubblewrap_is_unavailable_when_missing_or_failing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bubblewrap, "BWRAP", "/usr/bin/false")
    assert not bubblewrap.is_available()
    monkeypatch.setattr(bubblewrap, "BWRAP", "/nowhere/bwrap")
    assert not bubblewrap.is_available()


def test_j12_a_query_is_not_answered_after_a_request_to_end(
    asked: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In its thread the request is no bug: nothing is printed."""

    def answer() -> str:
        cancellation.check()
        return "here"

    inside = host_query.serve(answer)
    monkeypatch.setenv(HOST_SOCKET, str(inside))
    assert host_query.ask_host() == "here"
    asked()
    assert host_query.ask_host() == ""
    os.close(inside)


@needs_bubblewrap
def test_a_folder_that_cannot_be_looked_at_is_left_out(tmp_path: Path) -> None:
    """As a share that cannot be mounted: the error is one that `Path.is_symlink` raises."""
    unreachable = tmp_path / ("x" * 300)
    mounts = list(bubblewrap._mounts([tmp_path], [unreachable]))
    assert mounts == ["--ro-bind", str(tmp_path), str(tmp_path)]
