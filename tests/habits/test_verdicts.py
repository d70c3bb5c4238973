"""Figures that fall short are said in words and end a run with an error: the benchmark's, and the audit's."""

import argparse
from dataclasses import replace

import pytest

from tests.bench.audit.__main__ import verdict
from tests.bench.audit.asking import (
    MOST,
    MOST_OVER_BUDGET,
    QUIET,
    QUIET_OVER_BUDGET,
    asked_again,
    is_asked_again,
)
from tests.bench.audit.report import Seen, readable, shortfalls, summary
from tests.bench.audit.views import looked_at
from tests.bench.pages import shortfalls as shortfalls_of_pages

WHOLE = argparse.Namespace(quick=False, only="", who="", language="")
GOOD = Seen(
    address="/en/plan/",
    status=200,
    state="plan:plan",
    who="anonymous",
    language="en",
    axe=(),
    unseen=(),
    kb=60.0,
    requests=9,
    elsewhere=(),
    console=(),
    sideways=0,
    queries=7,
    cpu_ms=14.0,
)
MEMBERS = replace(GOOD, address="/en/today/", who="member", kb=70.5, requests=11, queries=30, cpu_ms=41.0)
ADMIN = replace(GOOD, address="/admin/", who="secretariat", kb=900.0, requests=40, queries=60, cpu_ms=150.0)
GUIDE = replace(GOOD, address="/styleguide/", kb=58.0, cpu_ms=25.0)


def figures_of(*seen: Seen, broken_off: tuple[str, ...] = ()) -> dict[str, object]:
    return summary(seen, broken_off=broken_off)


def test_the_budget_of_the_public_is_that_of_public_pages_in_production() -> None:
    told = figures_of(GOOD, MEMBERS, ADMIN, GUIDE)

    assert (told["pages"], told["max_kb"], told["max_requests"]) == (4, 70.5, 11)
    assert (told["max_queries"], told["max_cpu_ms"]) == (7, 14.0)
    assert told["members"] == {"max_kb": 70.5, "max_requests": 11, "max_queries": 30, "max_cpu_ms": 41.0}
    assert told["admin"] == {"max_kb": 900.0, "max_requests": 40, "max_queries": 60, "max_cpu_ms": 150.0}
    assert shortfalls(told) == []


def test_every_page_is_told_with_its_own_figures() -> None:
    bad = replace(GOOD, axe=("label: #q (1)", "color-contrast: p (2)"), unseen=("small target: a",), console=("error",))

    told = figures_of(GOOD, bad)

    assert told["per_page"] == [GOOD.figures(), bad.figures()]
    assert bad.figures() == {
        "address": "/en/plan/",
        "status": 200,
        "state": "plan:plan",
        "who": "anonymous",
        "language": "en",
        "kb": 60.0,
        "requests": 9,
        "sideways": 0,
        "queries": 7,
        "cpu_ms": 14.0,
        "elsewhere": 0,
        "console": 1,
        "unseen": 1,
        "axe_violations": 2,
    }


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (replace(GOOD, axe=("label: #q (1)",)), "1 axe_violations, none wanted"),
        (replace(GOOD, unseen=("small target: a",)), "1 unseen, none wanted"),
        (replace(GOOD, elsewhere=("https://fonts.example/",)), "1 elsewhere, none wanted"),
        (replace(ADMIN, console=("error: x",)), "1 console, none wanted"),
        (replace(MEMBERS, status=500), "1 broken, none wanted"),
        (replace(GOOD, sideways=3), "1 sideways, none wanted"),
        (replace(MEMBERS, kb=100.1), "max_kb is 100.1, 100 at most"),
        (replace(GUIDE, requests=16), "max_requests is 16, 15 at most"),
        (replace(GOOD, queries=13), "max_queries is 13, 12 at most"),
        (replace(GOOD, cpu_ms=20.1), "max_cpu_ms is 20.1, 20 at most"),
    ],
)
def test_each_thing_that_a_page_must_not_do_is_said(page: Seen, said: str) -> None:
    assert shortfalls(figures_of(GOOD, page)) == [said]


def test_a_person_reads_which_page_it_is() -> None:
    slow = replace(GOOD, cpu_ms=21.5, sideways=3)

    assert readable([GOOD, slow]) == (
        "/en/plan/ [plan:plan] as anonymous\n  3 px too wide at 320 px\n  21.5 cpu_ms, 20 at most"
    )
    assert readable([GOOD, GUIDE, MEMBERS, ADMIN]) == "Nothing found."


def test_an_error_that_was_asked_for_is_not_broken() -> None:
    asked_for = replace(GOOD, status=500, state="error 500")

    assert shortfalls(figures_of(asked_for)) == []


def test_a_walk_that_was_broken_off_is_said() -> None:
    assert shortfalls(figures_of(GOOD, broken_off=("walk broken off at /en/",))) == ["1 broken_off, none wanted"]


def test_a_whole_run_has_to_meet_every_view_and_a_part_of_one_has_not() -> None:
    told = figures_of(GOOD)
    missed = [view for view in looked_at() if view != "plan:plan"]

    assert verdict(told, WHOLE) == [f"{view} was not met" for view in sorted(missed)]
    assert verdict(told, argparse.Namespace(**{**vars(WHOLE), "who": "member"})) == []


def test_a_page_over_its_budget_is_asked_longer_but_not_for_ever() -> None:
    quick, slow = [0.010] + [0.012] * QUIET, [0.025] + [0.026] * QUIET

    assert not is_asked_again(quick, budget_ms=20)
    assert is_asked_again(quick[:-1], budget_ms=20)
    assert is_asked_again(slow, budget_ms=20)
    assert not is_asked_again([0.025] + [0.026] * QUIET_OVER_BUDGET, budget_ms=20)
    assert not is_asked_again([0.012 - n / 10_000 for n in range(MOST)], budget_ms=20)
    assert not is_asked_again([0.050 - n / 10_000 for n in range(MOST_OVER_BUDGET)], budget_ms=20)


def test_only_a_public_page_over_its_budget_is_asked_again() -> None:
    slow = [replace(GOOD, cpu_ms=20.1), replace(MEMBERS, cpu_ms=90.0), replace(ADMIN, cpu_ms=90.0), GUIDE, GOOD]
    sent = replace(GOOD, cpu_ms=25.0, method="POST")

    assert [one.is_slow for one in slow] == [True, False, False, False, False]
    assert asked_again(sent, host="127.0.0.1") is sent
    assert asked_again(MEMBERS, host="127.0.0.1") is MEMBERS


def test_the_benchmark_says_what_falls_short() -> None:
    good = {"cached_ratio": 0.8, "queries": 12, "cpu_ms": 20.0}

    assert shortfalls_of_pages({"home": good}) == []
    assert shortfalls_of_pages({"home": good, "search": {"cached_ratio": 0.79, "queries": 13, "cpu_ms": 20.1}}) == [
        "search: 0.79 of a bare answer from memory, at least 0.8 wanted",
        "search: 13 queries, 12 at most",
        "search: 20.1 cpu_ms, 20 at most",
    ]
