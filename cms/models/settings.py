"""What makes this installation one network and not another: its name, mark, colours and typeface."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any, ClassVar

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from cms.front.hearing import is_open
from cms.front.memos import memo
from cms.languages import TranslatedText, translated
from cms.languages.fields import TranslatedTextField
from cms.models.media import is_stored
from cms.models.palette import PaletteField
from cms.rules.palette import Palette, admin_sheet, colour_sheet
from cms.rules.vector import NoDrawing, check_drawing

REMEMBERED = "network-settings"
# Without Redis one process cannot empty another's cache: so long may a mail carry the name that was.
SECONDS = 60
MOST_FONT_BYTES = 60_000


class Typeface(models.TextChoices):
    HOUSE = "house", _("Atkinson Hyperlegible Next, made for readers with low vision")
    SYSTEM = "system", _("the typeface of the reader’s device")
    SERIF = "serif", _("a typeface with serifs, from the reader’s device")
    OWN = "own", _("the file below")


STACKS = {
    Typeface.SYSTEM: 'system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic",sans-serif',
    Typeface.SERIF: 'Charter,"Bitstream Charter","Noto Serif",Cambria,Georgia,"Noto Naskh Arabic",serif',
    Typeface.OWN: '"The network’s own",system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic",sans-serif',
}

PALETTE = Palette.read({})
HOUSE_ADMIN = admin_sheet(PALETTE)


@dataclass(frozen=True, kw_only=True)
class Network:
    """What pages and mails show of the network. `sheet` is CSS after the house's own, "" for the house's looks."""

    name: TranslatedText
    short_name: TranslatedText
    line: TranslatedText
    imprint: TranslatedText
    sheet: str = ""
    admin_sheet: str = HOUSE_ADMIN
    mark: str = ""
    font: str = ""
    preloads_house_font: bool = True
    palette: Palette = PALETTE

    @property
    def version(self) -> str:
        """Part of the addresses of its files, which may therefore be kept for ever."""
        return sha256("\n".join((self.sheet, self.admin_sheet, self.mark, self.font)).encode()).hexdigest()[:12]


NEW = Network(
    name=translated(en="Plenary"),
    short_name=translated(en="Plenary"),
    line=TranslatedText(),
    imprint=TranslatedText(),
)


def check_mark(file: FieldFile) -> None:
    """What is stored already was looked at when it came."""
    if is_stored(file):
        return
    file.seek(0)
    try:
        check_drawing(file.read())
    except NoDrawing as error:
        message = _("Upload a plain SVG with a viewBox, of shapes and colours only, up to 30 KB. In the way: %(part)s")
        raise ValidationError(message, params={"part": str(error)}) from error


def check_font(file: FieldFile) -> None:
    """As `check_mark`."""
    if is_stored(file):
        return
    file.seek(0)
    if file.size > MOST_FONT_BYTES or file.read(4) != b"wOF2":
        raise ValidationError(_("Upload a WOFF2 file of up to 60 KB; leave out scripts that your readers do not use."))


@register_setting(icon="site", order=10)
class NetworkSettings(BaseGenericSetting):
    """One row. While there is none, the installation looks as it came."""

    name = TranslatedTextField(_("name"), help_text=_("In full, as in mails and at the end of pages."))
    short_name = TranslatedTextField(_("short name"), help_text=_("One word or two, beside the mark."))
    line = TranslatedTextField(_("line under the short name"), blank=True)
    imprint = TranslatedTextField(
        _("imprint"), blank=True, help_text=_("Who sends the mails, and from where: stands at the end of each.")
    )
    mark = models.FileField(_("mark"), upload_to="network", blank=True, validators=[check_mark])
    palette = PaletteField(_("colours"), blank=True)
    typeface = models.CharField(_("typeface"), max_length=10, choices=Typeface.choices, default=Typeface.HOUSE)
    font = models.FileField(_("typeface’s file"), upload_to="network", blank=True, validators=[check_font])

    panels: ClassVar[list[Panel]] = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("short_name"), FieldPanel("line")], heading=_("Name")),
        FieldPanel("imprint"),
        FieldPanel("mark", help_text=_("An SVG. It needs no name in it: the short name stands beside it.")),
        MultiFieldPanel([FieldPanel("typeface"), FieldPanel("font")], heading=_("Typeface")),
        FieldPanel("palette"),
    ]

    class Meta:
        verbose_name = _("network")

    def clean(self) -> None:
        super().clean()
        if self.typeface == Typeface.OWN and not self.font:
            raise ValidationError({"font": _("Upload the typeface’s file, or choose another typeface.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        cache.delete(REMEMBERED)
        # Again, for who read the old row before the new one was there for all.
        transaction.on_commit(lambda: cache.delete(REMEMBERED))

    @property
    def shown(self) -> Network:
        colours = Palette.read(self.palette)
        return Network(
            name=self.name,
            short_name=self.short_name,
            line=self.line,
            imprint=self.imprint,
            sheet=(colour_sheet(colours) if self.palette else "") + font_sheet(self.typeface),
            admin_sheet=admin_sheet(colours),
            mark=self.mark.name or "",
            font=(self.font.name or "") if self.typeface == Typeface.OWN else "",
            preloads_house_font=self.typeface == Typeface.HOUSE,
            palette=colours,
        )


def font_sheet(typeface: str) -> str:
    """The file's address is beside the sheet's."""
    if typeface == Typeface.HOUSE:
        return ""
    own = typeface == Typeface.OWN
    face = '@font-face{font-family:"The network’s own";src:url(font.woff2);font-weight:200 800;font-display:swap}'
    return f"@layer tokens{{{face if own else ''}:root{{--font:{STACKS[Typeface(typeface)]}}}}}\n"


def current_network() -> Network:
    """The one place where it is read: as it was at most 100 ms ago, in every process.

    Inside a transaction, where no memo is used, from the cache: what is written there is mails, one a language.
    """
    if is_open() or not connection.in_atomic_block:
        return network_as_it_is()
    remembered: Network | None = cache.get(REMEMBERED)
    if remembered is not None:
        return remembered
    found = network_as_it_is()
    cache.set(REMEMBERED, found, SECONDS)
    return found


@memo
def network_as_it_is() -> Network:
    row = NetworkSettings.objects.first()
    return row.shown if row else NEW
