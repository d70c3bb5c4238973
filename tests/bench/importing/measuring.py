"""Papers of the series, set in many ways, read, and compared field by field.

Sets each study of tests/factories/studies.json in many ways (text, Word, PDF in one to three columns, three languages),
reads each and compares field by field. The last line is one JSON object: per format and language the share of fields
that are exactly right, how many words were lost or made up, and seconds per file.
"""

import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from cms.case_studies.files import source_of
from cms.case_studies.reading import study_of
from cms.case_studies.report import KEYS, as_json
from tests.factories.layouts import LOOKS, Look, lines_of, typed, typeset
from tests.factories.studies import STUDIES, Entry
from tests.factories.words import lost_and_made_up

# What could not be placed is counted in words.
FIELDS = tuple(key for key in KEYS if key != "unplaced")
Make = Callable[[Entry], bytes]


def set_as(study: Entry, *, look: Look) -> bytes:
    return typeset(study, look)


WAYS: dict[str, Make] = {
    "txt utf-8": lambda study: lines_of(study).encode(),
    "txt cp1252": lambda study: lines_of(study, bullet="• ").replace("■", "").replace("➜", "").encode("cp1252"),
    "txt utf-16": lambda study: lines_of(study, bullet="- ", width=70).encode("utf-16"),
    "docx styled": typed,
    "docx plain": partial(typed, styled=False),
    "docx table": partial(typed, table=True),
    **{f"pdf {name}": partial(set_as, look=look) for name, look in LOOKS.items()},
}


@dataclass(frozen=True, kw_only=True)
class Read:
    """One file: which fields are wrong, which words are missing or nobody wrote, how long it took."""

    way: str
    language: str
    wrong: tuple[str, ...]
    lost: int
    made_up: int
    seconds: float


def reads(only: str) -> Iterator[Read]:
    for way, make in WAYS.items():
        for language, study in STUDIES.items():
            if only in f"{way} {language}":
                yield read(way, make(study), study=study)


def read(way: str, content: bytes, *, study: Entry) -> Read:
    began = time.perf_counter()
    source = source_of(content, name=way)
    found = study_of(source.paper)
    seconds = time.perf_counter() - began
    said = as_json(found, file=way)
    wrong = tuple(name for name in FIELDS if level(said[name]) != level(study[name]))
    lost, made_up = lost_and_made_up(source.paper, found)
    return Read(way=way, language=study["language"], wrong=wrong, lost=len(lost), made_up=len(made_up), seconds=seconds)


def level(value: Any) -> Any:
    """Without the difference between spaces, nor between capitals, which the series sets headings in."""
    if isinstance(value, str):
        return re.sub(r"\s+", " ", value).strip().casefold()
    if isinstance(value, dict):
        return {key: level(item) for key, item in value.items()}
    return [level(item) for item in value] if isinstance(value, list | tuple) else value


def summed(every: list[Read]) -> dict[str, Any]:
    fields = len(FIELDS) * len(every)
    return {
        "files": len(every),
        "fields_exact": round(1 - sum(len(each.wrong) for each in every) / max(fields, 1), 4),
        "words_lost": sum(each.lost for each in every),
        "words_made_up": sum(each.made_up for each in every),
        "seconds_per_file": round(sum(each.seconds for each in every) / max(len(every), 1), 3),
    }


def run(only: str) -> None:
    """One line a file, then the object."""
    made = list(reads(only))
    for each in made:
        print(f"{each.way} {each.language}: {', '.join(each.wrong) or 'all right'} ({each.seconds:.2f} s)")
    kinds = Counter((each.way.split(" ", 1)[0], each.language) for each in made)
    by_kind = {
        f"{kind} {language}": summed([e for e in made if e.way.startswith(kind) and e.language == language])
        for kind, language in sorted(kinds)
    }
    print(json.dumps({**summed(made), "by_format_and_language": by_kind}))
