"""A picture as another front end needs it: what it shows, where its middle is, and sizes that are ready."""

from typing import Any

from ninja import Schema

from cms.models import PlenaryImage

WIDTHS = (400, 800, 1600)


class RenditionOut(Schema):
    url: str
    width: int
    height: int
    format: str


class FocalPoint(Schema):
    """Shares of the width and the height, from the upper left corner."""

    x: float
    y: float


class ImageOut(Schema):
    id: int
    alt: str
    width: int
    height: int
    focal_point: FocalPoint | None
    renditions: list[RenditionOut]


def image_out(image: PlenaryImage) -> dict[str, Any]:
    point = image.get_focal_point()
    middle = {"x": point.centroid_x / image.width, "y": point.centroid_y / image.height} if point else None
    made = image.get_renditions(*(f"width-{width}|format-webp" for width in WIDTHS))
    return {
        "id": image.pk,
        "alt": image.default_alt_text,
        "width": image.width,
        "height": image.height,
        "focal_point": middle,
        "renditions": [
            {"url": rendition.full_url, "width": rendition.width, "height": rendition.height, "format": "webp"}
            for rendition in made.values()
        ],
    }
