"""Where pages are: addresses by name, with `{}` for the language, for whoever walks through all of them."""

from collections.abc import Iterator

from wagtail.models import Page

from governance.assembly.models import Assembly
from governance.decisions.models import Decision
from governance.voting.models import Ballot
from members.groups.models import GroupMeeting, Topic

PUBLIC = {
    "search": "/{}/search/?q=plan",
    "search-nothing": "/{}/search/?q=zzqqxx",
    "plan": "/{}/plan/",
    "plan-children": "/{}/plan/children/",
    "bulletin": "/{}/bulletin/",
    "error": "/{}/no-such-page/",
    "sign-in": "/{}/accounts/login/",
    "new-password": "/{}/accounts/password/reset/",
}
MEMBERS = {
    "today": "/{}/today/",
    "assemblies": "/{}/assembly/",
    "groups": "/{}/groups/",
    "directory": "/{}/directory/",
    "directory-entry": "/{}/directory/lantern-forum/",
    "people-of-an-organisation": "/{}/directory/lantern-forum/people/",
    "offers": "/{}/directory/~/offers/",
    "profile": "/{}/accounts/profile/",
    "security": "/{}/accounts/security/",
    "second-factor": "/{}/accounts/2fa/",
    "passkeys": "/{}/accounts/2fa/webauthn/",
    "sessions": "/{}/accounts/sessions/",
    "password": "/{}/accounts/password/change/",
    "sign-out": "/{}/accounts/logout/",
    "show-that-it-is-you": "/{}/accounts/reauthenticate/",
    "search-of-everything": "/{}/search/everything/?q=plan",
    "saved-searches": "/{}/search/saved/",
}
GROUP = {
    "group": "",
    "group-discussions": "discussions/",
    "group-start": "discussions/start/",
    "group-meetings": "meetings/",
    "group-people": "people/",
    "group-why": "why/",
    "group-mail": "mail/",
    "group-task": "tasks/add/",
    "group-document": "documents/add/",
}


def of_the_tree(language: str) -> dict[str, str]:
    """The first page of each kind in a language."""
    pages = Page.objects.live().public().filter(locale__language_code=language, depth__gt=1).specific()
    found: dict[str, str] = {}
    for page in pages.order_by("path"):
        found.setdefault(type(page).__name__.removesuffix("Page").lower(), str(page.url))
    return found


def of_the_assembly() -> Iterator[tuple[str, str]]:
    before, now = Assembly.objects.order_by("opens_at")
    yield "assembly", f"/{{}}/assembly/{now.slug}/"
    yield "assembly-over", f"/{{}}/assembly/{before.slug}/"
    yield "roll", f"/{{}}/assembly/{now.slug}/roll/"
    yield "object-to-the-roll", f"/{{}}/assembly/{now.slug}/roll/snowbell-forum/object/"
    yield "results", f"/{{}}/assembly/{before.slug}/results/"
    motion = Ballot.objects.get(state="open", secrecy="recorded")
    yield "ballot", f"/{{}}/assembly/{now.slug}/ballots/{motion.key}/"
    election = Ballot.objects.get(secrecy="secret", electorate=now.electorate)
    yield "election", f"/{{}}/assembly/{now.slug}/elections/{election.election.key}/"
    counted = Ballot.objects.get(secrecy="secret", electorate=before.electorate)
    yield "board", f"/{{}}/assembly/{before.slug}/board/{counted.key}/"
    yield "challenge", f"/{{}}/assembly/{before.slug}/ballots/{counted.key}/challenge/"


def of_the_groups() -> Iterator[tuple[str, str]]:
    group = "childrens-participation"
    yield from ((name, f"/{{}}/groups/{group}/{part}") for name, part in GROUP.items())
    meeting = GroupMeeting.objects.filter(group__slug=group).order_by("starts_at")[0]
    yield "group-meeting", f"/{{}}/groups/{group}/meetings/{meeting.key}/"
    topic = Topic.objects.filter(group__slug=group).order_by("-last_post_at")[0]
    yield "discussion", f"/{{}}/groups/{group}/discussions/{topic.key}/"


def of_the_decisions() -> Iterator[tuple[str, str]]:
    yield "decisions", "/{}/decisions/"
    yield "bulletin-issue", "/{}/bulletin/117/"
    for procedure in ("silence", "meeting"):
        newest = Decision.objects.filter(procedure=procedure).order_by("-opened_at")
        yield from ((f"decision-{procedure}", f"/{{}}/decisions/{one.key}/") for one in newest[:1])
