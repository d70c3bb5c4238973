"""A study on paper wears the colours of the network that publishes it."""

from ctypes import c_uint

import pypdfium2
import pypdfium2.raw
import pytest

from cms.press import pressed
from cms.queries.studies import sheet_of
from cms.rules.palette import HOUSE, Palette, Scheme
from tests.factories.cms import case_study
from tests.factories.network import HARBOUR_PALETTE, harbour
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db


def fills(content: bytes) -> set[str]:
    """Every colour that something on the sheets is filled with."""
    paper = pypdfium2.PdfDocument(content)
    try:
        return {fill_of(thing) for number in range(len(paper)) for thing in paper[number].get_objects()}
    finally:
        paper.close()


def fill_of(thing: pypdfium2.PdfObject) -> str:
    parts = [c_uint() for _part in range(4)]
    pypdfium2.raw.FPDFPageObj_GetFillColor(thing.raw, *parts)
    return "#" + "".join(f"{part.value:02x}" for part in parts[:3])


def test_a_study_on_paper_is_written_in_the_house_s_ink_while_there_is_no_other(site_root: SiteRoot) -> None:
    sheet = sheet_of(case_study(site_root))

    assert sheet["colours"] == HOUSE[Scheme.LIGHT]
    assert HOUSE[Scheme.LIGHT]["ink"] in fills(pressed("study", sheet).content)


def test_a_study_on_paper_wears_another_network_s_colours(site_root: SiteRoot) -> None:
    harbour()

    sheet = sheet_of(case_study(site_root))

    worn = fills(pressed("study", sheet).content)
    assert sheet["colours"] == Palette.read(HARBOUR_PALETTE).light
    assert HARBOUR_PALETTE["light"]["ink"] in worn
    assert worn & {HOUSE[Scheme.LIGHT][role] for role in ("ink", "soft", "f1", "f1-fill", "f3", "f4")} == set()
