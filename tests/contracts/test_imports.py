"""Who may import whom: the contracts themselves are in pyproject.toml, under [tool.importlinter]."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_import_goes_downwards() -> None:
    """In a process of its own: import-linter switches off every logger that exists."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]

    linted = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert linted.returncode == 0, linted.stdout


def test_no_import_is_ignored() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]

    ignored = [contract["name"] for contract in settings["contracts"] if contract.get("ignore_imports")]

    assert ignored == []


def test_every_app_is_under_the_contract_of_rooms() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    rooms = {container for contract in settings["contracts"] for container in contract.get("containers", [])}

    apps = {
        f"{part}.{path.name}"
        for part in ("members", "governance")
        for path in (ROOT / part).iterdir()
        if (path / "__init__.py").exists()
    }

    assert apps | {"home", "cms", "search"} == rooms
