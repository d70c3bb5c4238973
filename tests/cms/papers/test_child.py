"""What the reading process says is what its rooms say here; only the protection is its own."""

from collections.abc import Callable
from typing import Any

import pytest

from cms.papers import read_paper
from cms.papers.child import answer
from cms.papers.reading import Asked
from cms.papers.why import Why
from tests.cms.papers.test_pdf import LOREM, paper_of
from tests.factories.papers import bare_pdf, pdf, word

SIDEBAR = "#rect(width: 100%, inset: 8pt)[CONTACT\n\nTel 12 34 56]"
LISTED = "#list(marker: [■], indent: 6pt, body-indent: 14pt, [Premier pas.], [Deuxième pas.], [Troisième pas.])"
LABELLED = "#grid(columns: (90pt, 1fr), row-gutter: 8pt, [A], [un et la suite], [B], [deux et la suite])"
UPRIGHT = f"#place(left, dx: -30pt, rotate(90deg, reflow: true)[BROUILLON])\n{LOREM}"
SEVERAL = "#pagebreak()\n".join(f"{name} {LOREM}" for name in ("ALPHA", "BETA", "GAMMA"))
PAPERS = {
    "one column": paper_of(LOREM * 3),
    "two columns": paper_of(LOREM * 14, columns=2),
    "three columns": paper_of(LOREM * 14, columns=3),
    "running heads": paper_of(SEVERAL, head="Série – études de cas"),
    "a sidebar": paper_of(f"#grid(columns: (2fr, 1fr), gutter: 16pt)[ALPHA. {LOREM * 2}][{SIDEBAR}]\n\nOMEGA {LOREM}"),
    "points": paper_of(LISTED),
    "labels": paper_of(LABELLED),
    "upright": paper_of(UPRIGHT),
    "large and bold": paper_of("#text(18pt)[*Titre*]\n\nTexte courant."),
}


def written(document: Any) -> None:
    document.sections[0].header.paragraphs[0].text = "Série"
    document.add_heading("La cloche", 0)
    document.add_paragraph("Un pas", style="List Bullet")
    document.add_paragraph().add_run("Défis").bold = True
    table = document.add_table(2, 2)
    for number, text in enumerate(["Objectif", "Sonner", "Durée", "2011"]):
        table.cell(number // 2, number % 2).text = text


def same_here(content: bytes, *, name: str) -> bool:
    lines = answer(content, asked=Asked())["lines"]
    return bool(lines) and [line["text"] for line in lines] == [
        line.text for line in read_paper(content, name=name).lines
    ]


@pytest.mark.parametrize("kind", PAPERS)
def test_a_pdf_is_read_alike_here_and_there(kind: str) -> None:
    assert same_here(pdf(PAPERS[kind]), name="a.pdf")


@pytest.mark.parametrize("put", [written, lambda document: document.add_paragraph("Texte.")])
def test_a_word_file_is_read_alike_here_and_there(put: Callable[[Any], object]) -> None:
    assert same_here(word(put), name="a.docx")


def test_why_something_cannot_be_read_is_said_and_not_raised() -> None:
    assert answer(bare_pdf(), asked=Asked()) == {"why": Why.SCAN}
    assert answer(b"%PDF-1.7\nnothing follows", asked=Asked()) == {"why": Why.DAMAGED}
