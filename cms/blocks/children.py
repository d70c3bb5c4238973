"""What an editor can put into a page's version for children: few words, a picture of facets, what can be checked."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

# Drawn in templates/components/symbol.html.
SYMBOLS = [
    ("1", _("children speak")),
    ("2", _("a promise on paper")),
    ("3", _("many layers, one on the other")),
    ("4", _("kites on one string")),
]
STATES = [("done", _("done")), ("moving", _("under way")), ("late", _("late")), ("todo", _("not begun"))]


class PlainTextBlock(blocks.StructBlock):
    """A heading, a few sentences and a symbol."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=100)
    text = blocks.TextBlock(label=_("Text"), rows=4)
    symbol = blocks.ChoiceBlock(label=_("Symbol"), choices=SYMBOLS, required=False)

    class Meta:
        icon = "pilcrow"
        label = _("Text in plain words")


class PromiseBlock(blocks.StructBlock):
    """What was promised and how far it is, with where a child can check it."""

    text = blocks.CharBlock(label=_("What was promised"), max_length=200)
    state = blocks.ChoiceBlock(label=_("How far it is"), choices=STATES, default="todo")
    proof = blocks.CharBlock(label=_("How to check it"), max_length=200, required=False)

    class Meta:
        icon = "tick"
        label = _("Promise to check")


class ShownBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), max_length=150, required=False)

    class Meta:
        icon = "image"
        label = _("Picture")


class ChildrenBlock(blocks.StreamBlock):
    plain = PlainTextBlock()
    promise = PromiseBlock()
    picture = ShownBlock()
