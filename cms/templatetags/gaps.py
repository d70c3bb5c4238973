from dataclasses import dataclass

from django import template

from cms.models import CaseStudyPage
from cms.models.gaps import GAPS
from cms.queries.completeness import gaps_in
from cms.rules.completeness import FORBIDS_PUBLICATION
from members.accounts.models import User

register = template.Library()


@dataclass(frozen=True, kw_only=True)
class Told:
    sentence: str
    forbids: bool


@register.simple_tag
def gaps(page: CaseStudyPage, user: User) -> list[Told]:
    """What the study lacks, in sentences."""
    return [Told(sentence=str(GAPS[gap]), forbids=gap in FORBIDS_PUBLICATION) for gap in gaps_in(page, user=user)]
