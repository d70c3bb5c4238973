"""The picture that stands beside a shared link, drawn for pages that have none of their own."""

import io
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from PIL import Image, ImageDraw, ImageFont
from wagtail.models import Page

from cms.models.settings import Network, current_network
from cms.queries import public_page
from cms.storage.shelves import FOR_EVER

SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN, LINE = 80, 84
FONT = Path(settings.BASE_DIR) / "cms" / "static" / "fonts" / "atkinson-hyperlegible-next-latin-wght-normal.woff2"
MOST_LINES = 4


def card_url(page: Page) -> str:
    """Changes with the words on the card. Empty for what the typeface cannot write."""
    if not is_latin(page.title):
        return ""
    return reverse("card", args=[page.translation_key, page.locale.language_code, version_of(page)])


def version_of(page: Page) -> str:
    network = current_network()
    name, colours = network.short_name.said(page.locale.language_code).text, colours_of(network)
    return sha256("\n".join((page.title, name, *colours)).encode()).hexdigest()[:12]


def colours_of(network: Network) -> tuple[str, str, str]:
    """Paper, ink and soft ink of light screens."""
    light = network.palette.light
    return light["paper"], light["ink"], light["soft"]


def is_latin(text: str) -> bool:
    return all(ord(letter) < 0x250 or 0x2010 <= ord(letter) <= 0x203F for letter in text)


@require_safe
def card(request: HttpRequest, key: UUID, language: str, version: str) -> HttpResponse:
    page = public_page(key, language=language)
    if page is None or not is_latin(page.title) or version != version_of(page):
        raise Http404
    name = f"card-{key}-{language}-{version}"
    picture: bytes = cache.get(name) or drawn(page.title, current_network(), language=language)
    cache.set(name, picture, timeout=24 * 3600)
    response = HttpResponse(picture, content_type="image/png")
    response["Cache-Control"] = FOR_EVER
    return response


def drawn(title: str, network: Network, *, language: str) -> bytes:
    """PNG of 1200 by 630: the title as large as four lines allow, the network's name under a rule."""
    paper, ink, soft = colours_of(network)
    sheet = Image.new("RGB", SIZE, paper)
    pen = ImageDraw.Draw(sheet)
    font = typeface(72, weight=750)
    for number, line in enumerate(lines_of(title, font=font)):
        pen.text((MARGIN, MARGIN + number * LINE), line, fill=ink, font=font)
    pen.line(((MARGIN, HEIGHT - 140), (WIDTH - MARGIN, HEIGHT - 140)), fill=ink, width=3)
    pen.text((MARGIN, HEIGHT - 112), network.short_name.said(language).text, fill=soft, font=typeface(40, weight=500))
    out = io.BytesIO()
    sheet.save(out, format="PNG", optimize=True)
    return out.getvalue()


def typeface(size: int, *, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(FONT), size)
    font.set_variation_by_axes([weight])
    return font


def lines_of(title: str, *, font: ImageFont.FreeTypeFont) -> list[str]:
    """Broken where words end; what does not fit is left out, and an ellipsis says so."""
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > WIDTH - 2 * MARGIN:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]} …"]
