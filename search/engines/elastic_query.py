"""The neutral tree in Elasticsearch's queries, through elasticsearch.dsl."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.language.tree import Best, Node, Phrase, Prefix, Term, Tree
from search.rules.facets import Choices


def node_query(node: Node) -> Query:
    if isinstance(node, Term):
        return Q("term", **{node.field: {"value": node.token, "boost": node.weight}})
    if isinstance(node, Phrase):
        return Q("match_phrase", words={"query": " ".join(node.words), "boost": node.weight})
    if isinstance(node, Prefix):
        return Q("constant_score", filter=Q("prefix", words=node.start), boost=node.weight)
    return best_query(node)


def best_query(node: Best) -> Query:
    return Q("dis_max", queries=[node_query(option) for option in node.options])


def any_of(nodes: Iterable[Node]) -> Query:
    return Q("bool", should=[node_query(node) for node in nodes], minimum_should_match=1)


def grouped(nodes: Iterable[Node]) -> list[Query]:
    """One `match` for each field and weight: much faster than as many `term`s, and the same score."""
    tokens: dict[tuple[str, float], list[str]] = {}
    others: list[Query] = []
    for node in nodes:
        if isinstance(node, Term):
            tokens.setdefault((node.field, node.weight), []).append(node.token)
        else:
            others.append(node_query(node))
    matches = [
        Q("match", **{field: {"query": " ".join(several), "boost": weight}})
        for (field, weight), several in tokens.items()
    ]
    return matches + others


def scored_query(tree: Tree) -> Query:
    """What may match; counted one by one where more than one must."""
    if tree.least > 1:
        return Q("bool", should=[node_query(node) for node in tree.scored], minimum_should_match=tree.least)
    return Q("bool", should=grouped(tree.scored), minimum_should_match=1)


def choices_query(filters: Choices) -> list[Query]:
    return [Q("terms", **{name: list(values)}) for name, values in filters.items() if values]


def matching(tree: Tree, audience: Sequence[str], filters: Choices) -> Query:
    """Step 1: what matches, for these readers, under these choices. The audience is no option of the caller's."""
    return Q(
        "bool",
        must=[scored_query(tree)] if tree.scored else [],
        filter=[
            Q("terms", audience=list(audience)),
            *(node_query(node) for node in tree.required),
            *choices_query(filters),
        ],
        must_not=[node_query(node) for node in tree.refused],
    )


def rescoring(terms: Sequence[Term], window: int) -> dict[str, object]:
    """Step 2: the grams' score of the best `window` hits, added to theirs."""
    query = Q("bool", should=grouped(terms))
    return {
        "window_size": window,
        "query": {"rescore_query": query.to_dict(), "query_weight": 1.0, "rescore_query_weight": 1.0},
    }


def counting(names: Iterable[str], filters: Choices) -> dict[str, object]:
    """Each facet under all choices but its own, and the total under all of them."""
    aggregations: dict[str, object] = {"total": {"filter": under(filters)}}
    for name in names:
        others = {key: values for key, values in filters.items() if key != name}
        terms = {"terms": {"field": name, "size": 1000}}
        aggregations[name] = {"filter": under(others), "aggs": {name: terms}}
    return aggregations


def under(filters: Choices) -> dict[str, object]:
    found: dict[str, object] = Q("bool", filter=choices_query(filters)).to_dict()
    return found
