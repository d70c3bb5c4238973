"""No view is forgotten: the audit looks at each of them, or says why there is nothing to look at."""

import pytest
from django.utils import translation

from tests.bench.audit.places import plain_addresses
from tests.bench.audit.views import is_meant, left_out, looked_at, names_of_views, view_of


def reasons() -> list[str]:
    return [one for declared in left_out().values() for one in declared]


def test_every_view_is_looked_at_or_left_out_for_a_reason() -> None:
    declared = [*looked_at(), *reasons()]

    forgotten = [name for name in sorted(names_of_views()) if not any(is_meant(name, one) for one in declared)]

    assert forgotten == []


def test_nothing_is_declared_that_is_not_there() -> None:
    names = names_of_views()

    gone = [one for one in [*looked_at(), *reasons()] if not any(is_meant(name, one) for name in names)]

    assert gone == []


def test_no_view_is_declared_twice() -> None:
    names = looked_at()

    also_left_out = [name for name in names if any(is_meant(name, one) for one in reasons())]

    assert also_left_out == []
    assert len(names) == len(set(names))
    assert len(reasons()) == len(set(reasons()))


def test_each_reason_is_a_sentence_or_a_kind() -> None:
    assert [reason for reason in left_out() if len(reason.split()) < 2] == []


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/en/today/", "home:today"),
        ("/en/accounts/2fa/", "mfa_index"),
        ("/admin/statutes/", "statutes_desk:index"),
        ("/admin/group/new/", "group:add"),
        ("/admin/snippets/cms/theme/add/", "vocabulary:add"),
        ("/admin/snippets/cms/article/add/", "vocabulary:add"),
        ("/admin/issue/history/1/", ""),
        ("/admin/pages/1/edit/", ""),
        ("/nowhere/at/all", ""),
    ],
)
def test_a_view_is_ours_when_we_wrote_it_or_what_it_shows(address: str, name: str) -> None:
    assert view_of(address) == name


@pytest.mark.parametrize("active", ["en", "ar"])
def test_a_view_has_its_name_whatever_language_is_spoken(active: str) -> None:
    with translation.override(active):
        names = [view_of(f"/{language}/today/") for language in ("en", "fr", "es", "ar")]
        plain = plain_addresses("fr")

    assert names == ["home:today"] * 4
    assert "/fr/directory/~/offers/" in plain
    assert view_of("/admin/group/new/") == "group:add"


def test_a_view_that_nobody_declared_would_be_seen() -> None:
    """As `group:add` was, before anybody looked at it: Wagtail draws it, of a model of ours."""
    undeclared = {"group:add", "assembly:proxy", "mfa_edit_webauthn", "imports:review"}

    assert undeclared <= names_of_views()
