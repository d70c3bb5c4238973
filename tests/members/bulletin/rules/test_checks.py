"""The check list, and the digest of what was approved."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.bulletin.rules import Check, IssueContent, SectionContent, findings

LANGUAGES = ("en", "fr", "es")
FULL = {"en": "The assembly", "fr": "L’assemblée", "es": "La asamblea"}
texts = st.dictionaries(st.sampled_from(LANGUAGES), st.text(max_size=5), max_size=3)


def section(**fields: Any) -> SectionContent:
    return SectionContent(**{"title": FULL, "text": FULL, "link": "https://kite.example/", "link_label": {}, **fields})


def issue(**fields: Any) -> IssueContent:
    return IssueContent(**{"number": 118, "title": FULL, "lead": {}, "sections": [section()], **fields})


def missing(content: IssueContent, *, readers: int = 1, dead_links: tuple[str, ...] = ()) -> list[Check]:
    answers = findings(content, languages=LANGUAGES, readers=readers, dead_links=dead_links)
    return [finding.check for finding in answers if not finding.is_met]


def test_a_complete_issue_lacks_nothing() -> None:
    assert missing(issue()) == []


@pytest.mark.parametrize(
    ("content", "check"),
    [
        (issue(sections=[]), Check.HAS_SECTIONS),
        (issue(title={"en": "The assembly", "fr": "L’assemblée"}), Check.TITLE_IN_EVERY_LANGUAGE),
        (issue(sections=[section(text={"en": "Only English"})]), Check.TEXT_IN_EVERY_LANGUAGE),
        (issue(sections=[section(title={**FULL, "es": ""})]), Check.TEXT_IN_EVERY_LANGUAGE),
        (issue(sections=[section(link="http://kite.example/")]), Check.LINKS_ARE_SECURE),
        (issue(title={**FULL, "en": "The assembly\nBcc: x@y.example"}), Check.TITLE_FITS_A_SUBJECT),
        (issue(title={**FULL, "en": "a" * 121}), Check.TITLE_FITS_A_SUBJECT),
    ],
)
def test_each_gap_is_found_and_nothing_else(content: IssueContent, check: Check) -> None:
    assert missing(content) == [check]


def test_an_issue_that_nobody_reads_is_not_complete() -> None:
    assert missing(issue(), readers=0) == [Check.HAS_READERS]


def test_a_link_that_leads_nowhere_is_found() -> None:
    assert missing(issue(), dead_links=("https://kite.example/",)) == [Check.LINKS_LEAD_SOMEWHERE]


def test_a_section_needs_no_link() -> None:
    assert missing(issue(sections=[section(link="")])) == []


@given(texts, texts, texts, texts)
def test_the_digest_changes_with_the_content_and_only_with_it(
    title: dict[str, str], lead: dict[str, str], other_title: dict[str, str], other_lead: dict[str, str]
) -> None:
    one, other = issue(title=title, lead=lead), issue(title=other_title, lead=other_lead)

    assert (one.sha256 == other.sha256) == ((title, lead) == (other_title, other_lead))
