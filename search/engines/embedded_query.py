"""The neutral tree in the embedded engine's queries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tantivy import Occur, Query

from search.engines.embedded_schema import DOCUMENTS
from search.language.tree import Best, Node, Phrase, Prefix, Term, Tree
from search.rules.facets import Choices


def node_query(node: Node) -> Query:
    if isinstance(node, Term):
        option = "position" if node.field == "words" else "freq"
        return boosted(Query.term_query(DOCUMENTS, node.field, node.token, index_option=option), node.weight)
    if isinstance(node, Phrase):
        if len(node.words) == 1:
            return node_query(Term("words", node.words[0], node.weight))
        return boosted(Query.phrase_query(DOCUMENTS, "words", list(node.words)), node.weight)
    if isinstance(node, Prefix):
        query = Query.regex_query(DOCUMENTS, "words", re.escape(node.start) + ".*")
        return Query.const_score_query(query, node.weight)
    return best_query(node)


def best_query(node: Best) -> Query:
    return Query.disjunction_max_query([node_query(option) for option in node.options])


def boosted(query: Query, weight: float) -> Query:
    return query if weight == 1.0 else Query.boost_query(query, weight)


def any_of(queries: Sequence[Query], *, least: int = 1) -> Query:
    subqueries = [(Occur.Should, query) for query in queries]
    return Query.boolean_query(subqueries, minimum_number_should_match=min(least, len(subqueries)))


def filter_on(field: str, values: Iterable[str]) -> tuple[Occur, Query]:
    query = Query.term_set_query(DOCUMENTS, field, list(values))
    return Occur.Must, Query.const_score_query(query, 0.0)


def matching(tree: Tree, audience: Iterable[str], filters: Choices) -> Query:
    """Step 1: what matches, for these readers, under these choices. The audience is no option of the caller's."""
    clauses: list[tuple[Occur, Query]] = [filter_on("audience", audience)]
    if tree.scored:
        clauses.append((Occur.Must, any_of([node_query(node) for node in tree.scored], least=tree.least)))
    clauses += [(Occur.Must, Query.const_score_query(node_query(node), 0.0)) for node in tree.required]
    clauses += [(Occur.MustNot, node_query(node)) for node in tree.refused]
    clauses += [filter_on(name, values) for name, values in filters.items() if values]
    return Query.boolean_query(clauses)


def others(tree: Tree, audience: Iterable[str]) -> Query:
    """All that these readers may see and that does not match."""
    seen = list(audience)
    return Query.boolean_query([filter_on("audience", seen), (Occur.MustNot, matching(tree, seen, {}))])


def regrams(terms: Iterable[Term], numbers: list[int]) -> Query:
    """Step 2: the grams' score of these documents, and of no others."""
    within = Query.const_score_query(Query.term_set_query(DOCUMENTS, "num", numbers), 0.0)
    grams: list[tuple[Occur, Query]] = [(Occur.Should, node_query(term)) for term in terms]
    return Query.boolean_query([(Occur.Must, within), *grams])


def filter_text(filters: Choices) -> str:
    """The choices as a parsed string, as aggregations want them; the values were checked (facets.clean)."""
    groups = [
        "(" + " OR ".join(f'{name}:"{value}"' for value in values) + ")" for name, values in filters.items() if values
    ]
    return " AND ".join(groups) or "*"
