"""What an editor can put on a standard page, a news item or an event."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

INLINE = ["bold", "italic", "link", "document-link", "ol", "ul"]


class PictureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), max_length=250, required=False)

    class Meta:
        icon = "image"
        label = _("Picture")


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Words"), rows=3)
    said_by = blocks.CharBlock(label=_("Said by"), max_length=150, required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")


class StoryBlock(blocks.StreamBlock):
    heading = blocks.CharBlock(label=_("Heading"), icon="h2", max_length=150)
    text = blocks.RichTextBlock(label=_("Text"), features=INLINE)
    picture = PictureBlock()
    quote = QuoteBlock()
    notice = blocks.TextBlock(label=_("Notice"), icon="info-circle", rows=3)
