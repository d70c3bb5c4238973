"""The papers on the demo's agendas are there to be opened, in every language."""

import io
import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse

from cms.demo import assembly, network, papers, statutes
from cms.demo.network import Network
from governance.assembly.models import Paper
from tests.downloads import download

AGENDAS = Path(assembly.__file__).parent / "data" / "assemblies.json"


def titles() -> list[dict[str, str]]:
    agendas: dict[str, Any] = json.loads(AGENDAS.read_text(encoding="utf-8"))
    items = [item for meeting in agendas.values() for item in meeting["agenda"]]
    return [title for item in items for title in item.get("papers", [])]


def read(content: bytes) -> list[str]:
    """What stands on each sheet."""
    return [plain(sheet.get_textpage().get_text_bounded()) for sheet in pypdfium2.PdfDocument(io.BytesIO(content))]


def plain(text: str) -> str:
    """Without spaces: a PDF knows no narrow ones."""
    return "".join(text.split())


@pytest.mark.parametrize("title", titles(), ids=lambda title: title["en"])
def test_each_paper_says_its_text_in_every_language_of_its_title_on_a_sheet_each(title: dict[str, str]) -> None:
    sheets = read(papers.paper_file(title).read())

    written = papers.texts()[title["en"]]
    assert len(sheets) == len(title) == 3
    for sheet, (language, said) in zip(sheets, title.items(), strict=True):
        assert plain(said) in sheet
        assert plain(written[language]["text"][0])[:40] in sheet
        assert all(plain(row[0]) in sheet for row in written[language]["rows"])


def test_the_rows_of_a_table_are_as_many_and_as_long_in_every_language() -> None:
    shapes = {
        title: {tuple(map(len, part["rows"])) for part in languages.values()}
        for title, languages in papers.texts().items()
    }

    assert {title: len(found) for title, found in shapes.items()} == dict.fromkeys(shapes, 1)


@pytest.mark.django_db
def test_a_member_opens_every_paper_of_both_agendas(client: Client, now: Any) -> None:
    kite = Network(now=now, password="four corners one string")
    for part in (network, statutes, assembly):
        part.build(kite)
    client.force_login(kite.people["teodora"])

    for paper in Paper.objects.select_related("item__assembly"):
        item = paper.item
        page = client.get(reverse("assembly:detail", args=[item.assembly.slug])).content.decode()
        address = reverse("assembly:paper", args=[item.assembly.slug, item.number, paper.number])
        assert f'<a href="{address}">{item.number}.{paper.number} {paper.title.said("en").text}</a>' in page
        assert download(client, address).content.startswith(b"%PDF-")
