"""What the admin gets from the front doors: its own first page."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from home.admin import WaitingPanel


@hooks.register("construct_homepage_panels")
def waiting(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(WaitingPanel())
