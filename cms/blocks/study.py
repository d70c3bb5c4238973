"""What a case study is made of: phases, headed passages, figures. Plain text, as the series prints it."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class PhaseBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=200)
    purpose = blocks.TextBlock(label=_("Purpose"), required=False, rows=2)
    steps = blocks.ListBlock(blocks.TextBlock(rows=2), label=_("Steps"), default=[])
    tips = blocks.ListBlock(blocks.TextBlock(rows=2), label=_("Tips"), default=[])

    class Meta:
        icon = "list-ol"
        label = _("Phase")


class PhasesBlock(blocks.StreamBlock):
    phase = PhaseBlock()


class PassageBlock(blocks.StructBlock):
    """The heading may be missing: not every study gives its challenges headings."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=200, required=False)
    text = blocks.TextBlock(label=_("Text"))

    class Meta:
        icon = "doc-full"
        label = _("Passage")


class PassagesBlock(blocks.StreamBlock):
    passage = PassageBlock()


class FigureBlock(blocks.StructBlock):
    number = blocks.CharBlock(label=_("Number"), max_length=12)
    text = blocks.CharBlock(label=_("What it counts"), max_length=100)

    class Meta:
        icon = "success"
        label = _("Figure")


class FiguresBlock(blocks.StreamBlock):
    figure = FigureBlock()
