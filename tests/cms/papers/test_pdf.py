"""PDFs: words, columns, running heads, boxes, in the order in which a person reads."""

import pytest

from cms.papers import Kind, Place, read_paper, text_of
from tests.factories.papers import pdf

LOREM = (
    "La coalition difficile a organisé trois ateliers efficaces afin de présenter les recommandations aux ministères, "
    "aux organisations et aux enfants des provinces, puis de répartir le travail entre les groupes qui suivent chacune "
    "des recommandations jusqu’au prochain examen du rapport de l’État partie. "
)


def paper_of(body: str, *, columns: int = 1, head: str = "") -> str:
    """A4, two centimetres of margin, hyphenated and justified."""
    header = f"header: [{head}], " if head else ""
    return (
        f'#set page(paper: "a4", margin: 2cm, {header}numbering: "1", columns: {columns})\n'
        f'#set text(lang: "fr", size: 10pt, hyphenate: true)\n#set par(justify: true)\n{body}'
    )


def flow(source: str) -> list[str]:
    return [line.text for line in read_paper(pdf(source), name="a.pdf").lines if line.place is Place.FLOW]


def in_order(text: str, *words: str) -> bool:
    places = [text.index(word) for word in words]
    return places == sorted(places)


def test_ligatures_hyphens_and_accents_come_as_they_were_written() -> None:
    paper = read_paper(pdf(paper_of(LOREM)), name="a.pdf")

    text = " ".join(line.text for line in paper.lines if line.place is Place.FLOW)
    assert paper.kind is Kind.PDF
    assert text.replace("- ", "") == LOREM.strip()


def test_two_columns_are_read_one_after_the_other() -> None:
    lines = flow(paper_of(f"ALPHA. {LOREM * 3} #colbreak() BETA. {LOREM * 3} OMEGA.", columns=2))

    text = " ".join(lines)
    assert in_order(text, "ALPHA", "BETA", "OMEGA")
    assert text.count("La coalition difficile") == 6 and "BETA" not in " ".join(lines[:10])


def test_three_columns_too() -> None:
    body = f"ALPHA. {LOREM * 2} #colbreak() BETA. {LOREM * 2} #colbreak() GAMMA. {LOREM} OMEGA."
    text = " ".join(flow(paper_of(body, columns=3)))

    assert in_order(text, "ALPHA", "BETA", "GAMMA", "OMEGA")


def test_a_few_lines_in_the_last_column_are_a_column() -> None:
    text = " ".join(flow(paper_of(f"ALPHA. {LOREM * 4} #colbreak() BETA.\n\nGAMMA DELTA.", columns=2)))

    assert text.endswith("BETA. GAMMA DELTA.")


@pytest.mark.parametrize("heading", ["*RÉSULTAT :*", "RÉSULTAT :"])
def test_a_heading_over_the_full_width_parts_the_columns_above_from_those_below(heading: str) -> None:
    zone = f"#columns(2)[{{}} {LOREM * 2} #colbreak() {{}} {LOREM * 2}]"
    body = f"{zone.format('ALPHA.', 'BETA.')}\n\n#v(1em)\n{heading}\n#v(0.4em)\n{zone.format('GAMMA.', 'DELTA.')}"
    text = " ".join(flow(paper_of(body)))

    assert in_order(text, "ALPHA", "BETA", "RÉSULTAT", "GAMMA", "DELTA")


def test_full_width_text_between_columns_stays_between() -> None:
    zone = f"#columns(2)[{{}} {LOREM * 2} #colbreak() {{}} {LOREM * 2}]"
    body = f"OPENING {LOREM}\n\n{zone.format('ALPHA.', 'BETA.')}\n\nMIDDLE {LOREM}\n\n{zone.format('GAMMA.', 'DELTA.')}"
    text = " ".join(flow(paper_of(body)))

    assert in_order(text, "OPENING", "ALPHA", "BETA", "MIDDLE", "GAMMA", "DELTA")


def test_running_heads_and_page_numbers_are_told_from_the_text() -> None:
    body = "#pagebreak()\n".join(f"{name} {LOREM}" for name in ("ALPHA", "BETA", "GAMMA"))
    paper = read_paper(pdf(paper_of(body, head="Série – études de cas")), name="a.pdf")

    margin = [line.text for line in paper.lines if line.place is Place.MARGIN]
    assert margin == ["Série – études de cas", "1", "Série – études de cas", "2", "Série – études de cas", "3"]
    assert paper.pages == 3
    assert "Série" not in text_of(pdf(paper_of(body, head="Série – études de cas")), name="a.pdf")


def test_a_sidebar_is_read_on_its_own() -> None:
    box = "#rect(width: 100%, inset: 8pt)[CONTACT\n\nTel 12 34 56\n\nbell\\@bells.example]"
    body = f"#grid(columns: (2fr, 1fr), gutter: 16pt)[ALPHA. {LOREM * 2}][{box}]\n\nOMEGA {LOREM}"
    paper = read_paper(pdf(paper_of(body)), name="a.pdf")

    beside = [line.text for line in paper.lines if line.place is Place.BOX]
    assert beside == ["CONTACT", "Tel 12 34 56", "bell@bells.example"]
    assert in_order(" ".join(line.text for line in paper.lines if line.place is Place.FLOW), "ALPHA", "OMEGA")


def test_bullets_stay_with_their_lines() -> None:
    body = "#list(marker: [■], indent: 6pt, body-indent: 14pt, [Premier pas.], [Deuxième pas.], [Troisième pas.])"

    assert flow(paper_of(body)) == ["■ Premier pas.", "■ Deuxième pas.", "■ Troisième pas."]


def test_labels_with_what_they_name_are_read_line_by_line() -> None:
    rows = "".join(
        f"[{label}], [{value} et la suite de la ligne],\n" for label, value in zip("ABCDE", "12345", strict=True)
    )

    lines = flow(paper_of(f"#grid(columns: (90pt, 1fr), row-gutter: 8pt, {rows})"))
    assert [line[:3] for line in lines] == ["A 1", "B 2", "C 3", "D 4", "E 5"]


def test_what_stands_upright_in_the_margin_is_no_text() -> None:
    body = f"#place(left, dx: -30pt, rotate(90deg, reflow: true)[BROUILLON])\n{LOREM}"
    paper = read_paper(pdf(paper_of(body)), name="a.pdf")

    assert [line.text for line in paper.lines if line.place is Place.MARGIN] == ["1", "BROUILLON"]


def test_size_and_bold_type_are_told() -> None:
    paper = read_paper(pdf(paper_of("#text(18pt)[*Titre*]\n\nTexte courant.")), name="a.pdf")

    assert [(line.text, line.size, line.bold) for line in paper.lines[:2]] == [
        ("Titre", 18.0, True),
        ("Texte courant.", 10.0, False),
    ]
