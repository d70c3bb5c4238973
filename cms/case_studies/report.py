"""What an import says about a file: in words for a person, as JSON for a program."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.case_studies.values import Doubt, Study

DOUBTS = {
    Doubt.NO_HEADING: gettext_lazy("No heading of the series was recognised; the whole text is in “unplaced”."),
    Doubt.NO_ORGANISATION: gettext_lazy("There is no organisation."),
    Doubt.NO_SUMMARY: gettext_lazy("There is no summary."),
    Doubt.NO_IMPACT: gettext_lazy("There is no impact."),
    Doubt.PREAMBLE: gettext_lazy("Text above the first heading, such as the preamble of the series, is in “unplaced”."),
    Doubt.TIMELINE: gettext_lazy("The timeline was not wholly understood; its words are in “unplaced”."),
    Doubt.LOOSE_TEXT: gettext_lazy("Text of the process that is no purpose, step or tip is in “unplaced”."),
    Doubt.PAGE_NUMBERS: gettext_lazy("Page numbers were left out."),
    Doubt.PERSONAL_DATA: gettext_lazy("Something outside the contact looks like personal data."),
}


def as_json(study: Study, *, file: str) -> dict[str, Any]:
    """The entry of one file; the shape is part of the command's promise."""
    said = asdict(study)
    said.pop("doubts")
    timeline = study.timeline
    said["timeline"] = {
        "from": timeline.begins or None,
        "to": timeline.ends or None,
        "ongoing": timeline.ongoing,
    }
    return {"file": file, **said, "warnings": [str(DOUBTS[doubt]) for doubt in study.doubts]}


def in_words(study: Study) -> Iterator[str]:
    for name, text in placed(study):
        yield f"  {name}: {text or '—'}"
    for doubt in study.doubts:
        yield f"  ! {DOUBTS[doubt]}"


def placed(study: Study) -> Iterator[tuple[str, str]]:
    timeline = study.timeline
    until = _("ongoing") if timeline.ongoing else timeline.ends
    yield _("Organisation"), study.organisation
    yield _("Summary"), words(study.summary)
    yield _("Objective"), words(study.objective)
    yield _("Timeline"), " – ".join(filter(None, (timeline.begins, until)))
    yield _("Phases"), "; ".join(phase.title for phase in study.phases)
    yield _("Result"), words(study.result)
    yield _("Impact"), words(study.impact)
    yield _("Challenges"), "; ".join(passage.heading for passage in study.challenges)
    yield _("Recommendations"), "; ".join(passage.heading for passage in study.recommendations)
    yield _("Contact, not for publication until consent is recorded"), words(study.contacts)
    yield _("Looks like personal data"), ", ".join(study.personal_data)
    yield _("Unplaced"), words(study.unplaced)


def words(text: str) -> str:
    return _("%(count)d words") % {"count": len(text.split())} if text else ""
