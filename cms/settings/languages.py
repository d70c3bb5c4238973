"""The languages that pages are written in: those of the interface, and others that the environment names."""

from collections.abc import Iterable, Sequence

from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

Named = tuple[str, Promise | str]


def content_languages(codes: Iterable[str], *, interface: Sequence[Named]) -> list[Named]:
    """The interface's first, then the others in the order given, each with its name."""
    known = [code for code, _name in interface]
    others = [code for code in dict.fromkeys(codes) if code not in known]
    return [*interface, *((code, name_of(code)) for code in others)]


def name_of(code: str) -> Promise:
    """Raises ImproperlyConfigured for what is no code; regions would need addresses of their own."""
    if "-" in code or code not in LANG_INFO or "name" not in LANG_INFO[code]:
        raise ImproperlyConfigured(f"CONTENT_LANGUAGES: “{code}” is no language that we know. Write codes like “ar”.")
    return gettext_lazy(LANG_INFO[code]["name"])
