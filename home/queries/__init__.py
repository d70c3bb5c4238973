"""Questions that the two front doors ask of the apps below."""

from home.queries.front import FrontPage, front_page

__all__ = ["FrontPage", "front_page"]
