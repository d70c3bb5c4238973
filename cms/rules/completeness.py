"""What a case study lacks before it can be of use, in the order in which an editor would mend it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

TEXTS = ("summary", "impact", "unplaced", "contacts")
CLASSIFIED_BY = ("countries", "articles", "themes", "stages", "action_kinds")


class Gap(StrEnum):
    UNPLACED = "unplaced"
    SUMMARY = "summary"
    IMPACT = "impact"
    CONSENT = "consent"
    FACETS = "facets"
    PICTURE = "picture"
    BEHIND = "behind"


@dataclass(frozen=True, kw_only=True)
class Study:
    """As it stands in its editor. `classified` counts the facets that say what it is about, of CLASSIFIED_BY."""

    summary: str = ""
    impact: str = ""
    unplaced: str = ""
    contacts: str = ""
    has_consent: bool = False
    classified: int = 0
    picture_is_silent: bool = False
    is_behind: bool = False

    @classmethod
    def read(cls, content: Mapping[str, Any], *, silent: frozenset[int], is_behind: bool) -> "Study":
        """From a page's fields as a revision keeps them; `silent` are the pictures that nobody has described."""
        return cls(
            **{name: content.get(name) or "" for name in TEXTS},
            has_consent=bool(content.get("contact_consent_on")),
            classified=sum(bool(content.get(name)) for name in CLASSIFIED_BY),
            picture_is_silent=content.get("social_image") in silent,
            is_behind=is_behind,
        )


def gaps_of(study: Study) -> tuple[Gap, ...]:
    lacking = {
        Gap.UNPLACED: bool(study.unplaced.strip()),
        Gap.SUMMARY: not study.summary.strip(),
        Gap.IMPACT: not study.impact.strip(),
        Gap.CONSENT: bool(study.contacts.strip()) and not study.has_consent,
        Gap.FACETS: study.classified < len(CLASSIFIED_BY),
        Gap.PICTURE: study.picture_is_silent,
        Gap.BEHIND: study.is_behind,
    }
    return tuple(gap for gap, lacks in lacking.items() if lacks)
