"""The way to a page, and the views beside it."""

import re

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from cms.languages import translated
from tests.site import SiteRoot

BUDGETS = translated(en="Budgets", fr="Budgets des enfants")


def shown(source: str, *, language: str = "en", **context: object) -> str:
    with translation.override(language):
        return Template("{% load i18n %}" + source).render(Context(context)).strip()


def test_the_way_begins_at_the_front_door_and_ends_at_the_page(site_root: SiteRoot) -> None:
    way = shown('{% crumbs %}{% crumb _("Our plan") "plan:plan" %}{% crumb _("For children") %}{% endcrumbs %}')

    assert '<nav class="crumbs" aria-label="You are here">' in way
    assert (
        '<ol class="plain"><li><a href="/en/">Home</a></li><li><a href="/en/plan/">Our plan</a></li>'
        '<li><span aria-current="page">For children</span></li></ol>'
    ) in way


def test_the_way_of_a_member_begins_at_today_in_their_language(site_root: SiteRoot) -> None:
    way = shown('{% crumbs "today" %}{% crumb _("Groups") "groups:list" %}{% endcrumbs %}', language="fr")

    assert '<li><a href="/fr/today/">Aujourd’hui</a></li><li><a href="/fr/groups/">Groupes</a></li>' in way


@pytest.mark.parametrize(
    ("language", "step"),
    [
        ("fr", '<li><a href="/fr/groups/budgets/">Budgets des enfants</a></li>'),
        ("es", '<li><a href="/es/groups/budgets/"><span lang="en">Budgets</span></a></li>'),
    ],
)
def test_a_step_says_which_language_its_name_is_in(language: str, step: str) -> None:
    assert shown('{% crumb name "groups:detail" "budgets" %}', language=language, name=BUDGETS) == step


def test_a_step_leads_to_an_address_that_has_no_route() -> None:
    assert shown('{% crumb "News" href="/en/news/" %}') == '<li><a href="/en/news/">News</a></li>'


def test_a_long_title_is_shortened_and_a_strange_one_harmless() -> None:
    assert shown("{% crumb title %}", title="a" * 80) == f'<li><span aria-current="page">{"a" * 59}…</span></li>'
    assert shown("{% crumb title %}", title="<b>") == '<li><span aria-current="page">&lt;b&gt;</span></li>'


@pytest.mark.parametrize(("here", "marked"), [("people", ' aria-current="page"'), ("overview", ""), ("", "")])
def test_the_view_that_is_open_is_marked(here: str, marked: str) -> None:
    view = shown('{% tab "People" "groups:people" "budgets" name="people" here=here %}', here=here)

    assert view == f'<li><a href="/en/groups/budgets/people/"{marked}>People</a></li>'


def test_a_view_can_be_a_part_of_another_and_is_then_never_marked() -> None:
    view = shown('{% tab "Tasks" "groups:detail" "budgets" part="tasks" here="" %}')

    assert view == '<li><a href="/en/groups/budgets/#tasks">Tasks</a></li>'


def test_views_stand_in_a_navigation_with_a_name() -> None:
    views = shown('{% tabs _("Group") %}{% tab "Overview" "groups:detail" "budgets" %}{% endtabs %}', language="es")

    assert views.startswith('<nav class="tabs" aria-label="Grupo"><ul class="plain"><li>')


def test_a_way_that_changes_in_place_has_a_name() -> None:
    assert '<nav class="crumbs" aria-label="You are here" data-swap="way">' in shown(
        '{% crumbs swap="way" %}{% endcrumbs %}'
    )


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "1 2 … 24"), (3, "1 2 3 4 … 24"), (12, "1 … 11 12 13 … 24"), (24, "1 … 23 24")],
)
def test_of_many_pages_only_those_around_the_reader_have_a_link(number: int, written: str) -> None:
    page = Paginator(range(24), per_page=1).page(number)

    assert shown("{% for one in page|numbers %} {{ one }}{% endfor %}", page=page) == written


def test_where_pages_are_left_out_there_is_no_link(rf: RequestFactory) -> None:
    page = Paginator(range(24), per_page=1).page(12)

    pages = render_to_string("components/pages.html", {"page_obj": page, "label": "Pages"}, request=rf.get("/?q=a"))

    assert re.findall(r'href="([^"]*)"', pages) == [f"?q=a&amp;page={n}" for n in (11, 1, 11, 13, 24, 13)]
    assert pages.count("<li><span>…</span></li>") == 2
