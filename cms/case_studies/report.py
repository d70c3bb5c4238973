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
    Doubt.OTHER_SECTIONS: gettext_lazy("A section that is not one of the series’ is in “unplaced”."),
    Doubt.SIDEBAR: gettext_lazy("A box without a heading of the series is in “unplaced”."),
    Doubt.SMALL_PRINT: gettext_lazy("Small print, such as footnotes, is in “unplaced”."),
    Doubt.PERSONAL_DATA: gettext_lazy("Something outside the contact looks like personal data."),
}
# What is said with the words or numbers that it is about.
FURNITURE = gettext_lazy("Left out as running heads, footers or page numbers: %(what)s.")
BLANK_PAGES = gettext_lazy("Pages without text, perhaps scanned: %(what)s.")
# The keys of one file's entry, in this order; they are part of the command's promise.
KEYS = (
    "language",
    "title",
    "organisation",
    "summary",
    "objective",
    "timeline",
    "phases",
    "result",
    "impact",
    "challenges",
    "recommendations",
    "contacts",
    "personal_data",
    "unplaced",
)


def as_json(study: Study, *, file: str) -> dict[str, Any]:
    """The entry of one file. Dates are ISO 8601 to the precision that the text gives, null where it gives none."""
    said = {key: value for key, value in asdict(study).items() if key in KEYS}
    for key in ("challenges", "recommendations"):
        said[key] = [{"heading": passage["heading"], "text": passage["text"]} for passage in said[key]]
    timeline = study.timeline
    said["timeline"] = {
        "from": timeline.begins or None,
        "to": timeline.ends or None,
        "ongoing": timeline.ongoing,
    }
    return {"file": file, **{key: said[key] for key in KEYS}, "warnings": list(warnings(study))}


def warnings(study: Study) -> Iterator[str]:
    """One sentence for each thing that a person should look at."""
    for doubt in study.doubts:
        if doubt is Doubt.FURNITURE:
            yield FURNITURE % {"what": " · ".join(study.furniture)}
        elif doubt is Doubt.BLANK_PAGES:
            yield BLANK_PAGES % {"what": ", ".join(map(str, study.blank_pages))}
        else:
            yield str(DOUBTS[doubt])


def in_words(study: Study) -> Iterator[str]:
    for name, text in placed(study):
        yield f"  {name}: {text or '—'}"
    for warning in warnings(study):
        yield f"  ! {warning}"


def placed(study: Study) -> Iterator[tuple[str, str]]:
    timeline = study.timeline
    until = _("ongoing") if timeline.ongoing else timeline.ends
    yield _("Title"), study.title
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


LABELS = {
    "title": gettext_lazy("Title"),
    "organisation_name": gettext_lazy("Organisation"),
    "summary": gettext_lazy("Summary"),
    "objective": gettext_lazy("Objective"),
    "begins": gettext_lazy("Begins"),
    "ends": gettext_lazy("Ends"),
    "ongoing": gettext_lazy("Still going on"),
    "process": gettext_lazy("Phases"),
    "result": gettext_lazy("Result"),
    "impact": gettext_lazy("Impact"),
    "challenges": gettext_lazy("Challenges"),
    "recommendations": gettext_lazy("Recommendations"),
    "contacts": gettext_lazy("Contact"),
    "unplaced": gettext_lazy("Unplaced"),
}


def label_of(field: str) -> str:
    """What a field of the draft is called."""
    return str(LABELS[field])
