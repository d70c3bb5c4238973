"""Questions that the two front doors ask of the apps below."""

from home.queries.front import FrontPage, front_page
from home.queries.today import Today, today

__all__ = ["FrontPage", "Today", "front_page", "today"]
