"""How many queries the public pages take, and whether their number is the same for other studies and questions.

    python -m tests.bench.queries

Builds nothing: it asks the demo network's own database (make demo), and prints one JSON object as its last
line: {"pages": {NAME: {"queries", "kb"}}, "constant"}.
"""

import gzip
import json
import os

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    django.setup()
    print(json.dumps(figures()))


def figures() -> dict[str, object]:
    from django.test import Client

    from cms.models import CaseStudyPage

    # In one language: Wagtail asks once more to find the tree of another one.
    studies = CaseStudyPage.objects.live().filter(locale__language_code="en").order_by("pk")[:3]
    searches = [f"/en/search/?q={words}" for words in ("budget", "plan", "")]
    pages = {
        "home": ["/en/", "/en/?from=elsewhere"],
        "search": searches,
        "case_study": [study.url for study in studies],
    }
    client = Client(headers={"host": "127.0.0.1"})
    measured = {name: [measure(client, address) for address in addresses] for name, addresses in pages.items()}
    return {
        "pages": {name: {"queries": rows[-1][0], "kb": rows[-1][1]} for name, rows in measured.items()},
        "constant": all(len({queries for queries, _kb in rows}) == 1 for rows in measured.values()),
    }


def measure(client: object, address: str) -> tuple[int, float]:
    """Queries and compressed kilobytes of the second answer; the first one fills what a process keeps."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    assert isinstance(client, Client)
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    assert answer.status_code == 200, address
    return len(queries), round(len(gzip.compress(answer.content)) / 1000, 1)


if __name__ == "__main__":
    main()
