"""Which views are ours, by name, and which of them the audit has to look at (`views.toml`)."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve
from django.utils import translation

OURS = ("cms.", "home.", "search.", "members.", "governance.", "allauth.", "tests.")
FORMS_AND_LISTS = (":index", ":list", ":add", ":edit", ":inspect")
CHOOSERS = re.compile(r"^wagtail\w+chooser")
VOCABULARY = re.compile(r"^wagtailsnippets_cms_\w+:")
DECLARED = Path(__file__).with_name("views.toml")


def view_of(address: str) -> str:
    """The name of the view at an address; empty when it is none of ours. Django resolves addresses of the active
    language alone, which is whichever the answer before was in."""
    path = urlsplit(address).path
    try:
        with translation.override(translation.get_language_from_path(path)):
            match = resolve(path)
    except Resolver404:
        return ""
    name = match.view_name or ""
    return name_of(name, match.func) if name != "wagtailadmin_home" else name


def name_of(name: str, callback: Any) -> str:
    """Empty when the view is none of ours, or a part of one. Vocabularies have the same screens, and one name."""
    if not name:
        return ""
    view: Any = getattr(callback, "view_class", callback)
    model = getattr(callback, "view_initkwargs", {}).get("model")
    is_ours = is_written_here(view) or (is_written_here(model) and is_a_form_or_list(name))
    return VOCABULARY.sub("vocabulary:", name) if is_ours and not name.endswith("_results") else ""


def is_written_here(what: Any) -> bool:
    """By us, or by allauth, whose pages have our templates."""
    return str(getattr(what, "__module__", "")).startswith(OURS)


def is_a_form_or_list(name: str) -> bool:
    """What Wagtail makes of a model of ours; its history, its usage and its deletion are the same of every model."""
    return name.endswith(FORMS_AND_LISTS) and not CHOOSERS.match(name)


def names_of_views() -> set[str]:
    """Every name that the product gives to a view of ours."""
    return set(_names(get_resolver("cms.urls"), ""))


def _names(resolver: URLResolver, before: str) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            name = name_of(f"{before}{pattern.name}", pattern.callback) if pattern.name else ""
            yield from [name] if name else []
        else:
            yield from _names(pattern, f"{before}{pattern.namespace}:" if pattern.namespace else before)


def looked_at() -> list[str]:
    """What somebody is shown by the audit, one entry for each time that it is declared."""
    return [name for names in _declared()["looked_at"].values() for name in names]


def left_out() -> dict[str, list[str]]:
    """By the reason why nobody looks: beginnings of names end in a star."""
    return {str(told["because"]): told["views"] for told in _declared()["left_out"]}


def is_meant(name: str, declared: str) -> bool:
    return name.startswith(declared[:-1]) if declared.endswith("*") else name == declared


def _declared() -> dict[str, Any]:
    return tomllib.loads(DECLARED.read_text(encoding="utf-8"))
