"""What an index version knows that was made of a few texts, and how it plans a question."""

from collections.abc import Iterable

from search.language.asked import asked
from search.language.forms import analyser, said_by
from search.language.knowledge import Knowledge
from search.language.lexicon import Bilingual, Concept
from search.language.meanings import Wishes
from search.language.plans import Plan, planned
from search.language.speller import Speller
from search.language.statistics import Tally


def planned_on(
    text: str, *, language: str, written: Iterable[tuple[str, str]], concepts: Iterable[Concept] = ()
) -> Plan:
    """The plan of a question on a page in `language`, where nothing was indexed but `written`: languages and texts."""
    tally, bilingual = Tally(), Bilingual()
    for spoken, known in written:
        tally.add(said_by([(spoken, "", known)], []), [spoken])
    for concept in concepts:
        bilingual.hear_concept(concept)
    statistics = tally.statistics()
    knowledge = Knowledge(
        statistics=statistics,
        speller=Speller.of(statistics.folds()),
        roots=Speller.of(statistics.roots()),
        lexicon=bilingual.lexicon(tally.languages),
        occurring=lambda pairs: {pair for pair in pairs if statistics.frequency(pair[0])},
    )
    return planned(asked(text, analyser(language)), analyser(language), knowledge, Wishes())
