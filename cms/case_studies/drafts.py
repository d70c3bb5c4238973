"""A study as the fields of a page: the same values from a paper, from a reviewed form, and from the page itself."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import Any

from cms.case_studies.values import Study
from cms.models import CaseStudyPage

Values = dict[str, Any]
# What an import may put into a page, by the page's own names. Consent to publish the contact is never among them.
PLAIN = (
    "title",
    "organisation_name",
    "summary",
    "objective",
    "begins",
    "ends",
    "ongoing",
    "result",
    "impact",
    "contacts",
    "unplaced",
)
BLOCKS = {"process": "phase", "challenges": "passage", "recommendations": "passage"}
FIELDS = (*PLAIN, *BLOCKS)
# Characters that the page's columns hold; blocks say it of their first lines.
LONGEST = {"title": 250, "organisation_name": 250}
LONGEST_HEADING = 200


def values_of_study(study: Study, *, name: str) -> Values:
    """What is too long for its column goes on in `unplaced`. `name`: the file's, for a study without a title."""
    values: Values = {
        "title": study.title or name,
        "organisation_name": study.organisation,
        "summary": study.summary,
        "objective": study.objective,
        "begins": study.timeline.begins,
        "ends": study.timeline.ends,
        "ongoing": study.timeline.ongoing,
        "result": study.result,
        "impact": study.impact,
        "contacts": study.contacts,
        "unplaced": study.unplaced,
        "process": [asdict(phase) for phase in study.phases],
        "challenges": [asdict(passage) for passage in study.challenges],
        "recommendations": [asdict(passage) for passage in study.recommendations],
    }
    return shortened(json.loads(json.dumps(values)))


def shortened(values: Values) -> Values:
    """No letter is lost: what is cut off stands at the end of `unplaced`."""
    rest = []
    for holder, key, most in cuts(values):
        rest.append(holder[key][most:])
        holder[key] = holder[key][:most]
    values["unplaced"] = "\n\n".join(filter(None, (values["unplaced"], *rest)))
    return values


def cuts(values: Values) -> list[tuple[Values, str, int]]:
    named = [(values, key, most) for key, most in LONGEST.items()]
    phases = [(phase, "title", LONGEST_HEADING) for phase in values["process"]]
    passages = [(held, "heading", LONGEST_HEADING) for held in (*values["challenges"], *values["recommendations"])]
    return [(holder, key, most) for holder, key, most in (*named, *phases, *passages) if len(holder[key]) > most]


def values_of_page(page: CaseStudyPage) -> Values:
    values: Values = {name: getattr(page, name) for name in PLAIN}
    for name in BLOCKS:
        values[name] = [block["value"] for block in getattr(page, name).get_prep_value()]
    values["process"] = [
        {**phase, **{key: items(phase[key]) for key in ("steps", "tips")}} for phase in values["process"]
    ]
    return values


def items(listed: list[Any]) -> list[str]:
    """The texts of a ListBlock, which keeps each with an id."""
    return [item["value"] if isinstance(item, dict) else item for item in listed]


def put(page: CaseStudyPage, values: Values) -> None:
    """Whichever fields are given."""
    for name, value in values.items():
        kind = BLOCKS.get(name)
        setattr(page, name, [(kind, block) for block in value] if kind else value)
    if "title" in values:
        page.draft_title = values["title"]


def digests(values: Values) -> dict[str, str]:
    """Each field's SHA-256: enough to see that somebody changed it, and nothing of what it says."""
    return {
        name: hashlib.sha256(json.dumps(said(values[name]), sort_keys=True).encode()).hexdigest() for name in FIELDS
    }


def said(value: Any) -> Any:
    """Without what a form may change by itself: line ends, white space at the edges."""
    if isinstance(value, str):
        return "\n".join(line.rstrip() for line in value.replace("\r\n", "\n").strip().split("\n"))
    if isinstance(value, list):
        return [said(item) for item in value]
    return {key: said(item) for key, item in value.items()} if isinstance(value, dict) else value
