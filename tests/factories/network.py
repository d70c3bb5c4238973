"""A second network, which shares nothing with the first but the system."""

from typing import Any

from django.core.files.base import ContentFile

from cms.languages import translated
from cms.models.settings import NetworkSettings, Typeface

HARBOUR_MARK = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 56">'
    b'<path fill="#7fb4d8" d="M4 40h32l-6 12H10z"/><path fill="#d8a05f" d="M19 4v32H6z"/></svg>'
)
HARBOUR_PALETTE = {
    "light": {
        "paper": "#f4f8fb",
        "raised": "#ffffff",
        "sunk": "#e6eef4",
        "band": "#0b2a42",
        "ink": "#0b2a42",
        "soft": "#46596a",
        "f1": "#0a5a8a",
        "f2": "#7a4a00",
        "f3": "#1d6148",
        "f4": "#6a3d8f",
        "edge": "#6f8291",
        "rule": "#c8d6e0",
        "f1-fill": "#1f7ab5",
        "f2-fill": "#e8a33d",
        "f3-fill": "#2c8a66",
        "f4-fill": "#8354ad",
    },
    "dark": {"paper": "#0a1620", "raised": "#12222f", "sunk": "#060f17", "band": "#16303f"},
}


def harbour(**given: Any) -> NetworkSettings:
    """Another name, mark, palette and typeface, in three languages."""
    row = NetworkSettings(
        name=translated(en="Harbour Alliance", fr="Alliance du Port", es="Alianza del Puerto"),
        short_name=translated(en="Harbour", fr="Port", es="Puerto"),
        line=translated(en="Cities for young people", fr="Des villes pour les jeunes", es="Ciudades para la juventud"),
        imprint=translated(en="Harbour Alliance, Rotterdam", fr="Alliance du Port, Rotterdam"),
        **{
            "mark": ContentFile(HARBOUR_MARK, name="harbour.svg"),
            "palette": HARBOUR_PALETTE,
            "typeface": Typeface.SERIF,
            **given,
        },
    )
    row.full_clean()
    row.save()
    return row
