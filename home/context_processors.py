"""What every page's header asks for."""

from typing import Any

from django.http import HttpRequest


def front_door(request: HttpRequest) -> dict[str, Any]:
    return {}
