"""What a landing page is made of: the story's blocks, ways in, and what is new, asked when the page is read."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.blocks.story import StoryBlock

NEWEST = [
    ("news", _("News")),
    ("events", _("Events")),
    ("studies", _("Case studies")),
    ("publications", _("Publications")),
]


class WayBlock(blocks.StructBlock):
    """One way in: where it leads, and why one would go there."""

    page = blocks.PageChooserBlock(label=_("Page"))
    title = blocks.CharBlock(label=_("Title"), max_length=80, required=False, help_text=_("Empty: the page’s own."))
    text = blocks.CharBlock(label=_("In a sentence"), max_length=200, required=False)

    class Meta:
        icon = "arrow-right"
        label = _("Way in")


class NewestBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(label=_("Newest"), choices=NEWEST)
    heading = blocks.CharBlock(label=_("Heading"), max_length=100)

    class Meta:
        icon = "list-ul"
        label = _("The newest three")


class LandingBlock(StoryBlock):
    ways = blocks.ListBlock(WayBlock(), label=_("Ways in"), icon="site", min_num=2, max_num=6)
    newest = NewestBlock()
