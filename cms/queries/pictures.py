"""Questions about pictures: where they are used, and whether they may be."""

from dataclasses import dataclass
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import Page, ReferenceIndex

from cms.models import ImageConsent, PlenaryImage, PlenaryRendition


@dataclass(frozen=True, kw_only=True)
class PictureUse:
    """Something that shows a picture: a page or another thing of the admin."""

    label: str
    kind: str
    url: str
    live: bool


def uses_of_picture(image: PlenaryImage) -> list[PictureUse]:
    """Everything that refers to the picture, what is public first."""
    uses = []
    for thing, _references in ReferenceIndex.get_references_to(image).group_by_source_object():
        if isinstance(thing, ImageConsent | PlenaryRendition):
            continue
        page = thing if isinstance(thing, Page) else None
        uses.append(
            PictureUse(
                label=str(thing),
                kind=str(thing._meta.verbose_name),
                url=(page.full_url or "") if page and page.live else "",
                live=page.live if page else True,
            )
        )
    return sorted(uses, key=lambda use: (not use.live, use.label))


def pictures_without_consent(*, on: date) -> list[PlenaryImage]:
    """Children's pictures that are shown in public now and may not be on that day, withheld ones left out."""
    consents = ImageConsent.objects.filter(image=OuterRef("pk"))
    standing, withdrawn = consents.standing(on=on), consents.filter(withdrawn_at__isnull=False)
    wanting = PlenaryImage.objects.filter(~Exists(standing) | Exists(withdrawn), shows_children=True)
    found = {str(image.pk): image for image in wanting.filter(withheld_at__isnull=True).order_by("pk")}
    if not found:
        return []
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(PlenaryImage), to_object_id__in=found
    ).values_list("to_object_id", "object_id", "base_content_type")
    rows = list(references)
    pages = ContentType.objects.get_for_model(Page).pk
    live = set(
        Page.objects.live().filter(pk__in=[o for _i, o, kind in rows if kind == pages]).values_list("pk", flat=True)
    )
    shown = {image for image, thing, kind in rows if kind == pages and int(thing) in live}
    return [image for key, image in found.items() if key in shown]


def childrens_pictures(*, on: date) -> QuerySet[PlenaryImage]:
    """Pictures that show children, those without a standing consent first."""
    consents = ImageConsent.objects.filter(image=OuterRef("pk"))
    marked = PlenaryImage.objects.filter(shows_children=True).annotate(
        is_covered=Exists(consents.standing(on=on)) & ~Exists(consents.filter(withdrawn_at__isnull=False)),
    )
    return marked.prefetch_related("renditions").order_by("is_covered", "-created_at", "-pk")
