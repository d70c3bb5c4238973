"""Whatever stands in an address, the page answers with a page."""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.actions import rebuild
from search.rules import facets
from tests.factories.search import study
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
NAMES = st.sampled_from(["q", "sort", "page", "from", "to", "off", "also", "utm_source", *facets.COUNTED])
VALUES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ['"', "AND", "NOT NOT", "well*", "*", "a AND", '"" NOT ""', "%", "0", "1000", "-1", "r/e", "spelling"]
    ),
    st.integers(-(10**30), 10**30).map(str),
)
ADDRESSES = st.lists(st.tuples(NAMES, VALUES), max_size=6).map(
    lambda fields: "&".join(f"{name}={quote(value.encode('utf-8', 'surrogatepass'))}" for name, value in fields)
)


@pytest.fixture
def library(site_root: SiteRoot, site_engine: str, now: datetime) -> Iterator[None]:
    for title in ("One well", "Two wells", "A river and a well"):
        study(site_root.home("en"), title)
    rebuild(now=now)
    yield


@pytest.mark.usefixtures("library")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ADDRESSES)
def test_no_address_breaks_the_page(client: Client, address: str) -> None:
    response = client.get(f"/en/search/?{address}")

    assert response.status_code in ((400,) if "%00" in address else (200, 404))
    assert b"<h1>" in response.content or response.status_code == 400


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("letters", ["x" * 5000, "zq " * 1700, '"' * 5000, "ж" * 5000, "a1 " * 1700])
def test_five_thousand_characters_of_nonsense_answer_with_a_sentence(client: Client, letters: str) -> None:
    response = client.get("/en/search/", {"q": letters})

    assert response.status_code == 200
    assert any(said in response.content.decode() for said in ("No study matches", "<b>3 studies</b>", "rarest words"))
