"""Every page type and state, looked at in a real browser: what breaks a rule, and what a page costs.

    python -m tests.bench.audit [--quick] [--only PATTERN] [--who PATTERN] [--language PATTERN]

Builds the demo network in a folder of its own, or works on a copy of the one in VAR_DIR, serves it as `make demo`
does (files compressed as in production), and walks it with Chromium as stranger, member, teller, co-chair,
executive committee and secretariat, in every language that the content has. Which pages there are is found out: the
first pages of each type from the database, every address without an object from the URLconf, and all that can be
reached from those by links; of each view those that show something new. Then the states that need hands: forms sent
empty, signing in, a recorded ballot and an election from first to last page, and the pages of errors.

Of each page: axe (WCAG 2.2 AA and its best practices) at 1280 px, and in the first language at 320 px in dark, too;
bytes on the wire and requests of a first load; requests to elsewhere, messages of the console and breaches of the
policy (CSP); sideways scrolling at 320 px. In the first language, of pages outside the admin, what axe cannot see:
targets smaller than 24 px, text that is cut off when it is spaced out, focus without a ring ("unseen"). The same
request is then answered again inside this process, past the full-page cache and rolled back, for its queries and
thread CPU time: the quickest of several, and where that is over its budget of still more, then and when no browser
runs any more. In the secretariat's admin only the content area is looked at, and its bytes and cost are told apart:
the frame around it is Wagtail's. What a crawl found and nobody could look at is said on stderr.

The last line of stdout is one JSON object: {"pages", "axe_violations", "unseen", "max_kb", "max_requests",
"max_queries", "max_cpu_ms", "elsewhere", "console", "broken", "sideways", "broken_off", "missed", "members": {…},
"admin": {…}, "per_page": [{"address", "status", "state", "who", "language", "axe_violations", "kb", …}]}. max_kb and
max_requests are of public and members' pages, without content images; max_queries and max_cpu_ms of public pages,
which have that budget (the style guide is none: production has no such page). "broken_off" are walks by hand that met
another page than they thought, "missed" the views that `views.toml` says are looked at and this run did not meet.
What is wrong is said on stderr, and the exit status is then 1.
"""
