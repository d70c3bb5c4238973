"""What every public page shares: a picture for social cards, and no child's picture without consent."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.models import Page

from cms.models.media import PlenaryImage
from cms.models.panels import TranslationsPanel
from cms.rules.consent import Lack, Use, lack_of

WANTING = {
    Lack.MISSING: _("“%(picture)s” shows children, and no consent is recorded for it."),
    Lack.WITHDRAWN: _("The consent for “%(picture)s” was withdrawn."),
    Lack.EXPIRED: _("The consent for “%(picture)s” has run out."),
    Lack.USE: _("The consent for “%(picture)s” does not cover this use."),
    Lack.TERRITORY: _("The consent for “%(picture)s” holds in some countries only; this is read everywhere."),
}


class PictureRefused(ValidationError):
    """Pictures that show children may not be used so; says which and why, and what to do. `page` shows them."""

    def __init__(self, page: "PublicPage", sentences: list[str]) -> None:
        super().__init__(sentences)
        self.page = page


def sentence_of(lack: Lack, image: PlenaryImage) -> str:
    why = WANTING[lack] % {"picture": image.title}
    return f"{why} {gettext('Record a consent that covers it, or take the picture out. Your draft is kept.')}"


class PublicPage(Page):
    """The base of every page type of the public site."""

    social_image = models.ForeignKey(
        PlenaryImage,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture for social cards"),
    )

    promote_panels: ClassVar[list[Panel | str]] = [
        *Page.promote_panels,
        MultiFieldPanel([FieldPanel("social_image")], heading=_("When it is shared")),
        TranslationsPanel(heading=_("Translations")),
    ]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Raises PictureRefused when what becomes public shows children without consent.

        Publishing has many doors (editor, workflow, schedule, bulk, API); all of them save.
        """
        if self.live and not kwargs.get("update_fields"):
            sentences = [sentence_of(lack, image) for image, lack in lacks_of(self)]
            if sentences:
                raise PictureRefused(self, sentences)
        return super().save(*args, **kwargs)

    def uses_of_pictures(self) -> dict[int, set[Use]]:
        """Pictures by primary key, and what this page uses each for."""
        uses: dict[int, set[Use]] = defaultdict(set)
        for picture in pictures_in(self):
            uses[picture].add(Use.SITE)
        if self.social_image_id:
            uses[self.social_image_id].add(Use.SOCIAL)
        return dict(uses)


def lacks_of(page: PublicPage, *, on: date | None = None) -> Iterator[tuple[PlenaryImage, Lack]]:
    """The pictures of children on the page that it may not use, each with why; by the database's clock unless told."""
    uses = page.uses_of_pictures()
    if not uses:
        return
    children = PlenaryImage.objects.filter(pk__in=uses, shows_children=True).annotate(asked_at=Now())
    for image in children.prefetch_related("consents").order_by("pk"):
        consents = [consent.said for consent in image.consents.all()]
        lacks = (lack_of(consents, use, on=on or image.asked_at.date()) for use in sorted(uses[image.pk]))
        lack = next(filter(None, lacks), None)
        if lack:
            yield image, lack


def pictures_in(thing: models.Model) -> Iterator[int]:
    """Every picture that the thing shows, in its fields, its blocks, its rich text and its inline children."""
    for field in thing._meta.concrete_fields:
        if field.related_model is PlenaryImage and field.value_from_object(thing):
            yield field.value_from_object(thing)
        elif hasattr(field, "extract_references"):
            yield from named_pictures(field.extract_references(field.value_from_object(thing)))
    for relation in get_all_child_relations(type(thing)):
        for child in getattr(thing, relation.get_accessor_name()).all():
            yield from pictures_in(child)


def named_pictures(references: Iterable[tuple[type[models.Model], Any, str, str]]) -> Iterator[int]:
    """Wagtail names what a value refers to as (model, key, model path, content path)."""
    for model, key, _model_path, _content_path in references:
        if model is PlenaryImage:
            yield int(key)
