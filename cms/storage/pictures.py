"""Pictures without what the camera wrote into them: place, time, owner, device."""

from __future__ import annotations

import io
import warnings
from typing import Any

from django.core.files import File
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from cms.storage.scanning import FileRefused

# 60 million pixels are a page of A2 at 300 dots an inch; more is an attack or a mistake.
MOST_PIXELS = 60_000_000
# Phones put a second picture behind the first: one is kept.
KINDS = {"MPO": "JPEG"}
QUALITY = {"JPEG": 92, "WEBP": 90, "AVIF": 80}


def stripped(file: File[Any]) -> ContentFile[bytes]:
    """The same picture, upright, with its colour profile and nothing else that is not pixels; the name is kept.

    Raises FileRefused when it is no picture that can be read, or has more than MOST_PIXELS in all its frames.
    """
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file) as picture:
                return ContentFile(_written(picture), name=file.name)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise FileRefused(too_large()) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise FileRefused(_("This file cannot be read as a picture. Save it as JPEG or PNG and try again.")) from error


def too_large() -> str:
    return _("This picture has more than 60 million pixels. Make it smaller and try again.")


def _written(picture: Image.Image) -> bytes:
    kind = KINDS.get(picture.format or "", picture.format or "PNG")
    frames = 1 if kind == "JPEG" else getattr(picture, "n_frames", 1)
    if picture.width * picture.height * frames > MOST_PIXELS:
        raise FileRefused(too_large())
    options = _options(picture, kind)
    out = io.BytesIO()
    if kind != "JPEG" and getattr(picture, "is_animated", False):
        picture.save(out, format=kind, save_all=True, **options)
        return out.getvalue()
    upright = ImageOps.exif_transpose(picture)
    bare = Image.new(upright.mode, upright.size)
    if upright.mode == "P":
        bare.putpalette(upright.getpalette() or [])
    bare.paste(upright)
    bare.save(out, format=kind, **options)
    return out.getvalue()


def _options(picture: Image.Image, kind: str) -> dict[str, Any]:
    """What is kept: the colour profile, transparency, how long an animation runs."""
    kept = {
        name: picture.info[name] for name in ("icc_profile", "transparency", "duration", "loop") if name in picture.info
    }
    kept |= {"exif": b"", "xmp": b"", "comment": b""}
    if kind in QUALITY:
        kept["quality"] = QUALITY[kind]
    return kept
