"""A real server for a bench or a test: Granian as production runs it, on a port of its own."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cms.demo.serve import web_command

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 90
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    port: int
    process: subprocess.Popen[bytes]

    @property
    def address(self) -> tuple[str, int]:
        return ("127.0.0.1", self.port)

    def cpu_seconds(self) -> float:
        """What Granian's processes have used, in their own code and in the kernel."""
        return sum(_cpu_seconds(pid) for pid in (self.process.pid, *_children(self.process.pid)))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(target: str, *, environment: Mapping[str, str]) -> Iterator[Server]:
    """Serves `module:callable`; ended with everything that it started."""
    port = free_port()
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            web_command(port=port, target=target),
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _wait_for(port, process)
            yield Server(port=port, process=process)
        finally:
            process.terminate()
            process.wait(timeout=20)
            log.seek(0)
            sys.stderr.write(log.read().decode(errors="replace"))


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Granian listens before its worker has loaded the application, so it is asked for an answer."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS) as line:
                line.sendall(b"GET /robots.txt HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                if line.recv(12).startswith(b"HTTP/1.1"):
                    return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"The server on port {port} did not come up.")


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _cpu_seconds(pid: int) -> float:
    """utime and stime: the 14th and 15th field, counted after the name, which may hold spaces."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
