"""Columns, filters and boxes of the secretariat's lists and forms have names that can be translated."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.urls import get_resolver
from django.utils.functional import Promise
from wagtail.admin.viewsets import viewsets

APPS = {
    "accounts",
    "assembly",
    "bulletin",
    "cms",
    "decisions",
    "delivery",
    "groups",
    "organisations",
    "plan",
    "statutes",
}
PLACES = ("list_display", "list_filter", "form_fields")


def lists() -> list[Any]:
    """Every viewset whose model is ours; they are registered when the admin's addresses are."""
    assert get_resolver().url_patterns
    viewsets.populate()
    with_models = [one for one in viewsets.viewsets if isinstance(getattr(one, "model", None), type)]
    return [one for one in with_models if one.model._meta.app_label in APPS]


def shown(viewset: Any) -> Iterator[str]:
    """Names of fields; what is shown otherwise has words of its own."""
    for place in PLACES:
        found = getattr(viewset, place, None)
        yield from (name for name in found if isinstance(name, str)) if isinstance(found, list | tuple) else ()
    for panel in getattr(viewset, "panels", None) or ():
        yield from (one.field_name for one in [panel, *getattr(panel, "children", [])] if hasattr(one, "field_name"))


def is_nameless(model: type[Model], name: str) -> bool:
    """Django makes up a name from that of the attribute, in English."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return not isinstance(getattr(field, "verbose_name", ""), Promise)


def test_every_field_that_the_secretariat_sees_has_a_name_in_its_language() -> None:
    found = lists()

    nameless = {
        f"{one.model.__name__}.{name}" for one in found for name in set(shown(one)) if is_nameless(one.model, name)
    }

    assert len(found) > 30
    assert nameless == set()
