"""What both engines do alike: plan the question, let the engine match and score, blend with topics, cut the page."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from search.engines.learnt import Learner, Learnt, stem_counts
from search.language.asked import asked
from search.language.forms import Said, analyser, fields_of, said_by
from search.language.knowledge import Knowledge, Pair
from search.language.lexicon import Concept
from search.language.meanings import Wishes
from search.language.plans import Plan, planned
from search.language.tree import Term, Tree
from search.language.words import fold
from search.rules.documents import Document
from search.rules.facets import SORT_LANGUAGES, Choices
from search.rules.questions import MOST_HITS, Chip, Completion, Hit, Query, Result, Sort

WINDOW = 200  # the best hits, which are scored again by grams and topics
TEXT_SHARE = 0.75  # the rest is the cosine of the topic vectors
SIMILAR_STEMS = 25
EDGES = 12  # letters of a word that completion knows


@dataclass(frozen=True, kw_only=True)
class Asking:
    """One first pass: match `tree` for `audience` under `filters`, order by `sort`, give `count` hits."""

    tree: Tree
    audience: tuple[str, ...]
    filters: Choices
    sort: Sort
    language: str
    count: int
    counted: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Found:
    hits: list[Hit]
    total: int
    facets: Mapping[str, Mapping[str, int]]


class RankingEngine(ABC):
    """The half of an engine that is the same for both; a subclass matches, scores and counts."""

    name: str

    def __init__(self) -> None:
        self.learners: dict[str, Learner] = {}

    def teach(self, concepts: Iterable[Concept], *, version: str) -> None:
        self.learners[version].hear_concepts(concepts)

    @abstractmethod
    def find(self, asking: Asking) -> Found:
        """The hits, best first, their grams scored for the first WINDOW; total and facet counts."""

    @abstractmethod
    def learnt(self) -> Learnt:
        """What was learnt with the live version."""

    @abstractmethod
    def occurring(self, pairs: Sequence[Pair], audience: Sequence[str]) -> set[Pair]:
        """Those pairs of fold and stem of which any document of these readers has one."""

    def search(self, query: Query) -> Result:
        plan = self.plan(query)
        sort = Sort.NEWEST if plan.tree.everything and query.sort is Sort.RELEVANCE else query.sort
        end = min(query.start + query.size, MOST_HITS)
        found = self.find(
            Asking(
                tree=plan.tree,
                audience=query.audience,
                filters=query.filters,
                sort=sort,
                language=query.language if query.language in SORT_LANGUAGES else SORT_LANGUAGES[0],
                count=max(end, WINDOW),
                counted=query.counted,
            )
        )
        hits = self.blended(found.hits, plan.stems) if sort is Sort.RELEVANCE else found.hits
        return answer(plan, hits[query.start : end], found, self.name)

    def plan(self, query: Query) -> Plan:
        here = self.learnt()
        words = analyser(query.language)
        knowledge = Knowledge(
            statistics=here.statistics,
            speller=here.speller,
            roots=here.roots,
            lexicon=here.lexicon,
            occurring=lambda pairs: self.occurring(pairs, query.audience),
        )
        return planned(asked(query.text, words), words, knowledge, Wishes(off=query.off, also=query.also))

    def blended(self, hits: list[Hit], stems: Mapping[str, int]) -> list[Hit]:
        """The first WINDOW by three quarters of their share of the best score and a quarter of the cosine."""
        window, rest = hits[:WINDOW], hits[WINDOW:]
        if not window:
            return rest
        best = max(hit.score for hit in window) or 1.0
        cosines = self.learnt().topics.cosines(stems, [hit.number for hit in window])
        mixed = [
            Hit(id=hit.id, number=hit.number, score=TEXT_SHARE * hit.score / best + (1 - TEXT_SHARE) * cosine)
            for hit, cosine in zip(window, cosines, strict=True)
        ]
        return sorted(mixed, key=by_score) + rest

    def similar(self, document: Document, *, audience: Sequence[str], limit: int = 3) -> list[Hit]:
        """The 25 most telling stems find 200 works, their topics order them."""
        counts = stem_counts(fields_of(words_of(document)))
        found = self.find(
            Asking(
                tree=Tree(scored=tuple(Term("all_stem", stem) for stem in self.telling(counts))),
                audience=tuple(audience),
                filters={},
                sort=Sort.RELEVANCE,
                language="en",
                count=WINDOW,
            )
        )
        others = [hit for hit in found.hits if hit.id != document.id]
        cosines = self.learnt().topics.cosines(counts, [hit.number for hit in others])
        ranked = [Hit(id=hit.id, number=hit.number, score=cosine) for hit, cosine in zip(others, cosines, strict=True)]
        return sorted(ranked, key=by_score)[:limit]

    def telling(self, counts: Counter[str]) -> list[str]:
        topics = self.learnt().topics
        weights = {
            stem: (1 + log(count)) * float(topics.idf[topics.places[stem]])
            for stem, count in counts.items()
            if stem in topics.places
        }
        return sorted(weights, key=lambda stem: (-weights[stem], stem))[:SIMILAR_STEMS] or list(counts)[:SIMILAR_STEMS]


def terms_of(pair: Pair) -> list[Term]:
    """What to look for of a folded word and a stem, either of which may be empty."""
    fields = zip(("all_fold", "all_stem"), pair, strict=True)
    return [Term(field, token) for field, token in fields if token]


def by_score(hit: Hit) -> tuple[float, int]:
    """Best first; ties by number. Six digits, beyond which the engines' arithmetic differs."""
    return (-round(hit.score, 6), hit.number)


def words_of(document: Document) -> Said:
    passages = [(passage.language, passage.title, passage.text) for passage in document.passages]
    return said_by(passages, [(label.language, label.text) for label in document.labels])


def answer(plan: Plan, hits: list[Hit], found: Found, engine: str) -> Result:
    return Result(
        hits=tuple(hits),
        total=found.total,
        facets=found.facets,
        corrections=plan.corrections,
        expansions=tuple(
            Chip(
                key=item.key,
                said=item.said,
                meant=item.meant,
                language=item.language,
                is_usual=item.is_usual,
                is_on=item.is_on,
            )
            for item in plan.expansions
        ),
        unknown=plan.unknown,
        left_out=plan.left_out,
        stems=plan.marks,
        folds=plan.folds,
        engine=engine,
    )


def edges_of(label: str, language: str) -> str:
    """The beginnings of each word, 1 to 12 letters, separated by spaces."""
    words = dict.fromkeys(fold(word)[:EDGES] for word in analyser(language).words(label))
    return " ".join(word[:length] for word in words for length in range(1, len(word) + 1))


def completions_of(document: Document) -> list[tuple[str, Completion]]:
    """Each translation's title, and the organisation once, with a key for each."""
    titles = [
        (
            f"{document.id}:{passage.language}",
            Completion(label=passage.title, language=passage.language, kind="title", value=document.id),
        )
        for passage in document.passages
    ]
    if not document.credit:
        return titles
    credit = Completion(label=document.credit, language="", kind="credit", value=document.id)
    return [*titles, (f"{document.id}:credit", credit)]


def preferred(found: Iterable[Completion], language: str) -> list[Completion]:
    """The reader's language first, then short before long; each label once."""
    ranked = sorted(found, key=lambda item: (item.language not in {language, ""}, len(item.label), item.label))
    return list({item.label: item for item in reversed(ranked)}.values())[::-1]
