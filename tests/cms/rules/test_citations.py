"""How a study is cited, for people's programs."""

import json
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cms.rules.citations import Cited, bibtex, csl, ris
from cms.rules.licences import Licence, licence_url

BELL = Cited(
    key="3f2a9c00",
    author="Coalition Bâtir & Co",
    title="The bell of 100 %",
    series="Case studies",
    number=118,
    publisher="The Kite Network",
    url="https://kite.example/en/study/118/",
    language="en",
    published_on=date(2026, 3, 4),
    licence="CC BY 4.0",
)
BARE = replace(BELL, number=None, published_on=None, licence="", url="")
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)


def test_bibtex_keeps_an_organisation_whole_and_escapes_what_latex_would_run() -> None:
    assert bibtex(BELL) == (
        "@techreport{coalition2026-3f2a,\n"
        "  author = {{Coalition Bâtir \\& Co}},\n"
        "  title = {{The bell of 100 \\%}},\n"
        "  institution = {The Kite Network},\n"
        "  type = {Case studies},\n"
        "  number = {118},\n"
        "  year = {2026},\n"
        "  url = {https://kite.example/en/study/118/},\n"
        "  langid = {en},\n"
        "  note = {CC BY 4.0},\n"
        "}\n"
    )


def test_ris_begins_with_its_type_and_ends_with_its_end() -> None:
    lines = ris(BELL).split("\r\n")

    assert lines[:3] == ["TY  - RPRT", "AU  - Coalition Bâtir & Co", "TI  - The bell of 100 %"]
    assert "DA  - 2026/03/04" in lines
    assert lines[-2:] == ["ER  - ", ""]


def test_csl_is_one_report_with_its_day() -> None:
    (item,) = json.loads(csl(BELL))

    assert item["author"] == [{"literal": "Coalition Bâtir & Co"}]
    assert item["issued"] == {"date-parts": [[2026, 3, 4]]}
    assert (item["type"], item["collection-number"]) == ("report", "118")


def test_what_is_not_known_is_left_out() -> None:
    (item,) = json.loads(csl(BARE))

    assert "number" not in bibtex(BARE)
    assert "year" not in bibtex(BARE)
    assert "M1  -" not in ris(BARE)
    assert {"issued", "URL", "collection-number"} & item.keys() == set()


def test_a_name_without_a_latin_letter_gets_a_label_all_the_same() -> None:
    assert replace(BARE, author="ائتلاف").label == "study-3f2a"


@given(text=TEXTS)
def test_no_text_can_begin_a_tag_or_leave_its_braces(text: str) -> None:
    hostile = replace(BELL, title=f"a\r\nER  - {text}", author=text)

    assert ris(hostile).count("\r\nER  - ") == 1
    depth = 0
    for before, sign in zip(" " + bibtex(hostile), bibtex(hostile), strict=False):
        depth += (sign == "{" and before != "\\") - (sign == "}" and before != "\\")
        assert depth >= 0
    assert depth == 0
    assert json.loads(csl(hostile))[0]["title"] == hostile.title


def test_every_licence_of_creative_commons_has_its_deed() -> None:
    deeds = {licence: licence_url(licence) for licence in Licence}

    assert deeds[Licence.BY_NC_SA] == "https://creativecommons.org/licenses/by-nc-sa/4.0/"
    assert deeds[Licence.ZERO] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert [licence for licence, deed in deeds.items() if not deed] == [Licence.RESERVED]
    assert licence_url("As the author wishes") == ""
