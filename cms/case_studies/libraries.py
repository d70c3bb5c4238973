"""The library that a study goes to: one a language, for whoever may add to it."""

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from cms.models import CaseStudyIndexPage
from members.accounts.models import User


class ImportRefused(Exception):
    """The study cannot be put where it was to go."""


def library_in(language: str) -> CaseStudyIndexPage:
    """Held until the end of the transaction, with those of other languages: numbers are given one after the other."""
    libraries = CaseStudyIndexPage.objects.select_for_update(of=("self",)).select_related("locale").order_by("pk")
    held = {library.locale.language_code: library for library in libraries}
    if language not in held:
        name = get_language_info(language)["name_translated"]
        raise ImportRefused(
            _("There is no case-study library in this language yet: %(language)s. Make its page first.")
            % {"language": name}
        )
    return held[language]


def libraries_for(person: User) -> dict[str, CaseStudyIndexPage]:
    """By language: the libraries to which a person may add studies."""
    every = CaseStudyIndexPage.objects.select_related("locale").order_by("pk")
    return {each.locale.language_code: each for each in every if each.permissions_for_user(person).can_add_subpage()}
