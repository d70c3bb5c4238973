"""Elasticsearch: indexes by version behind an alias, external versions, one round trip a search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch
from elasticsearch.dsl import Q
from elasticsearch.helpers import streaming_bulk

from search.engines.elastic_query import counting, matching, node_query, rescoring
from search.engines.elastic_schema import (
    COMPLETIONS,
    DOCUMENTS,
    SETTINGS,
    Action,
    completion_document,
    completion_of,
    engine_document,
    keys_of,
    removed,
    written,
)
from search.engines.learnt import Learner, Learnt
from search.engines.protocol import SearchUnavailable
from search.engines.ranking import (
    EDGES,
    WINDOW,
    Asking,
    Found,
    RankingEngine,
    by_score,
    completions_of,
    parts_of,
    preferred,
)
from search.language.forms import analyser, fields_of
from search.language.tree import Term
from search.language.words import fold
from search.rules.documents import PUBLIC, Document
from search.rules.facets import COUNTED
from search.rules.questions import Completion, Health, Hit, Sort

LIVE = "live"
SECONDS = 5.0  # before a search gives up and the embedded index answers
BULK_SECONDS = 60.0
HARMLESS = {404, 409}  # deleting what is gone; an older change than the one already told


@contextmanager
def reached() -> Iterator[None]:
    """The client's errors as SearchUnavailable, with their reason."""
    try:
        yield
    except ApiError as error:
        raise SearchUnavailable(f"Elasticsearch refused: {error.message} ({error.status_code})") from error
    except TransportError as error:
        raise SearchUnavailable(f"Elasticsearch cannot be reached: {error.message}") from error


class ElasticEngine(RankingEngine):
    name = "elasticsearch"
    counted = COUNTED

    def __init__(self, url: str, alias: str, root: Path) -> None:
        """`alias` names the documents, `alias`-words the completions; `root` keeps what is learnt from each version."""
        self.client = Elasticsearch(url, request_timeout=SECONDS, max_retries=0, retry_on_timeout=False)
        self.alias = alias
        self.root = root
        self.learners: dict[str, Learner] = {}
        self.known: Learnt | None = None

    @property
    def words(self) -> str:
        return f"{self.alias}-words"

    def names(self, version: str) -> tuple[str, str]:
        """The indexes of a version, or the aliases of the live one."""
        return (f"{self.alias}-{version}", f"{self.words}-{version}") if version else (self.alias, self.words)

    # --- versions

    def prepare(self, version: str) -> None:
        with reached():
            for name, mapping in zip(self.names(version), (DOCUMENTS, COMPLETIONS), strict=True):
                self.client.indices.delete(index=name, ignore_unavailable=True)
                self.client.indices.create(index=name, settings=SETTINGS, mappings=mapping)
        self.learners[version] = Learner()

    def activate(self, version: str) -> None:
        """Both aliases move in one step; what they pointed to before is removed."""
        learner = self.learners.pop(version, None)
        if learner is not None:
            learner.save(self.root / version)
        fresh = dict(zip((self.alias, self.words), self.names(version), strict=True))
        with reached():
            self.client.indices.refresh(index=",".join(fresh.values()))
            old = [(alias, name) for alias in fresh for name in self.behind(alias) if name != fresh[alias]]
            actions: list[Mapping[str, Any]] = [{"add": {"alias": a, "index": n}} for a, n in fresh.items()]
            self.client.indices.update_aliases(
                actions=[*actions, *({"remove": {"alias": alias, "index": name}} for alias, name in old)]
            )
            for _alias, name in old:
                self.client.indices.delete(index=name, ignore_unavailable=True)
        self.remember(version)

    def behind(self, alias: str) -> list[str]:
        if not self.client.indices.exists_alias(name=alias):
            return []
        return list(self.client.indices.get_alias(name=alias))

    def remember(self, version: str) -> None:
        """Which folder goes with the live alias, for every process on this machine."""
        fresh = self.root / f"{LIVE}.next"
        self.root.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            fresh.unlink()
        fresh.symlink_to(version, target_is_directory=True)
        fresh.replace(self.root / LIVE)

    # --- writing

    def index(self, documents: Iterable[Document], *, sequence: int, version: str = "") -> int:
        learner = self.learners.get(version)
        count = 0

        def actions() -> Iterator[Action]:
            nonlocal count
            for document in documents:
                fields = fields_of(*parts_of(document))
                if learner is not None:
                    learner.hear(document, fields)
                count += 1
                yield from self.actions_for(document, engine_document(document, fields), sequence, version)

        self.bulk(actions(), version)
        return count

    def actions_for(self, document: Document, body: Action, sequence: int, version: str) -> Iterator[Action]:
        """The work, its completions, and the end of completions in languages that it no longer has."""
        documents, words = self.names(version)
        yield written(documents, document.id, sequence, body)
        offered = dict(completions_of(document))
        for key, item in offered.items():
            yield written(words, key, sequence, completion_document(item, document.audience))
        if not version:
            yield from (removed(words, key, sequence) for key in keys_of(document.id) if key not in offered)

    def offer(self, labels: Iterable[tuple[str, Completion]], *, version: str = "") -> None:
        _documents, words = self.names(version)
        self.bulk((written(words, key, 0, completion_document(item, (PUBLIC,))) for key, item in labels), version)

    def delete(self, ids: Iterable[str], *, sequence: int) -> None:
        documents, words = self.names("")
        gone = [removed(documents, key, sequence) for key in ids]
        offers = [removed(words, key, sequence) for action in gone for key in keys_of(action["_id"])]
        self.bulk([*gone, *offers], "")

    def bulk(self, actions: Iterable[Action], version: str) -> None:
        """To the live aliases only while they are aliases: else a write would make an index of that name."""
        client = self.client.options(request_timeout=BULK_SECONDS)
        with reached():
            answers = streaming_bulk(client, actions, chunk_size=500, raise_on_error=False, require_alias=not version)
            for done, answer in answers:
                status = next(iter(answer.values())).get("status")
                if not done and status not in HARMLESS:
                    raise SearchUnavailable(f"Elasticsearch refused a document: {answer}")
            self.client.indices.refresh(index=",".join(self.names(version)))

    # --- reading

    def learnt(self) -> Learnt:
        link = self.root / LIVE
        folder = self.root / (link.readlink() if link.is_symlink() else "none")
        if self.known is None or self.known.folder != folder:
            self.known = Learnt(folder)
        return self.known

    def find(self, asking: Asking) -> Found:
        query = matching(asking.tree, asking.audience, asking.filters)
        body: Action = {
            "query": query.to_dict(),
            "size": asking.count,
            "_source": False,
            "docvalue_fields": ["num"],
            "track_total_hits": False,
        }
        if asking.sort is not Sort.RELEVANCE:
            field = "newest" if asking.sort is Sort.NEWEST else f"place_{asking.language}"
            body["sort"] = [{field: "desc"}]
        elif asking.tree.rescored:
            body["rescore"] = rescoring(asking.tree.rescored, WINDOW)
        unfiltered = matching(asking.tree, asking.audience, {})
        counts = {"query": unfiltered.to_dict(), "size": 0, "aggs": counting(asking.counted, asking.filters)}
        head = {"index": self.alias}
        with reached():
            hits, facets = self.client.msearch(searches=[head, body, head, counts])["responses"]
        return found(hits, facets, asking)

    def occurs(self, terms: Sequence[Term], audience: Sequence[str]) -> bool:
        should = [node_query(term) for term in terms]
        query = Q("bool", should=should, minimum_should_match=1, filter=[Q("terms", audience=list(audience))])
        with reached():
            answer = self.client.search(index=self.alias, query=query.to_dict(), size=1, source=False)
        return bool(answer["hits"]["hits"])

    def complete(self, prefix: str, *, language: str, audience: Sequence[str], limit: int = 8) -> list[Completion]:
        starts = [fold(word)[:EDGES] for word in analyser(language).words(prefix)][:8]
        if not starts:
            return []
        clauses = [Q("terms", audience=list(audience)), *(Q("term", edges=start) for start in starts)]
        with reached():
            answer = self.client.search(index=self.words, query=Q("bool", filter=clauses).to_dict(), size=50)
        return preferred([completion_of(hit["_source"]) for hit in answer["hits"]["hits"]], language)[:limit]

    def health(self) -> Health:
        try:
            with reached():
                status = self.client.cluster.health()["status"]
                documents = self.client.count(index=self.alias)["count"]
        except SearchUnavailable as error:
            return Health(is_ready=False, sentence=str(error))
        return Health(is_ready=True, sentence=f"Elasticsearch answers, its state is {status}.", documents=documents)


def found(hits: Mapping[str, Any], facets: Mapping[str, Any], asking: Asking) -> Found:
    for answer in (hits, facets):
        if "error" in answer:
            reason = answer["error"].get("reason", "")
            raise SearchUnavailable(f"Elasticsearch refused: {reason}")
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
