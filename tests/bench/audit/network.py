"""A demo network that the audit may do with as it likes."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.serving import ROOT, served

DATABASES = ("plenary.sqlite3", "box.sqlite3")


@dataclass(frozen=True, kw_only=True)
class Kite:
    folder: Path
    url: str

    @property
    def password(self) -> str:
        return str(json.loads((self.folder / "demo.json").read_text())["password"])

    def keep(self) -> None:
        """What the databases say now, for `restore`."""
        for name in DATABASES:
            _copy(self.folder / name, self.folder / f"kept-{name}")

    def restore(self) -> None:
        """Votes that were cast are there to be cast again; whoever serves the databases sees it."""
        for name in DATABASES:
            _copy(self.folder / f"kept-{name}", self.folder / name)


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target, timeout=30)) as written:
        read.backup(written)


@contextmanager
def network() -> Iterator[Kite]:
    """Served for as long as the context lasts. This process's environment leads to the same network."""
    given = os.environ.get("VAR_DIR")
    for name in [name for name in os.environ if name.endswith("_URL")]:
        del os.environ[name]  # The services of this machine are left alone: everything is embedded.
    with tempfile.TemporaryDirectory(prefix="plenary-audit-") as name:
        folder = Path(name) / "var"
        if given and (Path(given) / "demo.json").exists():
            shutil.copytree(given, folder, symlinks=True)
        environment = {"VAR_DIR": str(folder), "DEBUG": "0", "DJANGO_SETTINGS_MODULE": "tests.bench.audit.settings"}
        os.environ.update(environment, DJANGO_ALLOW_ASYNC_UNSAFE="true")
        run("infra/compile_messages.py")
        manage("demo", "--build-only")
        manage("collectstatic", "--noinput", "--verbosity", "0")
        with served("cms.wsgi:application", environment=environment) as server:
            yield Kite(folder=folder, url=f"http://127.0.0.1:{server.port}")


def manage(*arguments: str) -> None:
    run("manage.py", *arguments)


def run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], cwd=ROOT, stdout=sys.stderr, check=True)
