"""How long `make demo` takes until the first page answers: cold from a fresh clone, and the second time.

    python -m tests.bench.start

Prints one JSON object as its last line: cold_start_s, second_start_s (seconds).
"""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 600


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def demo(folder: Path, *, port: int) -> Iterator[subprocess.Popen[bytes]]:
    environment = {key: value for key, value in os.environ.items() if not key.endswith("_URL")}
    process = subprocess.Popen(
        ["make", "demo", f"PORT={port}"], cwd=folder, env=environment, stdout=sys.stderr, start_new_session=True
    )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=30)


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def seconds_until_a_page(folder: Path) -> float:
    port = free_port()
    began = time.monotonic()
    with demo(folder, port=port) as process:
        while not answers(f"http://127.0.0.1:{port}/en/"):
            if process.poll() is not None or time.monotonic() - began > PATIENCE_SECONDS:
                raise SystemExit("make demo did not come up")
            time.sleep(0.1)
        return time.monotonic() - began


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="plenary-start-") as name:
        folder = Path(name) / "clone"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
        cold, second = seconds_until_a_page(folder), seconds_until_a_page(folder)
    print(json.dumps({"cold_start_s": round(cold, 1), "second_start_s": round(second, 1)}))


if __name__ == "__main__":
    main()
