"""Puts the countries into the regions and sub-regions of the United Nations, and says the vocabularies in Arabic.

Source of regions, sub-regions and what lies in them: the territory containment of the Unicode CLDR 49, which follows
M49; their names and those of the countries are the CLDR's, some of them written as M49 writes them. No package that we
install brings the containment along, so it is kept beside this file; a test compares it with ISO 3166-1.
Countries that an editor has moved to a region of their own stay there.
"""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

from babel import Locale
from django.db import migrations
from django.db.migrations.state import StateApps

SEEDS = Path(__file__).with_suffix(".json")
BEFORE = import_module("cms.migrations.0002_vocabularies")
NEW = ("OrganisationType", "Participation")
HOUSE = ("asia-pacific", "europe-central-asia", "mena")


def seeds() -> dict[str, Any]:
    return dict(json.loads(SEEDS.read_text(encoding="utf-8")))


def labels(*texts: str) -> dict[str, str]:
    return {**dict(zip(("en", "fr", "es", "ar"), texts, strict=True)), "prevails": "en"}


def seed(apps: StateApps, _schema_editor: Any) -> None:
    said = seeds()
    for name in NEW:
        for position, (code, *texts) in enumerate(said[name], start=1):
            BEFORE.add(apps.get_model("cms", name), code, label=labels(*texts), position=position)
    settle(apps, said)
    drop(apps.get_model("cms", "Region"), HOUSE)
    speak_arabic(apps, said)


def settle(apps: StateApps, said: dict[str, Any]) -> None:
    """Regions, their parts, and each country in its part."""
    regions, parts = apps.get_model("cms", "Region"), apps.get_model("cms", "SubRegion")
    for position, (code, *texts) in enumerate(said["Region"], start=1):
        regions.objects.update_or_create(code=code, defaults={"label": labels(*texts), "position": position})
    by_code = {region.code: region for region in regions.objects.all()}
    for position, (code, region, *texts) in enumerate(said["SubRegion"], start=1):
        BEFORE.add(parts, code, label=labels(*texts), position=position, region=by_code[region])
    moved = regions_of_house()
    for part in parts.objects.select_related("region"):
        for code in said["Country"].get(part.code, "").split():
            place(apps.get_model("cms", "Country"), code, part=part, from_region=moved.get(code, ""))


def place(countries: Any, code: str, *, part: Any, from_region: str) -> None:
    country = countries.objects.filter(code=code).select_related("region").first()
    if country is None:
        names = [str(Locale.parse(language).territories[code]) for language in ("en", "fr", "es", "ar")]
        countries.objects.create(code=code, label=labels(*names), region=part.region, subregion=part)
    elif country.region.code in (from_region, part.region.code):
        country.region, country.subregion = part.region, part
        country.save(update_fields=["region", "subregion"])


def regions_of_house() -> dict[str, str]:
    """Where 0002 put each country."""
    before = json.loads(BEFORE.SEEDS.read_text(encoding="utf-8"))
    return {code: region for code, region, _label in BEFORE.countries(before)}


def drop(regions: Any, codes: tuple[str, ...]) -> None:
    for region in regions.objects.filter(code__in=codes):
        if not region.countries.exists():
            region.delete()


def speak_arabic(apps: StateApps, said: dict[str, Any]) -> None:
    """Whoever has said it already is not spoken over."""
    for name, words in said["Arabic"].items():
        for word in apps.get_model("cms", name).objects.filter(code__in=words):
            say(word, words[word.code])
    names = Locale.parse("ar").territories
    for country in apps.get_model("cms", "Country").objects.all():
        say(country, str(names.get(country.code, "")))


def say(word: Any, arabic: str) -> None:
    texts = word.label.to_json()
    if arabic and not texts.get("ar"):
        word.label = {**texts, "ar": arabic}
        word.save(update_fields=["label"])


def unseed(apps: StateApps, _schema_editor: Any) -> None:
    """Back to the five parts of the world of 0002. The sub-regions go, and the new words that nobody uses."""
    said, regions, countries = seeds(), apps.get_model("cms", "Region"), apps.get_model("cms", "Country")
    before = json.loads(BEFORE.SEEDS.read_text(encoding="utf-8"))
    for position, (code, *texts) in enumerate(before["Region"], start=1):
        label = BEFORE.labels(*texts)
        regions.objects.update_or_create(code=code, defaults={"label": label, "position": position})
    by_code = {region.code: region for region in regions.objects.all()}
    at = regions_of_house()
    for country in countries.objects.all():
        country.region, country.subregion = by_code.get(at.get(country.code, ""), country.region), None
        country.save(update_fields=["region", "subregion"])
    for country in countries.objects.exclude(code__in=at).filter(code__in=" ".join(said["Country"].values()).split()):
        BEFORE.forget(country)
    apps.get_model("cms", "SubRegion").objects.all().delete()
    drop(regions, ("asia", "europe", "oceania"))
    for name in NEW:
        for word in apps.get_model("cms", name).objects.filter(code__in=[row[0] for row in said[name]]):
            BEFORE.forget(word)


class Migration(migrations.Migration):
    dependencies = [("cms", "0009_more_words_for_studies")]
    operations = [migrations.RunPython(seed, unseed)]
