"""Word files: paragraphs, lists, tables, heads, boxes, changes that somebody tracked."""

from typing import Any

from cms.papers import Kind, Place, read_paper
from tests.factories.papers import changed, word

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def said(content: bytes, place: Place = Place.FLOW) -> list[str]:
    return [line.text for line in read_paper(content, name="a.docx").lines if line.place is place]


def body(inside: str) -> bytes:
    """A Word file whose text is this XML."""
    return changed(
        word(), word__document_dot_xml=f"<w:document {SPACE}><w:body>{inside}</w:body></w:document>".encode()
    )


def test_headings_bold_words_and_points_are_told() -> None:
    def put(document: Any) -> None:
        document.add_heading("La cloche", 0)
        document.add_paragraph("Texte.")
        document.add_paragraph("Un pas", style="List Bullet")
        document.add_paragraph().add_run("Défis").bold = True

    paper = read_paper(word(put), name="a.docx")

    assert paper.kind is Kind.WORD
    assert [(line.text, line.heading, line.bold) for line in paper.lines] == [
        ("La cloche", True, False),
        ("Texte.", False, False),
        ("• Un pas", False, False),
        ("Défis", False, True),
    ]


def test_tables_are_read_row_by_row() -> None:
    def put(document: Any) -> None:
        table = document.add_table(2, 2)
        for number, text in enumerate(["Objectif", "Sonner", "Durée", "2011"]):
            table.cell(number // 2, number % 2).text = text

    assert said(word(put)) == ["Objectif", "Sonner", "Durée", "2011"]


def test_heads_and_feet_stand_in_the_margin() -> None:
    def put(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Série"
        document.sections[0].footer.paragraphs[0].text = "Page 1"
        document.add_paragraph("Texte.")

    content = word(put)

    assert said(content, Place.MARGIN) == ["Page 1", "Série"]
    assert said(content) == ["Texte."]


def test_tracked_changes_are_read_as_accepted() -> None:
    content = body(
        "<w:p><w:r><w:t>Sonner </w:t></w:r><w:ins><w:r><w:t>fort</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>bas</w:delText></w:r></w:del></w:p>"
    )

    assert said(content) == ["Sonner fort"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    deleted_end = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    first = f"<w:p>{deleted_end}<w:r><w:t xml:space='preserve'>Sonner à </w:t></w:r></w:p>"
    second = "<w:p><w:r><w:t>midi.</w:t></w:r></w:p>"

    assert said(body(first + second)) == ["Sonner à midi."]
    assert said(body(second + first)) == ["midi.", "Sonner à"]


def test_line_breaks_tabs_and_special_hyphens_are_kept() -> None:
    content = body(
        "<w:p><w:r><w:t>un</w:t><w:tab/><w:t>deux</w:t><w:br/><w:t>sous</w:t><w:noBreakHyphen/><w:t>groupe</w:t>"
        "</w:r></w:p>"
    )

    assert said(content) == ["un deux", "sous-groupe"]


def test_a_text_box_is_read_once_and_on_its_own() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Conseil</w:t></w:r></w:p></w:txbxContent>"
    twice = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        f"<mc:Choice><w:pict>{box}</w:pict></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>",
    )
    content = body(
        f"<w:p><w:r><w:t>Texte</w:t></w:r><w:r><mc:AlternateContent {twice[0]}>{twice[1]}</mc:AlternateContent>"
        "</w:r></w:p><w:p><w:r><w:t>Suite</w:t></w:r></w:p>"
    )

    assert said(content) == ["Texte", "Suite"]
    assert said(content, Place.BOX) == ["Conseil"]


def test_content_controls_and_links_are_read() -> None:
    content = body(
        "<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>www.cloches.example</w:t></w:r></w:hyperlink></w:p>"
        "</w:sdtContent></w:sdt>"
    )

    assert said(content) == ["www.cloches.example"]
