"""Tests cannot reach anything beyond this machine, and nothing here knows it: what passes here passes on a train."""

import re
import socket
from pathlib import Path

import pytest
from pytest_socket import SocketConnectBlockedError

from tests.habits.house import PARTS, ROOT, shown

FOLDERS = (*PARTS, "tests", "infra", "templates", ".ci")
WRITTEN = {".py", ".html", ".txt", ".md", ".toml", ".sh", ".yml", ".yaml", ".json", ".css", ".js", ".cfg"}
NAMED = {"Makefile", "LICENSE", "requirements.lock", ".gitignore"}
MACHINE = re.compile(
    r"(?:^|[\s\"'=(])/(?:work|root|Users|home/\w+)/\w|/simple/?[\s\"']|pythonhosted|artifactory|index-url\s*="
)


def test_an_address_elsewhere_is_refused() -> None:
    with pytest.raises(SocketConnectBlockedError), pytest.warns(UserWarning, match="tried to use socket"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_nothing_says_on_which_machine_it_was_made() -> None:
    """No path of somebody's folder, no address of a package registry: what is here works from any folder, anywhere."""
    machines = [
        f"{shown(path)}:{number}"
        for path in written_files()
        for number, line in enumerate(path.read_text(errors="ignore").splitlines(), start=1)
        if MACHINE.search(line)
    ]

    assert machines == []


def written_files() -> list[Path]:
    """What people write, not what tools make of it."""
    below = [path for part in FOLDERS for path in (ROOT / part).rglob("*") if path.suffix in WRITTEN]
    beside = [path for path in ROOT.iterdir() if (path.is_file() and path.suffix in WRITTEN) or path.name in NAMED]
    return [path for path in (*below, *beside) if path != Path(__file__)]


def test_the_lock_pins_every_package_by_its_hash() -> None:
    lines = (ROOT / "requirements.lock").read_text().splitlines()

    packages = [line for line in lines if line and not line.startswith((" ", "#"))]
    unpinned = [line for line in packages if not re.fullmatch(r"[a-z0-9.-]+==[^ ]+ ?(; .+ )?\\", line)]
    assert len(packages) > 100
    assert unpinned == []
