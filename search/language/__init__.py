"""Language belongs to the application: tokens, spelling, expansion and topic vectors, once for both engines."""
