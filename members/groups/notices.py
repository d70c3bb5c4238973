"""Mails from a group. They leave through the ledger of members.delivery, and say how to get fewer of them."""

from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from cms.languages.formats import format_moment
from members.accounts.models import User
from members.delivery.rules import Rendered
from members.groups.models import Document, DocumentVersion, Group, GroupMeeting, JoinRequest, Post, Task
from members.groups.queries import Digest

LONGEST_SUBJECT = 200


@dataclass(frozen=True, kw_only=True)
class Note:
    """One thing that happened: a sentence, what somebody wrote in their own language, and where to go."""

    group: Group
    subject: str
    sentence: str
    path: str
    link: str
    quote: str = ""
    quote_language: str = ""


def post_written(post: Post, language: str) -> Rendered:
    group = post.topic.group
    with translation.override(language):
        about = {"who": post.author.name, "title": post.topic.title, "group": group}
        note = Note(
            group=group,
            subject=_("%(group)s: %(title)s") % about,
            sentence=_("%(who)s wrote in the discussion “%(title)s”:") % about,
            path=f"{reverse('groups:topic', args=[group.slug, post.topic.key])}#{post.key}",
            link=_("Read the discussion and reply"),
            quote=post.body,
            quote_language=post.language,
        )
        return _rendered(note, language)


def version_added(version: DocumentVersion, language: str) -> Rendered:
    document = version.document
    with translation.override(language):
        about = {"who": version.author.name, "title": document.title, "number": version.number}
        sentence = _("%(who)s added the document “%(title)s”, version %(number)s.") % about
        return _rendered(_about_document(document, sentence=sentence), language)


def document_opened(document: Document, language: str) -> Rendered:
    """For somebody who is not in the group."""
    with translation.override(language):
        about = {"title": document.title, "group": document.group}
        sentence = _("The group “%(group)s” opened its document “%(title)s” to you.") % about
        note = Note(
            group=document.group,
            subject=_("%(group)s: %(title)s") % about,
            sentence=sentence,
            path=reverse("groups:list"),
            link=_("You find it among your groups"),
        )
        return _rendered(note, language)


def _about_document(document: Document, *, sentence: str) -> Note:
    return Note(
        group=document.group,
        subject=_("%(group)s: %(title)s") % {"group": document.group, "title": document.title},
        sentence=sentence,
        path=reverse("groups:detail", args=[document.group.slug]) + "#docs",
        link=_("See the documents of the group"),
    )


def request_made(request: JoinRequest, language: str) -> Rendered:
    """For the co-chairs."""
    with translation.override(language):
        about = {"who": request.person.name, "group": request.group}
        note = Note(
            group=request.group,
            subject=_("%(who)s asks to join the group “%(group)s”") % about,
            sentence=_("%(who)s asks to join the group “%(group)s”. Let them in, or decline.") % about,
            path=reverse("groups:detail", args=[request.group.slug]),
            link=_("Answer the request"),
            quote=request.why,
            quote_language=request.person.language,
        )
        return _rendered(note, language)


def request_declined(group: Group, language: str) -> Rendered:
    with translation.override(language):
        note = Note(
            group=group,
            subject=_("Your request to join the group “%(group)s”") % {"group": group},
            sentence=_("The co-chairs of the group “%(group)s” did not accept your request.") % {"group": group},
            path=reverse("groups:list"),
            link=_("See the other groups"),
        )
        return _rendered(note, language)


def let_in(group: Group, language: str) -> Rendered:
    with translation.override(language):
        return _rendered(_in_the_group(group, _("You are now in the group “%(group)s”.") % {"group": group}), language)


def _in_the_group(group: Group, sentence: str) -> Note:
    path = reverse("groups:detail", args=[group.slug])
    return Note(group=group, subject=sentence, sentence=sentence, path=path, link=_("Go to the group"))


def task_given(task: Task, language: str, *, by: User) -> Rendered:
    with translation.override(language):
        about = {"who": by.name, "what": task.what, "group": task.group}
        note = Note(
            group=task.group,
            subject=_("A task for you: %(what)s") % about,
            sentence=_("%(who)s gave you a task in the group “%(group)s”: %(what)s") % about,
            path=reverse("groups:detail", args=[task.group.slug]) + "#tasks",
            link=_("See your tasks in the group"),
        )
        return _rendered(note, language)


def meeting_planned(meeting: GroupMeeting, language: str) -> Rendered:
    with translation.override(language):
        return _about_meeting(meeting, _("A meeting of the group: %(title)s, %(when)s (UTC)."), language)


def meeting_changed(meeting: GroupMeeting, language: str) -> Rendered:
    with translation.override(language):
        return _about_meeting(meeting, _("This meeting has changed: %(title)s, %(when)s (UTC)."), language)


def meeting_cancelled(meeting: GroupMeeting, language: str) -> Rendered:
    with translation.override(language):
        return _about_meeting(meeting, _("This meeting does not take place: %(title)s, %(when)s (UTC)."), language)


def _about_meeting(meeting: GroupMeeting, sentence: str, language: str) -> Rendered:
    when = format_moment(meeting.starts_at, language)
    note = Note(
        group=meeting.group,
        subject=_("%(group)s: %(title)s") % {"group": meeting.group, "title": meeting.title},
        sentence=sentence % {"title": meeting.title, "when": when},
        path=reverse("groups:meeting", args=[meeting.group.slug, meeting.key]),
        link=_("See the meeting and put it in your calendar"),
    )
    return _rendered(note, language)


def digest(news: Digest, language: str) -> Rendered:
    """What is new in a person's groups since the last one."""
    with translation.override(language):
        subject = _("New in your groups: %(groups)s") % {"groups": ", ".join(str(one.group) for one in news.groups)}
        context = {"news": news, "language": language, "site": settings.SITE_ADDRESS}
        return _both_forms("digest", context, subject=subject)


def _rendered(note: Note, language: str) -> Rendered:
    address = urljoin(settings.SITE_ADDRESS, note.path)
    fewer = urljoin(settings.SITE_ADDRESS, reverse("groups:mail", args=[note.group.slug]))
    # The places that delivery fills for each reader are not for what people write.
    quote = note.quote.replace("[[", "[ [")
    context = {"note": note, "quote": quote, "language": language, "address": address, "fewer": fewer}
    return _both_forms("note", context, subject=note.subject)


def _both_forms(name: str, context: dict[str, object], *, subject: str) -> Rendered:
    text = render_to_string(f"groups/mail/{name}.txt", context)
    html = render_to_string(f"groups/mail/{name}.html", context)
    return Rendered(subject=one_line(subject), text=text, html=html)


def one_line(text: str) -> str:
    """What fits a mail's header: a line break in a title would begin another header (RFC 5322 §2.2)."""
    printable = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(printable.split())[:LONGEST_SUBJECT]
