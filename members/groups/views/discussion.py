from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from members.accounts.models import User
from members.groups import actions, queries
from members.groups.actions import GroupRefused, PostRefused
from members.groups.forms import DiscussionForm, WrittenForm
from members.groups.queries import Discussion
from members.groups.views.seeing import visit_inside
from members.organisations.permissions import members_only

PAGE = 25


@members_only
def discussions(request: HttpRequest, slug: str) -> HttpResponse:
    here = visit_inside(request, slug)
    pages = Paginator(queries.discussions(here.group, reader=here.person), PAGE)
    context = {"group": here.group, "place": here.place, "page_obj": pages.get_page(request.GET.get("page"))}
    return render(request, "groups/discussions.html", context)


@members_only
def start(request: HttpRequest, slug: str) -> HttpResponse:
    here = visit_inside(request, slug)
    if not here.place.starts:
        raise Http404
    form = DiscussionForm(request.POST or None, initial={"language": here.person.language})
    if request.method == "POST" and form.is_valid():
        try:
            topic = actions.start_discussion(here.group, author=here.person, now=here.now, **form.cleaned_data)
        except PostRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("groups:topic", slug=slug, key=topic.key)
    return render(request, "groups/start.html", {"group": here.group, "place": here.place, "form": form})


@members_only
def topic(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """A discussion; a reply is posted to its own address."""
    now = timezone.now()
    assert isinstance(request.user, User)
    shown = queries.discussion(key, reader=request.user, on=now.date())
    if shown is None or shown.topic.group.slug != slug:
        raise Http404
    form = WrittenForm(request.POST or None, initial={"language": request.user.language})
    if request.method == "POST" and form.is_valid():
        try:
            post = actions.reply(shown.topic, author=request.user, now=now, **form.cleaned_data)
        except PostRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(f"{request.path}#{post.key}")
    actions.mark_read(shown.topic, reader=request.user, now=now)
    return _topic_page(request, shown, form=form)


def _topic_page(request: HttpRequest, shown: Discussion, *, form: WrittenForm) -> HttpResponse:
    assert isinstance(request.user, User)
    group, today = shown.topic.group, timezone.now().date()
    context = {
        "group": group,
        "place": queries.place_in(group, request.user, on=today),
        "numbers": queries.numbers_of(group, on=today),
        "discussion": shown,
        "topic": shown.topic,
        "form": form,
    }
    return render(request, "groups/topic.html", context)


@require_POST
@members_only
def close(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """A co-chair closes a discussion, or opens it again with `open=1`."""
    here = visit_inside(request, slug)
    shown = queries.discussion(key, reader=here.person, on=here.today)
    if shown is None or shown.topic.group != here.group:
        raise Http404
    changing = actions.reopen_discussion if request.POST.get("open") else actions.close_discussion
    try:
        changing(shown.topic, by=here.person, now=here.now)
    except GroupRefused as refusal:
        raise Http404 from refusal
    return redirect("groups:topic", slug=slug, key=key)
