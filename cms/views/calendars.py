"""Events as iCalendar (RFC 5545): one to save, all to subscribe to."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event

from cms.languages.text import site_language
from cms.models import EventPage
from cms.models.settings import current_network
from cms.queries import events_to_come, public_events


@require_safe
def event(request: HttpRequest, page: int, slug: str) -> HttpResponse:
    """Two events may have one slug, each under a page of its own; the number tells them apart."""
    found = get_object_or_404(public_events(language=site_language()), pk=page, slug=slug)
    return calendar([found], name=found.title, file=f"{found.slug}.ics")


@require_safe
def events(request: HttpRequest) -> HttpResponse:
    """What is to come, for a calendar program that asks again by itself."""
    language = site_language()
    name = f"{current_network().short_name.said(language).text}: {_('Events')}"
    return calendar(events_to_come(language=language, now=timezone.now()), name=name, file="events.ics")


def calendar(pages: Iterable[EventPage], *, name: str, file: str) -> HttpResponse:
    sheet = Calendar()
    sheet.add("prodid", f"-//Plenary//{site_language()}")
    sheet.add("version", "2.0")
    sheet.add("method", "PUBLISH")
    sheet.add("x-wr-calname", name)
    for page in pages:
        sheet.add_component(entry(page))
    response = HttpResponse(sheet.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file) or ""
    return response


def entry(page: EventPage) -> Event:
    """The UID stays when the page changes; SEQUENCE counts its revisions, so that calendars take the change."""
    if page.last_published_at is None:
        raise Http404
    found = Event()
    found.add("uid", f"{page.translation_key}@{page.locale.language_code}.plenary")
    found.add("sequence", page.latest_revision_id or 0)
    found.add("dtstamp", page.last_published_at)
    found.add("last-modified", page.last_published_at)
    found.add("dtstart", page.starts_at)
    if page.ends_at:
        found.add("dtend", page.ends_at)
    found.add("summary", page.title)
    found.add("location", page.place)
    found.add("description", "\n".join(filter(None, (page.lede, page.full_url))))
    found.add("url", page.full_url)
    return found
