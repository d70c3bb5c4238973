"""Pictures of the style guide, which no library holds."""

from dataclasses import dataclass
from typing import Any

from django.forms.utils import flatatt
from django.templatetags.static import static
from django.utils.html import format_html


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """One size of a picture that no library holds: the house's mark."""

    alt: str
    width: int = 480
    height: int = 480

    @property
    def url(self) -> str:
        return static("img/mark.svg")

    def img_tag(self, attrs: dict[str, Any]) -> str:
        said = {"src": self.url, "width": self.width, "height": self.height, "alt": self.alt, **attrs}
        return format_html("<img{}>", flatatt(said))


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What components/picture.html asks of a picture."""

    name: str
    default_alt_text: str = ""
    is_kept_off_paper: bool = False
    first: bool = False

    def get_rendition(self, _spec: object) -> Drawn:
        return Drawn(alt=self.default_alt_text)

    def get_renditions(self, *specs: object) -> dict[str, Drawn]:
        return {str(getattr(spec, "spec", spec)): self.get_rendition(spec) for spec in specs}


PICTURES = (
    Shown(name="Top of the page, fetched at once", default_alt_text="The kite of the network.", first=True),
    Shown(name="Fetched when it is scrolled to", default_alt_text="The kite, further down."),
    Shown(name="Decoration"),
    Shown(name="Withheld", default_alt_text="This picture was withdrawn."),
    Shown(name="Not for print", default_alt_text="The kite, on the screen only.", is_kept_off_paper=True),
)
