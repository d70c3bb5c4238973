"""One question, one address."""

from urllib.parse import parse_qsl, urlencode

from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from search.queries.reading import query_of
from search.rules import facets
from search.rules.addresses import address_of, fields_of, years_of
from search.rules.questions import Query, Sort

NAMES = ["q", "sort", "from", "to", "off", "also", "page", *facets.COUNTED]
VALUES = st.sampled_from(["", "r3", "r3/c34", "2019", "1990", "newest", "country", "-1", "99", "²", "spelling", "x y"])
FIELDS = st.lists(st.tuples(st.sampled_from(NAMES), VALUES | st.text(max_size=8)), max_size=8)


def asked(fields: list[tuple[str, str]]) -> Query:
    return query_of(QueryDict(urlencode(fields, errors="surrogatepass")), language="en", audience=("public",))


@given(FIELDS)
def test_an_address_reads_back_as_the_question_that_it_was_written_for(fields: list[tuple[str, str]]) -> None:
    query = asked(fields)

    again = asked(parse_qsl(address_of(query)[1:], keep_blank_values=True))

    assert again == query


@given(FIELDS)
def test_whoever_asks_the_same_in_another_order_stands_at_the_same_address(fields: list[tuple[str, str]]) -> None:
    single = list(dict(fields).items())

    assert address_of(asked(single)) == address_of(asked(single[::-1]))


def test_an_address_names_what_was_asked_chosen_and_switched_in_one_order() -> None:
    query = Query(
        text="plan of action",
        filters={"theme": ("budgets",), "place": ("r3/c34", "r1"), "year": ("2019", "2020")},
        sort=Sort.NEWEST,
        page=3,
        off=frozenset({"spelling", "convention"}),
        also=frozenset({"committee"}),
    )

    assert address_of(query) == (
        "?q=plan+of+action&place=r3%2Fc34&place=r1&theme=budgets&from=2019&to=2020"
        "&sort=newest&off=convention&off=spelling&also=committee&page=3"
    )
    assert ("page", "3") not in fields_of(query)


def test_the_whole_library_has_the_shortest_address() -> None:
    assert address_of(Query()) == "?"


def test_an_open_end_of_the_years_is_empty() -> None:
    spans = [facets.chosen_years(*pair) for pair in (("2019", ""), ("", "2019"), ("2021", "2019"))]

    said = [years_of(Query(filters={"year": span})) for span in spans]

    assert said == [("2019", ""), ("", "2019"), ("2019", "2021")]
