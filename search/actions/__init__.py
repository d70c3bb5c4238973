"""Everything that can happen to the index."""

from search.actions.rebuilding import rebuild
from search.actions.replaying import replay

__all__ = ["rebuild", "replay"]
