"""What a picture's own form says about the consents for it."""

from typing import Any

from django import template
from django.template import RequestContext
from django.utils import timezone

from cms.models import PlenaryImage
from cms.models.consent import USES
from cms.models.publishing import WANTING
from cms.rules.consent import Use, lack_of

register = template.Library()


@register.inclusion_tag("cms/admin/_consent_for.html", takes_context=True)
def consent_for(context: RequestContext, image: PlenaryImage) -> dict[str, Any]:
    """Agreed for what, and what is wanting for the site."""
    today = timezone.now().date()
    consents = list(image.consents.order_by("-recorded_at", "-pk"))
    lacks = {use: lack_of([consent.said for consent in consents], use, on=today) for use in Use}
    lack = lacks[Use.SITE]
    return {
        "image": image,
        "consents": consents,
        "today": today,
        "wanting": WANTING[lack] % {"picture": image.title} if lack else "",
        "covered": [str(USES[use.value]) for use, lacking in lacks.items() if lacking is None],
        "may_record": context["request"].user.has_perm("cms.change_imageconsent"),
    }
