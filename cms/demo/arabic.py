"""The vocabularies' words in Arabic, the content language that they are not seeded in."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.apps import apps

from cms.demo.network import Network

DATA = Path(__file__).parent / "data" / "arabic.json"


def build(_network: Network) -> None:
    for kind, words in json.loads(DATA.read_text(encoding="utf-8")).items():
        model: Any = apps.get_model("cms", kind)
        known = list(model.objects.filter(code__in=words))
        for word in known:
            word.label = replace(word.label, texts={**word.label.texts, "ar": words[word.code]})
        model.objects.bulk_update(known, ["label"])
