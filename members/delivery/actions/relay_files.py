"""Mail as files: the embedded default. A mail that is written twice is one file, named by its uid."""

import os
from dataclasses import dataclass
from pathlib import Path

from members.delivery.rules import Letter, Reply


@dataclass(kw_only=True)
class FileRelay:
    folder: Path
    waiting: Path | None = None

    def hand_over(self, letter: Letter, content: bytes) -> Reply | None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.waiting = self.folder / f".{letter.uid}.part"
        with self.waiting.open("wb") as handle:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        return None

    def has_spoken(self) -> bool:
        return False

    def finish(self) -> Reply:
        assert self.waiting is not None
        final = self.waiting.with_name(self.waiting.name.strip(".").removesuffix(".part") + ".eml")
        self.waiting.replace(final)
        self.waiting = None
        return Reply(code=250, text=f"Written to {final.name}")

    def forget(self) -> None:
        self.close()

    def close(self) -> None:
        if self.waiting is not None:
            self.waiting.unlink(missing_ok=True)
            self.waiting = None
