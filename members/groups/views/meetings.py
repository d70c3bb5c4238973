"""Meetings of a group: planning, looking, taking along in a calendar."""

from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from members.groups import actions, queries
from members.groups.actions import GroupRefused
from members.groups.forms import AttendanceForm, MeetingForm
from members.groups.models import GroupMeeting
from members.groups.rules import Event, calendar_file
from members.groups.views.seeing import Visit, visit_inside
from members.organisations.permissions import members_only


@members_only
def meetings(request: HttpRequest, slug: str) -> HttpResponse:
    here = visit_inside(request, slug)
    context = {
        "group": here.group,
        "place": here.place,
        "to_come": queries.meetings_to_come(here.group, now=here.now),
        "past": queries.meetings_past(here.group, now=here.now),
    }
    return _in_own_time(request, here, "groups/meetings.html", context)


@members_only
def meeting(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    here = visit_inside(request, slug)
    found = meeting_in(here, key)
    context = {
        "group": here.group,
        "place": here.place,
        "meeting": found,
        "is_over": found.ends_at <= here.now,
        "has_begun": found.starts_at <= here.now,
        "present": queries.people_present(found),
    }
    return _in_own_time(request, here, "groups/meeting.html", context)


@members_only
def calendar(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """The meeting as an iCalendar file."""
    here = visit_inside(request, slug)
    found = meeting_in(here, key)
    page = settings.SITE_ADDRESS + reverse("groups:meeting", args=[slug, key])
    event = Event(
        uid=found.uid,
        sequence=found.sequence,
        told_at=here.now,
        starts_at=found.starts_at,
        ends_at=found.ends_at,
        title=f"{found.title} ({here.group})",
        place=", ".join(part for part in (str(found.place), found.link) if part),
        agenda=str(found.agenda),
        address=page,
        is_cancelled=found.cancelled_at is not None,
    )
    answer = HttpResponse(calendar_file(event), content_type="text/calendar; charset=utf-8; method=PUBLISH")
    answer["Content-Disposition"] = f'attachment; filename="{slug}-{key}.ics"'
    return answer


@members_only
def plan_meeting(request: HttpRequest, slug: str) -> HttpResponse:
    here = planner(request, slug)
    with timezone.override(ZoneInfo(here.person.time_zone)):
        form = MeetingForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                made = actions.plan_meeting(here.group, by=here.person, now=here.now, **form.cleaned_data)
            except GroupRefused as refusal:
                form.add_error("ends_at", str(refusal))
            else:
                return redirect("groups:meeting", slug=slug, key=made.key)
        return _form_page(request, here, form)


@members_only
def change_meeting(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    here = planner(request, slug)
    found = meeting_in(here, key)
    with timezone.override(ZoneInfo(here.person.time_zone)):
        initial = {name: getattr(found, name) for name in MeetingForm.base_fields}
        form = MeetingForm(request.POST or None, initial=initial)
        if request.method == "POST" and form.is_valid():
            try:
                actions.change_meeting(found, by=here.person, now=here.now, **form.cleaned_data)
            except GroupRefused as refusal:
                form.add_error("ends_at", str(refusal))
            else:
                return redirect("groups:meeting", slug=slug, key=key)
        return _form_page(request, here, form, meeting=found)


@require_POST
@members_only
def cancel_meeting(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    here = planner(request, slug)
    try:
        actions.cancel_meeting(meeting_in(here, key), by=here.person, now=here.now)
    except GroupRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("groups:meeting", slug=slug, key=key)


@members_only
def attendance(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """A co-chair ticks who was there."""
    here = visit_inside(request, slug)
    if not here.place.leads:
        raise Http404
    found = meeting_in(here, key)
    people = queries.people_of(here.group, on=here.today) | queries.people_present(found)
    form = AttendanceForm(
        # Nobody ticked is an answer too.
        request.POST if request.method == "POST" else None,
        people=people.distinct(),
        initial={"people": queries.people_present(found)},
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.note_attendance(found, people=form.cleaned_data["people"], by=here.person, now=here.now)
        except GroupRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("groups:meeting", slug=slug, key=key)
    context = {"group": here.group, "place": here.place, "meeting": found, "form": form}
    return render(request, "groups/attendance.html", context)


def planner(request: HttpRequest, slug: str) -> Visit:
    here = visit_inside(request, slug)
    if not here.place.plans:
        raise Http404
    return here


def meeting_in(here: Visit, key: str) -> GroupMeeting:
    found = queries.meeting_readable(key, group=here.group, person=here.person, on=here.today)
    if found is None:
        raise Http404
    return found


def _form_page(
    request: HttpRequest, here: Visit, form: MeetingForm, meeting: GroupMeeting | None = None
) -> HttpResponse:
    context: dict[str, Any] = {"group": here.group, "place": here.place, "form": form, "meeting": meeting}
    return render(request, "groups/plan_meeting.html", {**context, "zone": here.person.time_zone})


def _in_own_time(request: HttpRequest, here: Visit, template: str, context: dict[str, Any]) -> HttpResponse:
    with timezone.override(ZoneInfo(here.person.time_zone)):
        return render(request, template, {**context, "zone": here.person.time_zone})
