"""Every address under /admin/, out of the resolver itself, with something plausible for each argument."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

from django.urls import Resolver404, URLResolver, get_resolver, resolve

PLAUSIBLE = ("1", "cms", "en", "home", "11111111-1111-1111-1111-111111111111", "edit", "1/2", "a.b", "2026-06-10")


def admin_addresses() -> list[str]:
    """AssertionError when an address could not be filled: then PLAUSIBLE needs one value more."""
    found: set[str] = set()
    missed: set[str] = set()
    for form, names in forms(get_resolver(), before=""):
        if form.startswith("admin/"):
            address = filled(form, names)
            (found if address else missed).add(address or form)
    assert not missed, missed
    return sorted(found)


def forms(resolver: URLResolver, *, before: str) -> Iterator[tuple[str, list[str]]]:
    """Addresses such as `admin/pages/%(page_id)s/edit/` with the names of their arguments."""
    reverse_dict: Any = resolver.reverse_dict
    for view in reverse_dict:
        for possibilities, *_rest in reverse_dict.getlist(view):
            for form, names in possibilities:
                yield before + form, names
    for prefix, inner in resolver.namespace_dict.values():
        yield from forms(inner, before=before + prefix)


def filled(form: str, names: list[str]) -> str | None:
    # The resolver keeps a prefix as the regular expression it looks for: plan\-indicators.
    plain = re.sub(r"\\(.)", r"\1", form)
    for values in product(PLAUSIBLE, repeat=len(names)):
        address = "/" + plain % dict(zip(names, values, strict=True))
        try:
            resolve(address)
        except Resolver404:
            continue
        return address
    return None
