"""Case studies written for tests, in the layout of the series: what each field should come out as."""

import json
from pathlib import Path
from typing import Any

Entry = dict[str, Any]

_KEPT = json.loads(Path(__file__).with_name("studies.json").read_text(encoding="utf-8"))
# One a language, with the values that an import should find. `timeline_text` and `preamble` are what the paper prints.
STUDIES: dict[str, Entry] = _KEPT["studies"]
# How the series words its headings and labels.
WORDS: dict[str, dict[str, str]] = _KEPT["words"]
