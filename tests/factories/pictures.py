"""Pictures as cameras make them, and the consents for them."""

import io
from datetime import UTC, date, datetime
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image, TiffImagePlugin
from wagtail.models import Collection

from cms.actions import Given, record_consent
from cms.languages import translated
from cms.models import ImageConsent, PlenaryImage
from cms.rules.consent import Use
from tests.factories.accounts import StaffFactory

NOW = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)


def photograph(*, size: tuple[int, int] = (60, 40), kind: str = "JPEG", **info: Any) -> bytes:
    """Red on the left, blue on the right; says where it was taken, by which camera, and that it lies on its side."""
    picture = Image.new("RGB", size, "#c00000")
    picture.paste("#0000c0", (size[0] // 2, 0, size[0], size[1]))
    exif = Image.Exif()
    exif[0x010F] = "Kestrel Cameras"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "S"
    exif.get_ifd(0x8825)[2] = (
        TiffImagePlugin.IFDRational(1),
        TiffImagePlugin.IFDRational(17),
        TiffImagePlugin.IFDRational(0),
    )
    out = io.BytesIO()
    picture.save(out, format=kind, exif=exif, **info)
    return out.getvalue()


def picture(*, name: str = "market.jpg", content: bytes = b"", **fields: Any) -> PlenaryImage:
    said = {"title": "At the market", "alt_text": translated(en="Two children read a poster at a market."), **fields}
    # Tests that empty the tables take away what Wagtail's migrations planted.
    collection = Collection.get_first_root_node() or Collection.add_root(name="Root")
    image = PlenaryImage(file=ContentFile(content or photograph(), name=name), collection=collection, **said)
    image.save()
    return image


def consent(image: PlenaryImage, *, now: datetime = NOW, **fields: Any) -> ImageConsent:
    said = {"by": "A child of the group", "on": date(2026, 5, 1), "uses": frozenset(Use), **fields}
    return record_consent(image, Given(**said), by=StaffFactory(), now=now)
