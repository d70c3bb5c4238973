"""Everything that can happen to the index."""
