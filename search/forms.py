"""What is said of an address of the search page, and how a search is saved."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.languages.formats import format_number
from cms.languages.text import site_language
from search.language.asked import asked
from search.language.forms import analyser
from search.models.saved import FREQUENCIES
from search.queries.reading import LONGEST, is_whole, page_of, years_in
from search.rules import facets
from search.rules.questions import MOST_HITS, Sort
from search.rules.saved import Frequency

LONGEST_SAID = 40  # letters of what was typed that a sentence repeats


def remarks_on(data: QueryDict) -> list[str]:
    """A sentence for each thing in the address that was left out or understood otherwise."""
    return [*on_the_text(data), *on_the_choices(data, facets.COUNTED), *on_the_years(data), *on_the_order(data)]


def remarks_on_everything(data: QueryDict) -> list[str]:
    """The same of an address of the members' search."""
    return [*on_the_text(data), *on_the_choices(data, facets.COUNTED_FOR_MEMBERS)]


def on_the_text(data: QueryDict) -> list[str]:
    text = data.get("q", "").strip()
    if text and not has_words(text):
        said = _("“%(question)s” has no word to search for, so this is everything. Write words around AND, OR and NOT.")
        return [said % {"question": short(text)}]
    if len(text) <= LONGEST:
        return []
    most = format_number(LONGEST, site_language())
    return [_("Your question was very long: only its first %(most)s characters were searched for.") % {"most": most}]


def has_words(text: str) -> bool:
    question = asked(text[:LONGEST], analyser(site_language()))
    return bool(question.parts or question.refused)


def on_the_choices(data: QueryDict, names: tuple[str, ...]) -> list[str]:
    chosen = [value for facet in names for value in data.getlist(facet)]
    kept = [value for facet in names for value in facets.clean(data.getlist(facet))]
    lost = [value for value in dict.fromkeys(chosen) if value and value not in kept]
    return (
        [_("“%(value)s” is nothing that can be chosen, and was left out.") % {"value": short(lost[0])}] if lost else []
    )


def on_the_years(data: QueryDict) -> list[str]:
    first, last = years_in(data)
    said = [
        _("“%(year)s” is no year from 1950 to 2099, and was left out. Write four digits, such as 2019.")
        % {"year": short(year)}
        for year in dict.fromkeys((first, last))
        if year and facets.year_in(year) is None
    ]
    start, end = facets.year_in(first), facets.year_in(last)
    if start is not None and end is not None and start > end:
        said.append(
            _("The years stood the wrong way round: we searched from %(first)s to %(last)s.")
            % {"first": end, "last": start}
        )
    return said


def on_the_order(data: QueryDict) -> list[str]:
    said: list[str] = []
    sort, page = data.get("sort", ""), data.get("page", "")
    if sort and sort not in set(Sort):
        said.append(_("“%(sort)s” is no order: the best match comes first.") % {"sort": short(sort)})
    if page and (not is_whole(page) or not page.strip("0")):
        said.append(_("“%(page)s” is no page: this is the first.") % {"page": short(page)})
    elif page and page_of(page) < int(page[:9]):
        most = format_number(MOST_HITS, site_language())
        said.append(
            _("The list ends after %(most)s studies: choose filters or more words to see others.") % {"most": most}
        )
    return said


def short(text: str) -> str:
    return text if len(text) <= LONGEST_SAID else f"{text[:LONGEST_SAID]}…"


class SaveForm(forms.Form):
    """How a saved search is called, and how often its reader hears of it."""

    name = forms.CharField(
        label=gettext_lazy("Name of this search"),
        max_length=120,
        help_text=gettext_lazy("It stands in the subject of the mails."),
        widget=forms.TextInput(attrs={"class": "in"}),
        error_messages={"required": gettext_lazy("Give the search a name.")},
    )
    frequency = forms.ChoiceField(
        label=gettext_lazy("Mail me what is new"),
        choices=FREQUENCIES,
        initial=Frequency.WEEKLY.value,
        help_text=gettext_lazy("Only when there is something new; each study once."),
        widget=forms.Select(attrs={"class": "in sort"}),
    )

    @property
    def said(self) -> dict[str, Any]:
        """What was filled in, as `actions.save_search` takes it."""
        return {"name": self.cleaned_data["name"], "frequency": Frequency(self.cleaned_data["frequency"])}
