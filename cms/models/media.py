"""Pictures and files. Originals of both are private: the public sees renditions, and addresses that soon end."""

from __future__ import annotations

from datetime import datetime
from functools import reduce
from io import BytesIO
from operator import or_
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.base import ContentFile
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from PIL import Image as Drawing
from PIL import ImageDraw
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image, WagtailImageField, get_upload_to

from cms.languages import LANGUAGES
from cms.languages.fields import TranslatedTextField
from cms.storage import private_files
from cms.storage.pictures import stripped

SAID_IN_SOME_LANGUAGE = reduce(or_, (Q(alt_text__has_key=code) for code in LANGUAGES))
# What components/picture.html asks for; tests/cms/pictures/test_drawing.py holds the two together.
SIZES = tuple(f"format-{kind}|width-{width}" for kind in ("avif", "webp", "jpeg") for width in (480, 960))
PAPER, FACETS = "#f1eade", ("#e6dccb", "#dcd3c5", "#d4c9b8", "#e0d6c6")


class BareImageField(WagtailImageField):
    """Keeps the picture without what the camera wrote into it, whichever way it came in."""

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        """Here, so that a form says why a picture cannot be taken."""
        return bare(super().clean(value, model_instance))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: FBT001 - Django's own signature
        bare(getattr(model_instance, self.attname))
        return super().pre_save(model_instance, add)


def is_stored(file: Any) -> bool:
    """And not just uploaded: Django keeps this to itself."""
    return bool(vars(file).get("_committed"))


def bare(file: Any) -> Any:
    """The field's file; what was just uploaded is stripped once."""
    if file and not is_stored(file) and not getattr(file.file, "is_bare", False):
        file.file = stripped(file.file)
        file.file.is_bare = True
    return file


class PlenaryImage(AbstractImage):
    """A picture that says what it shows, or says that it is decoration.

    While `withheld_at` is set, all that is shown of it is a placeholder of its size. A child's picture whose consents
    do not cover print (`print_agreed`) stays on the screen: `components/picture.html` puts words in its place on paper.
    """

    file = BareImageField(
        verbose_name=_("file"),
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
        storage=private_files,
    )
    alt_text = TranslatedTextField(
        _("what the picture shows"),
        blank=True,
        help_text=_("For those who do not see it, in each language that it is used in."),
    )
    decorative = models.BooleanField(_("decoration only"), default=False)
    shows_children = models.BooleanField(
        _("children can be seen in it"),
        default=False,
        help_text=_("Then it can be published and sent only with a consent record that covers the use."),
    )
    withheld_at = models.DateTimeField(_("withheld since"), null=True, blank=True, editable=False)
    # Written when a consent is recorded, withdrawn or over: a page that shows pictures asks for no consents.
    print_agreed = models.BooleanField(_("agreed for print"), default=False, editable=False)

    admin_form_fields = (*Image.admin_form_fields, "alt_text", "decorative", "shows_children")

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=SAID_IN_SOME_LANGUAGE | Q(decorative=True),
                name="a_picture_says_what_it_shows_or_is_decoration",
            ),
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Wagtail sets an attribute of our field's name to False on every image: what was given or stored is kept."""
        super().__init__(*args, **kwargs)
        stored = dict(zip((field.attname for field in self._meta.concrete_fields), args, strict=False))
        decorative = {**stored, **kwargs}.get("decorative", False)
        if decorative is models.DEFERRED:
            del self.__dict__["decorative"]
        else:
            self.decorative = decorative

    @property
    def default_alt_text(self) -> str:
        if self.is_withheld:
            return gettext("This picture was withdrawn.")
        return "" if self.decorative else str(self.alt_text)

    @property
    def is_withheld(self) -> bool:
        return self.withheld_at is not None

    @property
    def is_kept_off_paper(self) -> bool:
        """Shown on a screen, left out in print. The placeholder of a withheld picture harms nobody there."""
        return self.shows_children and not self.print_agreed and not self.is_withheld

    def is_stored_locally(self) -> bool:
        """Wagtail then opens a stored file anew each time; ours know their names and not their paths."""
        return False

    def clean(self) -> None:
        super().clean()
        if not self.alt_text and not self.decorative:
            raise ValidationError({"alt_text": _("Say what the picture shows, or mark it as decoration.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Another file means other sizes of it, by whichever door it came; Wagtail's own form alone sees to that."""
        before = type(self).objects.filter(pk=self.pk).values_list("file", flat=True).first()
        if not is_stored(self.file):
            self._set_image_file_metadata()
        super().save(*args, **kwargs)
        if before and before != self.file.name:
            for rendition in self.renditions.all():
                rendition.delete()

    def generate_rendition_file(self, filter: Filter, *, source: File[bytes] | None = None) -> Any:
        """In memory: Wagtail leaves its temporary file open until somebody collects it."""
        drawn = super().generate_rendition_file(filter, source=self._placeholder() if self.is_withheld else source)
        with drawn:
            drawn.seek(0)
            return ContentFile(drawn.read(), name=drawn.name)

    def create_rendition(self, filter: Filter) -> PlenaryRendition:
        rendition: PlenaryRendition = super().create_rendition(filter)
        return self.create_rendition(filter) if self._was_overtaken() else rendition

    def create_renditions(self, *filters: Filter) -> dict[Filter, PlenaryRendition]:
        """Wagtail asks for none as well when all are there: then nothing can have been overtaken."""
        if not filters:
            return {}
        made: dict[Filter, PlenaryRendition] = super().create_renditions(*filters)
        return self.create_renditions(*filters) if self._was_overtaken() else made

    def _was_overtaken(self) -> bool:
        """What was begun before a withdrawal and ended after it is thrown away and drawn again."""
        withheld = self._withheld_by_now()
        if (withheld is None) == (self.withheld_at is None):
            return False
        for rendition in self.renditions.all():
            rendition.delete()
        self.withheld_at = withheld
        return True

    def _withheld_by_now(self) -> datetime | None:
        return type(self).objects.values_list("withheld_at", flat=True).get(pk=self.pk)

    def _placeholder(self) -> BytesIO:
        """Four pale facets on paper, of the picture's size."""
        width, height = self.width, self.height
        drawing = Drawing.new("RGB", (width, height), PAPER)
        pen, middle, waist = ImageDraw.Draw(drawing), width // 2, height * 2 // 5
        top, right, bottom, left = (
            (middle, height // 8),
            (width * 4 // 5, waist),
            (middle, height * 7 // 8),
            (width // 5, waist),
        )
        for colour, corners in zip(FACETS, ((top, left), (top, right), (bottom, right), (bottom, left)), strict=True):
            pen.polygon([*corners, (middle, waist)], fill=colour)
        out = BytesIO()
        drawing.save(out, format="PNG")
        out.seek(0)
        return out


class PlenaryRendition(AbstractRendition):
    image = models.ForeignKey(PlenaryImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_filter")
        ]

    @staticmethod
    def construct_cache_key(image: PlenaryImage, filter_cache_key: str, filter_spec: str) -> str:
        """A withheld picture is remembered apart: a process whose memory nobody else empties draws it anew as well."""
        known = AbstractRendition.construct_cache_key(image, filter_cache_key, filter_spec)
        return f"{known}-withheld-{image.withheld_at:%Y%m%d%H%M%S%f}" if image.withheld_at else known


class PlenaryDocument(AbstractDocument):
    """A file in private storage: it is given out only by an address that lives a short while."""

    file = models.FileField(_("file"), upload_to="documents", storage=private_files)

    admin_form_fields = Document.admin_form_fields
