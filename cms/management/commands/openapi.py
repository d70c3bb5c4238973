"""manage.py openapi: writes the delivery API's description to cms/api/openapi.json, where a change of it is seen."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.urls import reverse

from cms.api.v1 import api

FILE = Path(__file__).resolve().parents[2] / "api" / "openapi.json"


def described() -> str:
    """The OpenAPI 3.1 document as it is checked in."""
    root = reverse("content:api-root")
    return json.dumps(api.get_openapi_schema(path_prefix=root), indent=1, sort_keys=True, default=str) + "\n"


class Command(BaseCommand):
    help = "Writes the delivery API's OpenAPI document to cms/api/openapi.json."

    def handle(self, *_args: Any, **_options: Any) -> None:
        FILE.write_text(described(), encoding="utf-8")
        self.stdout.write(str(FILE))
