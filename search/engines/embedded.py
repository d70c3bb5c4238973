"""The embedded engine: tantivy, in process, its index in a folder that is swapped by a link."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Order

from search.engines.embedded_answers import completion_of, hits_of, occurs, rescored
from search.engines.embedded_query import matching
from search.engines.embedded_schema import COMPLETIONS, completion_document, engine_document
from search.engines.embedded_version import Version, remove, writing
from search.engines.learnt import Learner, Learnt
from search.engines.protocol import SearchUnavailable
from search.engines.ranking import (
    EDGES,
    Asking,
    Found,
    RankingEngine,
    by_score,
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


class EmbeddedEngine(RankingEngine):
    name = "embedded"

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.root = root
        self.opened: Version | None = None

    # --- versions

    def prepare(self, version: str) -> None:
        shutil.rmtree(self.root / version, ignore_errors=True)
        Version(self.root / version)
        self.learners[version] = Learner()

    def activate(self, version: str) -> None:
        """Renaming a link is one step, so no search finds half. The folder before the last is removed."""
        learner = self.learners.pop(version, None)
        if learner is not None:
            learner.save(self.root / version)
        link, fresh = self.root / LIVE, self.root / f"{LIVE}.next"
        before = link.readlink().name if link.is_symlink() else ""
        with suppress(FileNotFoundError):
            fresh.unlink()
        fresh.symlink_to(version, target_is_directory=True)
        fresh.replace(link)
        for folder in self.root.iterdir():
            if folder.is_dir() and not folder.is_symlink() and folder.name not in {version, before, *self.learners}:
                shutil.rmtree(folder, ignore_errors=True)

    def discard(self, version: str) -> None:
        self.learners.pop(version, None)
        link = self.root / LIVE
        if link.is_symlink() and link.readlink().name == version:
            link.unlink()
        shutil.rmtree(self.root / version, ignore_errors=True)

    def live(self) -> Version:
        link = self.root / LIVE
        if not link.is_symlink():
            raise SearchUnavailable("The search index has not been built yet: run manage.py search_rebuild.")
        folder = self.root / link.readlink()
        if self.opened is None or self.opened.folder != folder:
            if not folder.is_dir():
                raise SearchUnavailable(f"The search index {folder.name} is missing: run manage.py search_rebuild.")
            self.opened = Version(folder)
        return self.opened

    def at(self, version: str) -> Version:
        return Version(self.root / version) if version else self.live()

    # --- writing

    def index(self, documents: Iterable[Document], *, sequence: int, version: str = "") -> int:
        """`sequence` needs no check here: the one writer replays the journal in its order."""
        target = self.at(version)
        learner = self.learners.get(version)
        count = 0
        with writing(target.documents) as writer, writing(target.completions) as offers:
            for document in documents:
                said = words_of(document)
                fields = fields_of(said)
                if learner is not None:
                    learner.hear(document, said, fields)
                remove(document.id, writer, offers)
                writer.add_document(engine_document(document, fields))
                for key, item in completions_of(document):
                    offers.add_document(completion_document(key, item, document.id, document.audience))
                count += 1
        return count

    def offer(self, labels: Iterable[tuple[str, Completion]], *, version: str = "") -> None:
        with writing(self.at(version).completions) as offers:
            for key, item in labels:
                offers.delete_documents_by_term("id", key)
                offers.add_document(completion_document(key, item, key, (PUBLIC,)))

    def delete(self, ids: Iterable[str], *, sequence: int) -> None:
        live = self.live()
        with writing(live.documents) as writer, writing(live.completions) as offers:
            for key in ids:
                remove(key, writer, offers)

    # --- reading

    def learnt(self) -> Learnt:
        return self.live().learnt

    def find(self, asking: Asking) -> Found:
        snapshot = self.live().snapshot()
        query = matching(asking.tree, asking.audience, asking.filters)
        answer: Any  # the library's types leave out `count`
        if asking.sort is Sort.RELEVANCE:
            answer = snapshot.searcher.search(query, limit=asking.count)
        else:
            by = "newest" if asking.sort is Sort.NEWEST else f"place_{asking.language}"
            answer = snapshot.searcher.search(query, limit=asking.count, order_by_field=by, order=Order.Desc)
        hits = hits_of(snapshot.searcher, answer.hits)
        if asking.sort is Sort.RELEVANCE:
            hits = rescored(snapshot.searcher, asking.tree.rescored, sorted(hits, key=by_score))
        return Found(hits=hits, total=answer.count, facets=snapshot.counts(asking, answer.count))

    def occurring(self, pairs: Sequence[Pair], audience: Sequence[str]) -> set[Pair]:
        searcher = self.live().snapshot().searcher
        return {pair for pair in pairs if occurs(searcher, terms_of(pair), audience)}

    def complete(self, prefix: str, *, language: str, audience: Sequence[str], limit: int = 8) -> list[Completion]:
        starts = [fold(word)[:EDGES] for word in analyser(language).words(prefix)][:8]
        if not starts:
            return []
        index = self.live().completions
        index.reload()
        searcher = index.searcher()
        allowed = tantivy.Query.term_set_query(COMPLETIONS, "audience", list(audience))
        clauses = [tantivy.Query.term_query(COMPLETIONS, "edges", start, index_option="basic") for start in starts]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Must, clause) for clause in (allowed, *clauses)])
        found = [searcher.doc(address) for _score, address in searcher.search(query, limit=50, count=False).hits]
        return preferred([completion_of(document) for document in found], language)[:limit]

    def health(self) -> Health:
        try:
            documents = self.live().snapshot().searcher.num_docs
        except (SearchUnavailable, OSError, ValueError) as error:
            return Health(is_ready=False, sentence=str(error))
        return Health(is_ready=True, sentence="The embedded index answers.", documents=documents)
