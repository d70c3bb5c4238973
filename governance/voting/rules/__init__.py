"""Plain rules: what a choice may be, and how votes become a result. No database, no clock, no float."""
