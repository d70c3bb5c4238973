"""The full-page cache around Django: a dictionary in each process, its truth in the database.

What it answers from memory is what Django would answer now. A table counts what was written, in the
transaction of the write itself; a page that is older than that count proves itself by asking its own SQL
again, and is made anew when an answer differs. infra/decisions/0014 says why, and what was measured.
"""
