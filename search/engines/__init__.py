"""Two engines, one ranking."""
