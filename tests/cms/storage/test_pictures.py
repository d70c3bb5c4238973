"""What a camera wrote into a picture does not stay in it."""

import io
from typing import Any

import pytest
from django.core.files.base import ContentFile
from PIL import Image, PngImagePlugin

from cms.storage import FileRefused
from cms.storage import pictures as subject
from cms.storage.pictures import stripped
from tests.factories.pictures import photograph


def pixel(picture: Image.Image, *, at: tuple[int, int]) -> tuple[int, int, int]:
    red, green, blue = picture.convert("RGB").crop((*at, at[0] + 1, at[1] + 1)).tobytes()
    return red, green, blue


def opened(content: bytes, *, name: str = "picture") -> Image.Image:
    return Image.open(io.BytesIO(stripped(ContentFile(content, name=name)).read()))


def test_a_photograph_loses_place_and_camera() -> None:
    before = Image.open(io.BytesIO(photograph()))
    assert before.getexif().get_ifd(0x8825)

    after = opened(photograph())

    assert dict(after.getexif()) == {}
    assert b"Kestrel" not in stripped(ContentFile(photograph(), name="a.jpg")).read()


def test_a_photograph_that_lay_on_its_side_stands_upright() -> None:
    after = opened(photograph(size=(60, 40)))

    assert after.size == (40, 60)
    (red, _green, little), (hardly, _any, blue) = (pixel(after, at=(20, y)) for y in (5, 55))
    assert red > 150 > little
    assert blue > 150 > hardly


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF", "GIF"])
def test_every_format_keeps_its_format_and_loses_its_notes(kind: str) -> None:
    picture = Image.new("RGB", (8, 8), "#c00000")
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Kestrel")
    written: dict[str, dict[str, Any]] = {"PNG": {"pnginfo": notes}, "GIF": {"comment": b"Kestrel"}}
    options = written.get(kind, {"xmp": b"<x>Kestrel</x>"})
    out = io.BytesIO()
    picture.save(out, format=kind, **options)
    assert b"Kestrel" in out.getvalue()

    content = stripped(ContentFile(out.getvalue(), name="a")).read()

    assert b"Kestrel" not in content
    assert Image.open(io.BytesIO(content)).format == kind


def test_what_was_transparent_stays_so() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (4, 4), (255, 0, 0, 0)).save(out, format="PNG")

    assert opened(out.getvalue()).getpixel((1, 1)) == (255, 0, 0, 0)


def test_a_picture_keeps_its_colour_profile() -> None:
    assert opened(photograph(icc_profile=b"a profile of colours")).info["icc_profile"] == b"a profile of colours"


def test_an_animation_keeps_its_frames_and_its_pace() -> None:
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "green", "blue")]
    out = io.BytesIO()
    frames[0].save(out, format="GIF", save_all=True, append_images=frames[1:], duration=120, loop=0, comment=b"Kestrel")

    after = opened(out.getvalue())

    assert (getattr(after, "n_frames", 1), after.info["duration"]) == (3, 120)
    assert "comment" not in after.info


def test_what_is_no_picture_is_refused_in_words() -> None:
    with pytest.raises(FileRefused, match="cannot be read as a picture"):
        stripped(ContentFile(b"%PDF-1.7 not a picture", name="a.jpg"))


def test_half_a_picture_is_refused_in_words() -> None:
    with pytest.raises(FileRefused, match="cannot be read as a picture"):
        stripped(ContentFile(photograph(size=(600, 400))[:900], name="a.jpg"))


def test_too_many_pixels_are_refused_before_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "MOST_PIXELS", 60 * 40 - 1)

    with pytest.raises(FileRefused, match="60 million pixels"):
        stripped(ContentFile(photograph(size=(60, 40)), name="a.jpg"))


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)

    with pytest.raises(FileRefused, match="60 million pixels"):
        stripped(ContentFile(photograph(size=(60, 40)), name="a.jpg"))


def test_the_pixels_of_an_animation_are_those_of_all_its_frames(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file can hold hours of work."""
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "green", "blue")]
    out = io.BytesIO()
    frames[0].save(out, format="GIF", save_all=True, append_images=frames[1:], duration=120)
    monkeypatch.setattr(subject, "MOST_PIXELS", 2 * 4 * 4)

    with pytest.raises(FileRefused, match="60 million pixels"):
        stripped(ContentFile(out.getvalue(), name="a.gif"))
