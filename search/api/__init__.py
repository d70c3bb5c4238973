"""The search's part of the delivery API."""
