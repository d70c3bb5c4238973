"""What members find, told to one reader: every hit is asked of the database once more before it is shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from members.accounts.models import User
from search.engines.configured import asked
from search.language.forms import analyser
from search.language.highlights import Marks, Piece, excerpt, pieces
from search.language.words import fold, normal
from search.queries.documents import ROOMS, Line, Reader
from search.queries.kinds import ONE
from search.rules import facets
from search.rules.documents import Document, Passage
from search.rules.kinds import Source, kind_of, parts_of_id
from search.rules.questions import Hit, Query, Result

NEAR = 4_000  # letters of a long text around the first word that was asked for: the rest is not read for two lines


@dataclass(frozen=True, kw_only=True)
class Told:
    """One hit as the reader sees it: `name` is what it is; `foreign` and `foreign_text` are the languages of the title
    and of the excerpt, empty where they are the reader's."""

    id: str
    name: str
    line: Line
    title: list[Piece]
    foreign: str
    excerpt: list[Piece]
    foreign_text: str


@dataclass(frozen=True, kw_only=True)
class Everything:
    """`total` and `counts` without what the index had and this reader may not see (any more)."""

    result: Result
    hits: list[Told]
    total: int
    counts: Mapping[str, Mapping[str, int]]


def everything(query: Query, *, user: User, on: date) -> Everything:
    """SearchUnavailable when no engine can answer. At most four queries for each kind that is found."""
    result = asked(lambda engine: engine.search(query))
    lines = lines_of([hit.id for hit in result.hits], user=user, on=on)
    marks = Marks(stems=result.stems, folds=result.folds)
    hidden = [hit for hit in result.hits if hit.id not in lines]
    return Everything(
        result=result,
        hits=[told(hit.id, lines[hit.id], marks, query.language) for hit in result.hits if hit.id in lines],
        total=result.total - len(hidden),
        counts=less(result.facets, hidden),
    )


def lines_of(ids: Sequence[str], *, user: User, on: date) -> dict[str, Line]:
    """Of those that this reader may see on that day, by id."""
    by_source: defaultdict[Source, dict[str, str]] = defaultdict(dict)
    for id in ids:
        source, key = parts_of_id(id)
        by_source[source][key] = id
    found: dict[str, Line] = {}
    reader = Reader(user=user, on=on)
    for source, keys in by_source.items():
        lines = ROOMS[source].lines(list(keys), reader)
        found.update({keys[key]: line for key, line in lines.items() if key in keys})
    return found


def less(counts: Mapping[str, Mapping[str, int]], hidden: Sequence[Hit]) -> Mapping[str, Mapping[str, int]]:
    """The index is a moment behind: what it still counted is taken off its kind, and the finer counts are not told."""
    if not hidden:
        return counts
    gone = Counter(str(kind_of(parts_of_id(hit.id)[0])) for hit in hidden)
    kinds = {kind: count - gone[kind] for kind, count in counts.get(facets.KIND, {}).items()}
    return {facets.KIND: {kind: count for kind, count in kinds.items() if count > 0}}


# --- the words of a hit


def told(id: str, line: Line, marks: Marks, language: str) -> Told:
    own = titled(line.document, language)
    title = pieces(own.title, marks, analyser(own.language))
    text, found = own, excerpt(near(own.text, marks), marks, analyser(own.language))
    if not is_marked(title) and not is_marked(found):
        text, found = elsewhere(line.document, own, marks) or (text, found)
    return Told(
        id=id,
        name=str(ONE[kind_of(parts_of_id(id)[0])]),
        line=line,
        title=title,
        foreign=own.language if own.language != language else "",
        excerpt=found,
        foreign_text=text.language if text.language != language else "",
    )


def titled(document: Document, language: str) -> Passage:
    """In the reader's language, or the first that it has."""
    return next((one for one in document.passages if one.language == language), document.passages[0])


def elsewhere(document: Document, own: Passage, marks: Marks) -> tuple[Passage, list[Piece]] | None:
    """The first other part that shows what was asked, in the language of the title: nobody reads one language under
    another. Only what has no text in that language shows it in one that it has."""
    others = [one for one in document.passages if one is not own]
    further = [Passage(language=label.language, title="", text=label.text) for label in document.labels]
    for one in (part for part in (*others, *further) if part.language == own.language or not own.text):
        found = excerpt(near(one.text, marks), marks, analyser(one.language))
        if is_marked(found):
            return one, found
    return None


def is_marked(found: Sequence[Piece]) -> bool:
    return any(piece.is_marked for piece in found)


def near(text: str, marks: Marks) -> str:
    """A long text's stretch around the first thing to mark; its beginning when there is none."""
    if len(text) <= NEAR:
        return text
    words = [word.rstrip("*") for word in (*marks.folds, *marks.stems) if word]
    for start in range(0, len(text), NEAR):
        stretch = fold(normal(text[start : start + NEAR]))
        if any(word in stretch for word in words):
            return text[max(start - NEAR // 4, 0) : start + NEAR + NEAR // 4]
    return text[:NEAR]
