"""Queries and processor time of one rendering, without server and without cache. `tests.bench.pages` runs this."""

import json
import os
import time
from statistics import median
from typing import Any

RUNS = 30
WARM = 5


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    from cms.wsgi import django

    print(json.dumps({name: figures(django, address) for name, address in addresses().items()}))


def addresses() -> dict[str, str]:
    """The four pages of the benchmark, in English: of case studies the longest."""
    from django.db.models.functions import Length

    from cms.models import CaseStudyIndexPage, CaseStudyPage

    english = CaseStudyPage.objects.live().filter(locale__language_code="en")
    listing = CaseStudyIndexPage.objects.live().get(locale__language_code="en")
    study = english.order_by(Length("process").desc()).first()
    assert study is not None
    return {"home": "/en/", "listing": listing.url, "case_study": study.url, "search": "/en/search/?q=budget"}


def figures(application: Any, address: str) -> dict[str, Any]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for _ in range(WARM):
        asked(application, address)
    times = [seconds(application, address) for _ in range(RUNS)]
    with CaptureQueriesContext(connection) as queries:
        asked(application, address)
    return {"address": address, "queries": len(queries), "cpu_ms": round(median(times) * 1000, 1)}


def seconds(application: Any, address: str) -> float:
    began = time.process_time()
    asked(application, address)
    return time.process_time() - began


def asked(application: Any, address: str) -> None:
    from cms.front.addresses import Key, environ_of

    path, _, query = address.partition("?")
    said: list[str] = []
    parts = application(environ_of(Key("http", "127.0.0.1", path, query)), lambda status, *_: said.append(status))
    b"".join(parts)
    parts.close()
    assert said == ["200 OK"], (address, said)


if __name__ == "__main__":
    main()
