"""The same page in plain words, for the pages that opt in."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel

from cms.blocks import ChildrenBlock, StreamField
from cms.models.panels import ReadingPanel
from cms.models.publishing import PublicPage


class ForChildren(PublicPage):
    """Opts in by filling in a title and a body; the version has an address of its own, under `children/`."""

    children_title = models.CharField(_("title for children"), max_length=120, blank=True)
    children_body = StreamField(ChildrenBlock, verbose_name=_("for children"), blank=True)

    children_panels: ClassVar[list[Panel | str]] = [
        MultiFieldPanel(
            [FieldPanel("children_title"), FieldPanel("children_body"), ReadingPanel("words_for_children")],
            heading=_("For children"),
            help_text=_("Say the same in plain words. Leave it empty and the page has no version for children."),
            classname="collapsed",
        )
    ]

    class Meta:
        abstract = True

    @property
    def has_children_version(self) -> bool:
        return bool(self.children_title and self.children_body)

    @property
    def children_url(self) -> str:
        """In full; beside the page's own, under `children/` of its language."""
        whole, language = self.full_url or "", self.locale.language_code
        return whole.replace(f"/{language}/", f"/{language}/children/", 1)

    def words_for_children(self) -> str:
        """All that a child reads here, a line each."""
        lines = [self.children_title]
        for block in self.children_body:
            value = block.value
            lines += [str(value.get(name) or "") for name in ("heading", "text", "proof", "caption")]
        return "\n".join(filter(None, lines))

    def clean(self) -> None:
        super().clean()
        if bool(self.children_title) == bool(self.children_body):
            return
        wanting = "children_body" if self.children_title else "children_title"
        raise ValidationError({wanting: _("The version for children needs a title and a text, or neither.")})
