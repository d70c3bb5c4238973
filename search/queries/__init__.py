"""Questions to the library and its index."""
