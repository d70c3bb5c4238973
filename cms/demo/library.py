"""The case studies of the Kite network: twelve works in the form of the series, written for this project."""

from datetime import timedelta
from functools import partial
from typing import Any

from django.db import models

from cms.demo.network import Network
from cms.demo.planting import content, homes, plant
from cms.models import FACETS, CaseStudyIndexPage, CaseStudyPage

Words = dict[str, dict[str, models.Model]]


def build(network: Network) -> None:
    shelf = content("pages.json")["library"]
    libraries = plant(
        dict(homes()), shelf, lambda said: CaseStudyIndexPage(title=said[0], lede=said[1]), at=network.now
    )
    words = vocabularies()
    for work in content("case_studies.json"):
        plant(
            libraries,
            work,
            partial(study, work, network=network, words=words),
            at=network.now - timedelta(days=work["days_ago"]),
        )


def vocabularies() -> Words:
    """Every word of every facet, by facet and code."""
    kinds = {name: CaseStudyPage._meta.get_field(name).related_model for name in FACETS}
    return {name: {word.code: word for word in kind.objects.all()} for name, kind in kinds.items()}


def study(work: dict[str, Any], said: dict[str, Any], *, network: Network, words: Words) -> CaseStudyPage:
    organisation = network.organisations[work["organisation"]]
    texts = ("title", "summary", "objective", "result", "impact")
    shared = {name: work.get(name, default) for name, default in (("begins", ""), ("ends", ""), ("ongoing", False))}
    page = CaseStudyPage(
        number=work["number"],
        organisation=organisation,
        organisation_name=organisation.name,
        place=said.get("place", ""),
        process=[("phase", phase(*row)) for row in said["phases"]],
        figures=[("figure", {"number": number, "text": text}) for number, text in said.get("figures", ())],
        challenges=passages(said["challenges"]),
        recommendations=passages(said["recommendations"]),
        contacts=work.get("contacts", f"{organisation.slug}@kite.example"),
        contact_consent_on=network.today - timedelta(days=60) if work.get("consent") else None,
        checked_on=network.today - timedelta(days=work["days_ago"] + 50),
        child_participation_id=work["participation"],
        **shared,
        **{name: said[name] for name in texts},
    )
    for name in FACETS:
        setattr(page, name, [words[name][code] for code in work.get(name, ())])
    return page


def phase(title: str, purpose: str, steps: list[str], tips: list[str]) -> dict[str, Any]:
    return {"title": title, "purpose": purpose, "steps": steps, "tips": tips}


def passages(rows: list[list[str]]) -> list[tuple[str, dict[str, str]]]:
    return [("passage", {"heading": heading, "text": text}) for heading, text in rows]
