"""An Elasticsearch node of a test's own, which it may stop and start as it likes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.serving import ROOT, free_port


@dataclass(frozen=True, kw_only=True)
class Node:
    folder: Path
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def do(self, verb: str) -> None:
        """install, start or stop, as `make services` does it; returns when that is done."""
        places = {"SERVICES_DIR": str(self.folder), "ELASTICSEARCH_PORT": str(self.port)}
        command = ["bash", str(ROOT / "infra" / "ci" / "elasticsearch.sh"), verb]
        subprocess.run(command, env={**os.environ, **places}, check=True, capture_output=True)


@contextmanager
def node() -> Iterator[Node]:
    """Installed and started; gone afterwards."""
    with TemporaryDirectory(prefix="plenary-node-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # Elasticsearch refuses root, and runs as somebody who must get here
        made = Node(folder=folder, port=free_port())
        made.do("install")
        made.do("start")
        try:
            yield made
        finally:
            made.do("stop")
