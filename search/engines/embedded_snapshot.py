"""What one commit of the embedded index holds, and how its facets are counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tantivy

from search.engines.embedded_answers import buckets
from search.engines.embedded_query import filter_text, matching, others
from search.engines.protocol import SearchUnavailable
from search.engines.ranking import Asking
from search.language.tree import Tree
from search.rules.facets import Choices

MOST_TALLIES = 64  # readers of different audiences, whose tallies are remembered
Counts = Mapping[str, Mapping[str, int]]
Mark = tuple[int, int, int]


def mark_of(folder: Path) -> Mark:
    """A commit puts a new file in the place of the old one: another inode, another time."""
    try:
        found = (folder / "meta.json").stat()
    except OSError as error:
        raise SearchUnavailable(f"The search index cannot be read, run manage.py search_rebuild: {error}") from error
    return found.st_ino, found.st_mtime_ns, found.st_size


@dataclass(frozen=True)
class Snapshot:
    """One commit, which never changes. `tallies` remembers the counts of all that readers of an audience may see."""

    mark: Mark
    searcher: tantivy.Searcher
    tallies: dict[tuple[tuple[str, ...], tuple[str, ...]], Counts] = field(default_factory=dict)

    def counts(self, asking: Asking, total: int) -> Counts:
        """Each facet under all choices but its own, in one pass over what matches without any choice, or over what
        does not, where that is less: of 50,000 studies, common words match nearly all."""
        if not asking.counted:
            return {}
        chosen = {name: values for name, values in asking.filters.items() if values}
        if chosen or total * 2 <= self.searcher.num_docs:
            return self.counted(matching(asking.tree, asking.audience, {}), asking.counted, chosen)
        missed = self.counted(others(asking.tree, asking.audience), asking.counted, {})
        return less(self.tally(asking.audience, asking.counted), missed)

    def tally(self, audience: tuple[str, ...], names: tuple[str, ...]) -> Counts:
        if (audience, names) not in self.tallies:
            if len(self.tallies) >= MOST_TALLIES:
                self.tallies.clear()
            self.tallies[audience, names] = self.counted(matching(Tree(), audience, {}), names, {})
        return self.tallies[audience, names]

    def counted(self, query: tantivy.Query, names: Sequence[str], chosen: Choices) -> Counts:
        wanted: dict[str, Any] = {}
        for name in names:
            rest = {key: values for key, values in chosen.items() if key != name}
            terms = {"terms": {"field": name, "size": 1000}}
            wanted[name] = {"filter": filter_text(rest), "aggs": {name: terms}} if rest else terms
        answer = self.searcher.aggregate(query, wanted)
        return {name: buckets(answer[name], name) for name in names}


def less(all_of_them: Counts, missed: Counts) -> Counts:
    found = {
        name: {value: count - missed[name].get(value, 0) for value, count in values.items()}
        for name, values in all_of_them.items()
    }
    return {name: {value: count for value, count in values.items() if count} for name, values in found.items()}
