"""What an address says that means nothing: a sentence each, and never an error."""

import pytest
from django.http import QueryDict
from django.utils.translation import override

from search.forms import remarks_on, remarks_on_everything, short
from search.queries.reading import LAST_PAGE, page_of, query_of
from search.rules.questions import Sort


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("sort=sideways", "“sideways” is no order: the best match comes first."),
        ("page=two", "“two” is no page: this is the first."),
        ("page=0", "“0” is no page: this is the first."),
        ("page=-1", "“-1” is no page: this is the first."),
        ("page=1001", "The list ends after 10,000 studies: choose filters or more words to see others."),
        (
            "page=99999999999999999999",
            "The list ends after 10,000 studies: choose filters or more words to see others.",
        ),
        ("theme=%22)+OR+(", '“") OR (” is nothing that can be chosen, and was left out.'),
        ("from=soon", "“soon” is no year from 1950 to 2099, and was left out. Write four digits, such as 2019."),
        ("to=1066", "“1066” is no year from 1950 to 2099, and was left out. Write four digits, such as 2019."),
        ("from=2021&to=2019", "The years stood the wrong way round: we searched from 2019 to 2021."),
        (
            "q=AND+OR",
            "“AND OR” has no word to search for, so this is everything. Write words around AND, OR and NOT.",
        ),
        (f"q={'a' * 5001}", "Your question was very long: only its first 5,000 characters were searched for."),
    ],
)
def test_what_means_nothing_is_left_out_and_said(address: str, sentence: str) -> None:
    with override("en"):
        assert remarks_on(QueryDict(address)) == [sentence]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "q=",
        "q=NOT+plan",
        "q=the",
        "page=",
        "page=1000",
        "sort=newest",
        "from=2019&to=",
        "theme=budgets&theme=budgets",
        "utm=x",
    ],
)
def test_what_means_something_is_not_talked_about(address: str) -> None:
    assert remarks_on(QueryDict(address)) == []


def test_more_choices_than_fifty_are_said() -> None:
    many = "&".join(f"theme=t{number}" for number in range(51))

    with override("en"):
        assert remarks_on(QueryDict(many)) == ["“t50” is nothing that can be chosen, and was left out."]


def test_what_is_repeated_in_a_sentence_is_not_endless() -> None:
    assert short("a" * 41) == "a" * 40 + "…"


def test_a_page_far_beyond_is_the_last_one_that_there_can_be() -> None:
    assert [page_of(number) for number in ("", "7", "1000", "1001", "9" * 50)] == [1, 7, 1000, 1000, LAST_PAGE]


def test_what_no_page_can_hold_is_no_part_of_the_question() -> None:
    query = query_of(QueryDict("q=%00well%00&sort=newest"), language="fr", audience=("public",))

    assert (query.text, query.sort, query.language) == ("well", Sort.NEWEST, "fr")


def test_the_members_search_talks_of_its_own_filters() -> None:
    with override("en"):
        assert remarks_on_everything(QueryDict("kind=%22)&theme=%22)")) == [
            '“")” is nothing that can be chosen, and was left out.'
        ]
