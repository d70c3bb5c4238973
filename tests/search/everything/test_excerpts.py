"""In which language a hit shows its words."""

from search.language.highlights import Marks
from search.queries.documents import Line
from search.queries.everything import told
from search.rules.documents import Document, Label, Passage

ENGLISH = Passage(language="en", title="Savings", text="The office may be smaller.")


def line(*passages: Passage, labels: tuple[Label, ...] = ()) -> Line:
    return Line(document=Document(id="x", number=1, passages=passages, labels=labels), address="/")


def shown(one: Line, stem: str) -> tuple[str, str, str]:
    """The language of the title, that of the excerpt (both empty where they are the reader's), the excerpt."""
    hit = told("decision-a1", one, Marks(stems=frozenset({stem}), folds=frozenset({stem})), "es")
    return hit.foreign, hit.foreign_text, "".join(piece.text for piece in hit.excerpt)


def test_under_a_title_of_the_reader_stands_no_excerpt_of_another_language() -> None:
    spanish = Passage(language="es", title="Ahorros", text="La oficina puede ser menor.")

    assert shown(line(ENGLISH, spanish), "smaller") == ("", "", "La oficina puede ser menor.")


def test_what_has_no_text_in_the_language_of_its_title_shows_the_one_it_has_and_says_so() -> None:
    spanish = Passage(language="es", title="Ahorros", text="")

    assert shown(line(ENGLISH, spanish), "smaller") == ("", "en", "The office may be smaller.")


def test_title_and_excerpt_fall_back_together() -> None:
    assert shown(line(ENGLISH), "smaller") == ("en", "en", "The office may be smaller.")


def test_a_label_in_the_language_of_the_title_shows_what_was_asked() -> None:
    spanish = Passage(language="es", title="Ahorros", text="La oficina puede ser menor.")
    labels = (Label(language="en", text="money"), Label(language="es", text="dinero"))

    assert shown(line(spanish, labels=labels), "dinero") == ("", "", "dinero")
