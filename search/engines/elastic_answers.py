"""What Elasticsearch answers, as the rest of the search knows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from elastic_transport import TransportError
from elasticsearch import ApiError

from search.engines.protocol import SearchUnavailable
from search.engines.ranking import WINDOW, Asking, Found, by_score
from search.rules.questions import Hit, Sort


@contextmanager
def reached() -> Iterator[None]:
    """The client's errors as SearchUnavailable, with their reason."""
    try:
        yield
    except ApiError as error:
        raise SearchUnavailable(f"Elasticsearch refused: {error.message} ({error.status_code})") from error
    except TransportError as error:
        raise SearchUnavailable(f"Elasticsearch cannot be reached: {error.message}") from error


def checked(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    """One answer of several, unless it is a refusal."""
    if "error" in answer:
        raise SearchUnavailable(f"Elasticsearch refused: {answer['error'].get('reason', '')}")
    return answer


def found(hits: Mapping[str, Any], facets: Mapping[str, Any], asking: Asking) -> Found:
    for answer in (hits, facets):
        checked(answer)
    ranked = [
        Hit(id=hit["_id"], number=int(hit["fields"]["num"][0]), score=float(hit["_score"] or 0))
        for hit in hits["hits"]["hits"]
    ]
    if asking.sort is Sort.RELEVANCE:
        ranked = sorted(ranked[:WINDOW], key=by_score) + sorted(ranked[WINDOW:], key=by_score)
    counts = facets["aggregations"]
    return Found(
        hits=ranked,
        total=counts["total"]["doc_count"],
        facets={
            name: {bucket["key"]: bucket["doc_count"] for bucket in counts[name][name]["buckets"]}
            for name in asking.counted
        },
    )
