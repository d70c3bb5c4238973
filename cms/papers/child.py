"""The reading process: one file from its input, one JSON object to its output; then it is gone.

python -m cms.papers.child whole|cut <file
"""

from __future__ import annotations

import json
import resource
import sys
from typing import Any

from cms.papers import limits
from cms.papers.reading import Asked, read
from cms.papers.why import Refused, Why


def bind() -> None:
    """From here on it gets no more memory or time than this, writes no more than its answer, and dumps no core."""
    for what, most in (
        (resource.RLIMIT_AS, limits.MOST_MEMORY),
        (resource.RLIMIT_CPU, limits.MOST_PROCESSOR_SECONDS),
        (resource.RLIMIT_FSIZE, limits.MOST_BYTES_SAID),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def answer(content: bytes, *, asked: Asked) -> dict[str, Any]:
    """The paper, or why not. Everything is caught: a parser may raise anything on a file made to break it."""
    try:
        return read(content, asked=asked).as_json()
    except Refused as refusal:
        return {"why": refusal.why}
    except (MemoryError, RecursionError):
        return {"why": Why.TOO_COSTLY}
    except Exception:
        return {"why": Why.DAMAGED}


def main() -> None:
    bind()
    said = answer(sys.stdin.buffer.read(), asked=Asked(whole=sys.argv[1:] != ["cut"]))
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
