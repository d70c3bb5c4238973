"""The Wagtail admin's search takes anything that is typed."""

import pytest
from wagtail.search.query import And, Boost, Not, Or, Phrase, PlainText

from cms.models import CaseStudyPage
from search.backends import SearchBackend, plain
from tests.factories.search import study
from tests.site import SiteRoot


@pytest.mark.parametrize("text", ['"', 'well "', "NEAR(", "*", "-", "a:b", "^"])
@pytest.mark.django_db
def test_no_sign_is_an_error(site_root: SiteRoot, text: str) -> None:
    study(site_root.home("en"), "One well")
    backend = SearchBackend({})

    found = list(backend.search(text, CaseStudyPage)) + list(backend.autocomplete(text, CaseStudyPage))

    assert all(isinstance(page, CaseStudyPage) for page in found)


def test_every_kind_of_query_is_reduced_to_its_words() -> None:
    query = And([PlainText('a "b"'), Or([Phrase('c"'), Not(Boost(PlainText("d*"), 2.0))])])

    assert repr(plain(query)) == repr(And([PlainText("a  b"), Or([Phrase("c"), Not(Boost(PlainText("d"), 2.0))])]))
    assert plain(PlainText('"')) == ""
    assert plain("wasser & brot") == "wasser   brot"
