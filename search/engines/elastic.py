"""Elasticsearch: indexes by version behind an alias, external versions, one round trip a search."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.dsl import Q
from elasticsearch.helpers import streaming_bulk

from search.engines.elastic_answers import checked, found, reached
from search.engines.elastic_query import any_of, counting, matching, rescoring
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
    completions_of,
    preferred,
    terms_of,
    words_of,
)
from search.language.forms import analyser, fields_of
from search.language.knowledge import Pair
from search.language.words import fold
from search.rules.documents import PUBLIC, Document
from search.rules.questions import Completion, Health, Sort

LIVE = "live"
SECONDS = 5.0  # before a search gives up and the embedded index answers
BULK_SECONDS = 60.0
HARMLESS = {404, 409}  # deleting what is gone; an older change than the one already told


class ElasticEngine(RankingEngine):
    name = "elasticsearch"

    def __init__(self, url: str, alias: str, root: Path) -> None:
        """`alias` names the documents, `alias`-words the completions; `root` keeps what is learnt from each version."""
        super().__init__()
        self.client = Elasticsearch(url, request_timeout=SECONDS, max_retries=0, retry_on_timeout=False)
        self.alias = alias
        self.root = root
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

    def discard(self, version: str) -> None:
        self.learners.pop(version, None)
        shutil.rmtree(self.root / version, ignore_errors=True)
        with reached():
            self.client.indices.delete(index=",".join(self.names(version)), ignore_unavailable=True)

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
                said = words_of(document)
                fields = fields_of(said)
                if learner is not None:
                    learner.hear(document, said, fields)
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

    def occurring(self, pairs: Sequence[Pair], audience: Sequence[str]) -> set[Pair]:
        """One round trip for all; each stops at the first document."""
        asked: list[Action] = []
        for pair in pairs:
            query = Q("bool", filter=[Q("terms", audience=list(audience)), any_of(terms_of(pair))])
            body: Action = {"query": query.to_dict(), "size": 0, "terminate_after": 1, "track_total_hits": True}
            asked += [{"index": self.alias}, body]
        with reached():
            answers = self.client.msearch(searches=asked)["responses"]
        return {pair for pair, answer in zip(pairs, answers, strict=True) if checked(answer)["hits"]["total"]["value"]}

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
