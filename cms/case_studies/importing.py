"""The action that turns a case study which was read into a draft page of the library."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.models import Locale

from cms.case_studies.files import Source
from cms.case_studies.values import Passage, Phase, Study
from cms.models import CaseStudyIndexPage, CaseStudyPage
from members.organisations.models import Organisation

TITLE_LIMIT = 250


class ImportRefused(Exception):
    """There is nowhere to put the study."""


@dataclass(frozen=True, kw_only=True)
class Imported:
    page: CaseStudyPage
    is_new: bool


@transaction.atomic
def import_study(study: Study, *, source: Source) -> Imported:
    """A draft in the library of its language. The same file again becomes a new version of the same draft.

    What is public stays as it is until somebody publishes the draft. Raises ImportRefused without a library.
    """
    library = library_in(study.language)
    known = drafts_of(source, study=study, library=library).first()
    page = known.get_latest_revision_as_object() if known else CaseStudyPage(live=False, locale=library.locale)
    fill(page, study=study, source=source)
    if not known:
        page.number = next_number()
        library.add_child(instance=page)
    page.save_revision(changed=True)
    CaseStudyPage.objects.filter(pk=page.pk).update(source_name=source.name, source_sha256=source.sha256)
    return Imported(page=page, is_new=known is None)


def library_in(language: str) -> CaseStudyIndexPage:
    locale = Locale.objects.filter(language_code=language).first()
    library = CaseStudyIndexPage.objects.filter(locale=locale).select_related("locale").first() if locale else None
    if library is None:
        name = get_language_info(language)["name_translated"]
        raise ImportRefused(
            _("There is no case-study library in this language yet: %(language)s. Make its page first.")
            % {"language": name}
        )
    return library


def drafts_of(source: Source, *, study: Study, library: CaseStudyIndexPage) -> Any:
    """Pages made from the same bytes, or from a corrected file of the same name and title."""
    same = Q(source_sha256=source.sha256) | Q(source_name=source.name, title=title_of(study, source=source))
    return CaseStudyPage.objects.child_of(library).filter(same).order_by("pk")


def next_number() -> int:
    return int(CaseStudyPage.objects.aggregate(last=Max("number"))["last"] or 0) + 1


def title_of(study: Study, *, source: Source) -> str:
    return (study.title or source.name)[:TITLE_LIMIT]


def fill(page: CaseStudyPage, *, study: Study, source: Source) -> None:
    """Consent to publish the contact is never taken from a file."""
    page.title = page.draft_title = title_of(study, source=source)
    page.organisation_name = study.organisation[:TITLE_LIMIT]
    page.organisation = Organisation.objects.filter(name__iexact=study.organisation, hidden=False).first()
    page.summary, page.objective = study.summary, study.objective
    page.begins, page.ends, page.ongoing = study.timeline.begins, study.timeline.ends, study.timeline.ongoing
    page.process = [("phase", phase_value(phase)) for phase in study.phases]
    page.result, page.impact = study.result, study.impact
    page.challenges = [("passage", passage_value(passage)) for passage in study.challenges]
    page.recommendations = [("passage", passage_value(passage)) for passage in study.recommendations]
    page.contacts = study.contacts
    cut = [text[TITLE_LIMIT:] for text in (study.title, study.organisation)]
    page.unplaced = "\n\n".join(filter(None, (study.unplaced, *cut)))
    page.source_name, page.source_sha256 = source.name, source.sha256


def phase_value(phase: Phase) -> dict[str, Any]:
    return {"title": phase.title, "purpose": phase.purpose, "steps": list(phase.steps), "tips": list(phase.tips)}


def passage_value(passage: Passage) -> dict[str, str]:
    return {"heading": passage.heading, "text": passage.text}
