import json
from pathlib import Path

import cms.migrations
from cms.languages.regions import REGIONS, region_of

SEEDS = json.loads((Path(cms.migrations.__file__).parent / "0010_say_un_regions.json").read_text(encoding="utf-8"))


def test_the_regions_are_those_of_the_vocabulary() -> None:
    parts = {part: region for part, region, *_labels in SEEDS["SubRegion"]}
    seeded = {code: parts[part] for part, codes in SEEDS["Country"].items() for code in codes.split()}

    assert {code: region_of(code) for code in seeded} == seeded
    assert {code: str(name) for code, name in REGIONS.items()} == {row[0]: row[1] for row in SEEDS["Region"]}


def test_no_region_is_made_up_for_what_lies_in_none() -> None:
    assert [region_of(code) for code in ("ke", "KE", "AQ", "ZZ", "")] == ["africa", "africa", "", "", ""]
