"""Seeds the vocabularies of the library. Rows that somebody made or uses are left alone in both directions.

Sources: the Convention and the Committee's treaty-specific guidelines (CRC/C/58/Rev.3) for articles and clusters;
ISO 3166-1 for countries, their names from the CLDR; the labels of articles are ours, in plain words.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import Locale
from django.db import migrations
from django.db.migrations.state import StateApps
from django.db.models import ProtectedError

LANGUAGES = ("en", "fr", "es")
SEEDS = Path(__file__).with_suffix(".json")
LISTS = ("Region", "Cluster", "Instrument", "ReportingStage", "ActionKind", "Target", "ChildGroup", "Outcome", "Theme")


def labels(*texts: str) -> dict[str, str]:
    return {**dict(zip(LANGUAGES, texts, strict=True)), "prevails": "en"}


def countries(seeds: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, str]]]:
    names = [Locale.parse(language).territories for language in LANGUAGES]
    for region, codes in seeds["Country"].items():
        for code in codes.split():
            yield code, region, labels(*(str(territories[code]) for territories in names))


def add(model: Any, code: str, **fields: Any) -> None:
    model.objects.get_or_create(code=code, defaults=fields)


def seed(apps: StateApps, _schema_editor: Any) -> None:
    seeds = json.loads(SEEDS.read_text(encoding="utf-8"))
    for name in LISTS:
        for position, (code, *texts) in enumerate(seeds[name], start=1):
            add(apps.get_model("cms", name), code, label=labels(*texts), position=position)
    regions = {region.code: region for region in apps.get_model("cms", "Region").objects.all()}
    for code, region, label in countries(seeds):
        add(apps.get_model("cms", "Country"), code, label=label, region=regions[region])
    clusters = {cluster.code: cluster for cluster in apps.get_model("cms", "Cluster").objects.all()}
    for code, cluster, *texts in seeds["Article"]:
        label = labels(*texts)
        add(apps.get_model("cms", "Article"), code, label=label, cluster=clusters[cluster], position=int(code))


def unseed(apps: StateApps, _schema_editor: Any) -> None:
    """Takes away what nothing points at; used words stay, so that no study loses one silently."""
    seeds = json.loads(SEEDS.read_text(encoding="utf-8"))
    codes = {name: [row[0] for row in seeds[name]] for name in (*LISTS, "Article")}
    codes["Country"] = [code for code, _region, _label in countries(seeds)]
    for name in ("Country", "Article", *LISTS):
        for word in apps.get_model("cms", name).objects.filter(code__in=codes[name]):
            forget(word)


def forget(word: Any) -> None:
    related = [field for field in word._meta.related_objects if field.many_to_many]
    if any(getattr(word, field.get_accessor_name()).exists() for field in related):
        return
    try:
        word.delete()
    except ProtectedError:
        return


class Migration(migrations.Migration):
    dependencies = [("cms", "0001_initial")]
    operations = [migrations.RunPython(seed, unseed)]
