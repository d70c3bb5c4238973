from django import template

from cms.models import CaseStudyPage
from cms.models.gaps import GAPS
from cms.queries.completeness import gaps_in
from members.accounts.models import User

register = template.Library()


@register.simple_tag
def gaps(page: CaseStudyPage, user: User) -> list[str]:
    """What the study lacks, in sentences."""
    return [str(GAPS[gap]) for gap in gaps_in(page, user=user)]
