"""Questions about the bulletin."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from django.utils.translation import get_language_from_path
from wagtail.models import Page

from cms.languages import LANGUAGES
from cms.models import PlenaryImage
from cms.queries import PictureUse, wanting_consent
from members.accounts.models import User
from members.bulletin.models import Issue, Section
from members.bulletin.rules import Finding, IssueState, findings
from members.delivery.rules import HeaderRefused, Recipient
from members.organisations.models import Contact, MembershipTerm
from members.organisations.queries import bulletin_readers

# The name under which Wagtail serves every page.
PAGES = "wagtail_serve"


def latest_issues(user: User | AnonymousUser, *, on: date, count: int = 3) -> list[Issue]:
    """The newest that this person may read, the newest first."""
    return list(Issue.objects.visible_to(user, on=on).newest_first()[:count])


def archive(user: User | AnonymousUser, *, on: date) -> list[Issue]:
    """Every issue that this person may read, the newest first."""
    return list(Issue.objects.visible_to(user, on=on).newest_first())


def issue_of(number: int, *, user: User | AnonymousUser, on: date) -> Issue | None:
    """The issue with its sections in order; None when this person may not read it."""
    return Issue.objects.visible_to(user, on=on).select_related("corrects").filter(number=number).first()


def readers_of(issue: Issue, *, on: date) -> list[Recipient]:
    """Everybody with a role in a member or observer organisation on that day, in the issue's segment, once each."""
    people = bulletin_readers(on=on)
    categories = list(issue.segment.categories.all()) if issue.segment else []
    if categories:
        terms = MembershipTerm.objects.on(on).filter(category__in=categories)
        inside = Contact.objects.on(on).filter(organisation__in=terms.values("organisation"))
        chosen = set(inside.values_list("user_id", flat=True))
        people = [person for person in people if person.pk in chosen]
    return [reader for reader in map(_recipient, people) if reader is not None]


@dataclass(frozen=True, kw_only=True)
class News:
    """A section as it may be shown on a day: without its picture once no consent covers it any more."""

    section: Section
    picture: PlenaryImage | None


def news_of(issue: Issue, *, on: date) -> list[News]:
    sections = issue.news
    barred = barred_pictures(sections, issue=issue, on=on)
    return [
        News(section=section, picture=None if section.picture_id in barred else section.picture) for section in sections
    ]


def barred_pictures(sections: Iterable[Section], *, issue: Issue, on: date) -> set[int]:
    pictures = [section.picture for section in sections if section.picture]
    return wanting_consent(pictures, uses=issue.uses_of_pictures, on=on)


def picture_use(issue: Issue) -> PictureUse:
    """How the desk for pictures lists an issue: what became of it, and the way to its own desk."""
    return PictureUse(
        label=str(issue),
        kind=str(issue._meta.verbose_name),
        url=reverse("issue:desk", args=[issue.pk]),
        live=issue.state == IssueState.SENT,
        state=str(issue.get_state_display()),
    )


def findings_of(issue: Issue, *, on: date) -> list[Finding]:
    """The check list, answered."""
    content, sections = issue.content, issue.news
    barred = barred_pictures(sections, issue=issue, on=on)
    return findings(
        content,
        languages=LANGUAGES,
        readers=len(readers_of(issue, on=on)),
        dead_links={section.link for section in content.sections if is_dead(section.link)},
        barred_pictures={one.picture.file_hash for one in sections if one.picture and one.picture.pk in barred},
    )


def is_dead(link: str) -> bool:
    """Whether a link leads into our site, to no page that is published there. Other sites are not asked."""
    address, ours = urlsplit(link), urlsplit(settings.SITE_ADDRESS)
    if not link or (address.hostname, address.port) != (ours.hostname, ours.port):
        return False
    path = unquote(address.path) or "/"
    with translation.override(get_language_from_path(path) or settings.LANGUAGE_CODE):
        return not any(_leads_somewhere(one) for one in (path, f"{path}/"))


def _leads_somewhere(path: str) -> bool:
    try:
        return resolve(path).url_name != PAGES or _is_published(path)
    except Resolver404:
        return False


def _is_published(path: str) -> bool:
    slugs = path.strip("/").split("/")
    named = Page.objects.live().filter(Q(slug=slugs[-1]) | Q(depth=2))
    return any(urlsplit(page.get_full_url() or "").path.rstrip("/") == path.rstrip("/") for page in named)


def _recipient(person: User) -> Recipient | None:
    try:
        return Recipient(
            address=person.email, language=person.language, user_id=person.pk, name=person.get_short_name()
        )
    except HeaderRefused:
        # One unusable address must not hold back everybody's bulletin; it is missing from the number shown.
        return None
