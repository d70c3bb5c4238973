"""The web server and the worker side by side, until Ctrl-C."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import FrameType

PROGRAM = Path(sys.argv[0]).resolve()


def commands(*, port: int) -> list[list[str]]:
    return [web_command(port=port, target="cms.wsgi:application"), [sys.executable, str(PROGRAM), "worker"]]


def web_command(*, port: int, target: str) -> list[str]:
    """Few threads: Python runs one at a time. But more than one, or a page that is being made holds up all others."""
    where = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    quiet = ["--no-access-log", "--log-level", "warning", "--blocking-threads", "4", "--respawn-failed-workers"]
    return [sys.executable, "-m", "granian", *where, *quiet, target]


def serve(*, port: int, environment: Mapping[str, str]) -> int:
    """0 after Ctrl-C; else the code of the first of the two that ended by itself, after ending the other."""
    running = [
        subprocess.Popen(command, env={**os.environ, **environment}, start_new_session=True)
        for command in commands(port=port)
    ]
    signal.signal(signal.SIGTERM, _as_ctrl_c)
    try:
        pid, status = os.wait()
        return next((os.waitstatus_to_exitcode(status) for process in running if process.pid == pid), 1)
    except KeyboardInterrupt:
        return 0
    finally:
        _end(running)


def _as_ctrl_c(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _end(running: list[subprocess.Popen[bytes]]) -> None:
    for process in running:
        process.terminate()
    for process in running:
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
