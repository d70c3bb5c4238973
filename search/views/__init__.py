"""The search of the library, as pages, as files and for its own script. GET only, but for what is saved."""

from search.views.completion import complete, work
from search.views.exports import feed, how_to, table
from search.views.public import studies

__all__ = ["complete", "feed", "how_to", "studies", "table", "work"]
