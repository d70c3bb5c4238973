"""Questions about pictures: where they are used, and whether they may be."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, Exists, Model, OuterRef, Q, QuerySet, prefetch_related_objects
from django.db.models.functions import Cast
from django.utils.translation import gettext
from wagtail.models import Page, ReferenceIndex

from cms.models import ImageConsent, PlenaryImage, PlenaryRendition
from cms.models.media import SIZES
from cms.rules.consent import Lack, Use, lack_of


@dataclass(frozen=True, kw_only=True)
class PictureUse:
    """Something that shows a picture: a page or another thing of the admin.

    `url` is where somebody who manages pictures sees it, empty when there is no such place; `state` is a word for
    what is not simply public; `live` says whether readers have it.
    """

    label: str
    kind: str
    url: str = ""
    live: bool = True
    state: str = ""


# How things of other apps are told, which know of this one: each hands its own way in when it starts.
TOLD: dict[type[Model], Callable[[Any], PictureUse]] = {}


def tell_uses_in(kind: type[Model], told: Callable[[Any], PictureUse]) -> None:
    """From now on what refers to a picture and is of this kind is listed so."""
    TOLD[kind] = told


def uses_of_picture(image: PlenaryImage) -> list[PictureUse]:
    """Everything that refers to the picture, what is public first."""
    references = ReferenceIndex.get_references_to(image).group_by_source_object()
    uses = [_told(thing) for thing, _ in references if not isinstance(thing, ImageConsent | PlenaryRendition)]
    return sorted(uses, key=lambda use: (not use.live, use.label))


def _told(thing: Model) -> PictureUse:
    if type(thing) in TOLD:
        return TOLD[type(thing)](thing)
    label, kind = str(thing), str(thing._meta.verbose_name)
    if not isinstance(thing, Page):
        return PictureUse(label=label, kind=kind)
    if not thing.live:
        return PictureUse(label=label, kind=kind, live=False, state=gettext("draft"))
    return PictureUse(label=label, kind=kind, url=thing.full_url or "")


def wanting_consent(pictures: Iterable[PlenaryImage], *, uses: Iterable[Use], on: date) -> set[int]:
    """Which of them show children and may not be used so on that day."""
    children = [picture for picture in pictures if picture.shows_children]
    prefetch_related_objects(children, "consents")
    asked = frozenset(uses)
    return {
        picture.pk
        for picture in children
        if any(lack_of([one.said for one in picture.consents.all()], use, on=on) for use in asked)
    }


def pictures_without_consent(*, on: date) -> list[PlenaryImage]:
    """Children's pictures that are shown in public now and may not be on that day, withheld ones left out."""
    consents = ImageConsent.objects.filter(image=OuterRef("pk"))
    covered = Exists(consents.standing(Use.SITE, on=on)) & Exists(consents.standing(Use.SOCIAL, on=on))
    withdrawn = Exists(consents.filter(withdrawn_at__isnull=False))
    wanting = PlenaryImage.objects.filter(~covered | withdrawn, shows_children=True, withheld_at__isnull=True)
    found = list(wanting.prefetch_related("consents").order_by("pk"))
    uses = public_uses(found) if found else {}
    return [image for image in found if lacks_consent(image, uses=uses[image.pk], on=on)]


def pictures_to_draw() -> list[PlenaryImage]:
    """Those that a page or a draft shows and that are not there in all sizes yet, the newest first."""
    used = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(PlenaryImage),
        base_content_type=ContentType.objects.get_for_model(Page),
        to_object_id=Cast(OuterRef("pk"), CharField()),
    )
    drawn = Count("renditions", filter=Q(renditions__filter_spec__in=SIZES))
    return list(
        PlenaryImage.objects.filter(Exists(used)).alias(drawn=drawn).filter(drawn__lt=len(SIZES)).order_by("-pk")
    )


def pictures_no_longer_printed(*, on: date) -> list[PlenaryImage]:
    """Agreed for print once, and no consent of that day says so any more."""
    printing = ImageConsent.objects.filter(image=OuterRef("pk")).standing(Use.PRINT, on=on)
    return list(PlenaryImage.objects.filter(~Exists(printing), print_agreed=True).order_by("pk"))


def lacks_consent(image: PlenaryImage, *, uses: set[Use], on: date) -> bool:
    """Whether it may not be shown as it is shown now, or not at all any more."""
    consents = [consent.said for consent in image.consents.all()]
    lacks = {lack_of(consents, use, on=on) for use in uses or {Use.SITE}}
    return Lack.WITHDRAWN in lacks or (bool(uses) and lacks != {None})


def public_uses(images: Iterable[PlenaryImage]) -> dict[int, set[Use]]:
    """What live pages use each picture for, in two queries."""
    uses: dict[int, set[Use]] = {image.pk: set() for image in images}
    kind = ContentType.objects.get_for_model(PlenaryImage)
    rows = ReferenceIndex.objects.filter(
        to_content_type=kind,
        to_object_id__in=[str(key) for key in uses],
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    references = list(rows.values_list("to_object_id", "object_id", "model_path"))
    pages = Page.objects.live().filter(pk__in={page for _image, page, _path in references})
    live = {str(key) for key in pages.values_list("pk", flat=True)}
    for image, page, path in references:
        if page in live:
            uses[int(image)].add(Use.SOCIAL if path == "social_image" else Use.SITE)
    return uses


def childrens_pictures(*, on: date) -> QuerySet[PlenaryImage]:
    """Pictures that show children, those without a standing consent first."""
    consents = ImageConsent.objects.filter(image=OuterRef("pk"))
    marked = PlenaryImage.objects.filter(shows_children=True).annotate(
        is_covered=Exists(consents.standing(Use.SITE, on=on)) & ~Exists(consents.filter(withdrawn_at__isnull=False)),
    )
    return marked.prefetch_related("renditions").order_by("is_covered", "-created_at", "-pk")
