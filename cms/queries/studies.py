"""What is taken of a study: how it is cited, and what stands on its sheets of paper. Both in its own language."""

import hashlib
import json
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from babel.dates import format_skeleton
from django.conf import settings
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.languages.formats import format_day, in_digits_of
from cms.languages.text import direction_of, site_language
from cms.models import CaseStudyPage, StudyPaper
from cms.models.settings import Network, current_network
from cms.queries.content import Words, facets_of
from cms.rules.citations import Cited, one_line
from cms.rules.licences import licence_url

HOUSE_MARK = settings.BASE_DIR / "cms" / "static" / "img" / "mark.svg"
MOST_NUMERALS = 400


def cited(page: CaseStudyPage) -> Cited:
    """`page` came with its locale."""
    language = page.locale.language_code
    with override(language):
        return Cited(
            key=page.translation_key.hex,
            author=page.organisation_name,
            title=page.title,
            series=_("Case studies"),
            number=page.number,
            publisher=str(current_network().name.said(language)),
            url=lasting_address(page),
            language=language,
            published_on=page.first_published_at.date() if page.first_published_at else None,
            licence=licence_words(page),
        )


def lasting_address(page: CaseStudyPage) -> str:
    """By the number in the series, which stays when the page is renamed or moved; its own address without one."""
    own = page.full_url or ""
    if page.number is None or not own:
        return own
    site, language = urlsplit(own), page.locale.language_code
    with override(language):
        return f"{site.scheme}://{site.netloc}{reverse('study', args=[page.number])}"


def study_numbered(number: int, *, language: str) -> CaseStudyPage | None:
    """The public study with that number, in this language where it exists, else as it was written first."""
    pages = list(CaseStudyPage.objects.live().public().filter(number=number).select_related("locale").order_by("pk"))
    same = (page for page in pages if page.locale.language_code == language)
    return next(same, next(iter(pages), None))


def citation(study: Cited) -> str:
    """In a sentence, in the study's language."""
    with override(study.language):
        year = f" ({in_digits_of(study.language, study.year)})" if study.year else ""
        told = {"name": study.publisher, "number": in_digits_of(study.language, str(study.number))}
        shelf = _("Case studies, %(name)s, no. %(number)s.") if study.number else _("Case studies, %(name)s.")
        # Isolated, or an address would be written from its end in a line that runs from the right.
        address = f"\u2066{study.url}\u2069" if direction_of(study.language) == "rtl" else study.url
        return one_line(f"{study.author}{year}. {study.title}. {shelf % told} {address}")


def licence_words(page: CaseStudyPage) -> str:
    return str(page.get_licence_display())


def paper_in_store(page: CaseStudyPage) -> StudyPaper | None:
    return StudyPaper.objects.filter(page_id=page.pk).first()


def digest_of(sheet: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(sheet, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def sheet_of(page: CaseStudyPage) -> dict[str, Any]:
    """All that stands on paper, as the layout `study` wants it. A contact without consent is not in it."""
    language = page.locale.language_code
    with override(language):
        words = facets_of([page.pk])[page.pk]
        return {
            "language": language,
            "direction": direction_of(language),
            "network": network_on_paper(current_network(), language=language),
            "colours": dict(current_network().palette.light),
            "series": series_of(page),
            "title": page.title,
            "lede": page.objective,
            "organisation": page.organisation_name,
            "keywords": [str(word.label) for word in words["themes"]],
            "facts": facts_of(page, words=words),
            "words": labels(),
            "numerals": [in_digits_of(language, str(n)) for n in range(1, MOST_NUMERALS)],
            **told(page),
            **to_use(page),
        }


def network_on_paper(network: Network, *, language: str) -> dict[str, str]:
    named = {name: getattr(network, name).said(language).text for name in ("name", "short_name", "line")}
    return {"name": named["name"], "short": named["short_name"], "line": named["line"], "mark": drawing(network.mark)}


def drawing(mark: str) -> str:
    """The network's own mark, which was found to draw only when it came; else the house's."""
    if not mark or not default_storage.exists(mark):
        return HOUSE_MARK.read_text(encoding="utf-8")
    with default_storage.open(mark) as file:
        return str(file.read().decode())


def series_of(page: CaseStudyPage) -> str:
    if page.number is None:
        return _("Case study")
    return _("Case study no. %(number)s") % {"number": in_digits_of(site_language(), str(page.number))}


def facts_of(page: CaseStudyPage, *, words: Words) -> list[list[str]]:
    """Name and value; what is empty is left out."""
    place = page.place or listed(words, "countries")
    articles = ", ".join(in_digits_of(site_language(), word.code) for word in words["articles"])
    facts = [
        (_("Organisation"), page.organisation_name),
        (_("Place"), place),
        (_("Time"), span_of(page)),
        (_("Stage of the cycle"), listed(words, "stages")),
        (_("Articles"), articles),
        (_("Themes"), listed(words, "themes")),
    ]
    return [[name, value] for name, value in facts if value]


def listed(words: Words, name: str) -> str:
    return ", ".join(str(word.label) for word in words[name])


def labels() -> dict[str, str]:
    return {
        "changed": _("What changed"),
        "how": _("How it was done"),
        "purpose": _("Purpose:"),
        "tip": _("Tip"),
        "use": _("Use this study"),
        "contact": _("Contact"),
        "cite": _("Cite"),
    }


def told(page: CaseStudyPage) -> dict[str, Any]:
    """What the study tells, in the order of the page."""
    texts = [[_("Summary"), page.summary], [_("Result"), page.result]]
    passages = [
        [_("What was hard"), passages_of(page.challenges)],
        [_("What to do next"), passages_of(page.recommendations)],
    ]
    return {
        "impact": page.impact,
        "figures": [[block.value["number"], block.value["text"]] for block in page.figures],
        "texts": [[name, text] for name, text in texts if text],
        "phases": [phase_of(block.value, number=number) for number, block in enumerate(page.process, start=1)],
        "passages": [[name, found] for name, found in passages if found],
    }


def phase_of(value: Any, *, number: int) -> dict[str, Any]:
    title = value["title"] or _("Phase %(number)s") % {"number": number}
    return {
        "title": title,
        "purpose": value["purpose"],
        "steps": [str(step) for step in value["steps"]],
        "tips": [str(tip) for tip in value["tips"]],
    }


def passages_of(stream: Any) -> list[dict[str, str]]:
    return [{"heading": block.value["heading"] or "", "text": block.value["text"]} for block in stream]


def to_use(page: CaseStudyPage) -> dict[str, str]:
    study = cited(page)
    return {
        "contact": page.public_contacts,
        "citation": citation(study),
        "published": published(page),
        "licence": study.licence,
        "licence-url": licence_url(page.licence),
        "address": study.url,
    }


def published(page: CaseStudyPage) -> str:
    said, language = [], site_language()
    if page.first_published_at:
        said.append(_("Published %(published)s.") % {"published": format_day(page.first_published_at.date(), language)})
    if page.checked_on:
        day = format_day(page.checked_on, language)
        said.append(_("Checked with the organisation on %(checked)s.") % {"checked": day})
    return " ".join(said)


def span_of(page: CaseStudyPage) -> str:
    """2021 to today · 2022–2024 · May 2011 – June 2012, as the active language writes it."""
    begins = written(page.begins)
    if page.ongoing and begins:
        return _("%(begins)s to today") % {"begins": begins}
    if not page.ends or page.ends == page.begins:
        return begins
    dash = " – " if "-" in page.begins + page.ends else "–"
    return dash.join(filter(None, (begins, written(page.ends))))


def written(partial: str) -> str:
    """A partial ISO date in words, to the precision that it has; what is none comes back as it is."""
    language = site_language()
    parts = [int(part) for part in partial.split("-")] if partial.replace("-", "").isdigit() else []
    if len(parts) == 2:
        month = str(format_skeleton("yMMMM", date(parts[0], parts[1], 1), locale=language))
        return in_digits_of(language, month)
    return format_day(date(*parts), language) if len(parts) == 3 else in_digits_of(language, partial)
