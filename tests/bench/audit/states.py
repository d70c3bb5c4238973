"""The addresses that no link of a page leads to."""

from collections.abc import Iterator

from django.urls import reverse

from tests.bench.audit.seeding import COMING, CONVENED


def seeds(who: str) -> list[str]:
    """Addresses in the first language to begin with, besides those without an object."""
    return [*by_person().get(who, ())]


def by_person() -> dict[str, list[str]]:
    return {
        "anonymous": [*forms_sent()],
        "member": [*of_the_member()],
        "teller": [*counts()],
        "co-chair": [*of_the_groups()],
        "secretariat": [*of_the_desk()],
    }


def forms_sent() -> Iterator[str]:
    from cms.models import FormPage

    for page in FormPage.objects.live().filter(locale__language_code="en"):
        yield f"{page.url}?sent=1"


def of_the_member() -> Iterator[str]:
    from governance.assembly.models import Assembly

    before = Assembly.objects.get(state="minuted")
    yield f"/en/assembly/{CONVENED}/proxy/lantern-forum/"
    yield f"/en/assembly/{before.slug}/minutes/object/"


def counts() -> Iterator[str]:
    from governance.assembly.models import Assembly
    from governance.voting.models import Ballot

    slugs = dict(Assembly.objects.values_list("electorate", "slug"))
    for ballot in Ballot.objects.filter(state="counted").order_by("pk"):
        yield f"/en/assembly/{slugs[ballot.electorate_id]}/counts/{ballot.key}/"


def of_the_groups() -> Iterator[str]:
    from members.groups.models import GroupMeeting

    for meeting in GroupMeeting.objects.select_related("group").order_by("pk"):
        yield f"/en/groups/{meeting.group.slug}/meetings/{meeting.key}/attendance/"


def of_the_desk() -> Iterator[str]:
    from governance.assembly.models import Assembly
    from governance.decisions.models import Body, Decision

    for meeting in Assembly.objects.order_by("-pk"):
        yield from (reverse(f"assembly_desk:{name}", args=[meeting.pk]) for name in ("edit", "agenda", "minutes"))
    coming = Assembly.objects.get(slug=COMING)
    motion, election = coming.motions.get(), coming.elections.get()
    yield reverse("assembly_desk:add-election", args=[coming.pk])
    yield reverse("assembly_desk:edit-motion", args=[coming.pk, motion.key])
    yield reverse("assembly_desk:edit-election", args=[coming.pk, election.key])
    yield reverse("assembly_desk:add-candidate", args=[coming.pk, election.key])
    yield from (reverse("decision:propose", args=[body.pk]) for body in Body.objects.order_by("pk"))
    yield from (reverse("decision:meeting", args=[one.pk]) for one in Decision.objects.filter(state="draft"))


def editors() -> list[tuple[str, str]]:
    """(state, address): Wagtail's form of one page of each type of ours, and an empty one."""
    from wagtail.models import Page

    from cms.models import CaseStudyPage

    pages = Page.objects.live().filter(locale__language_code="en", depth__gt=1).order_by("path").specific()
    first = {type(page).__name__: page for page in reversed(pages)}
    found = [(f"editor of {kind}", reverse("wagtailadmin_pages:edit", args=[page.pk])) for kind, page in first.items()]
    parent = CaseStudyPage.objects.filter(locale__language_code="en").order_by("path")[0].get_parent()
    assert parent is not None
    add = reverse("wagtailadmin_pages:add", args=["cms", "casestudypage", parent.pk])
    return [*found, ("new CaseStudyPage", add), ("account", reverse("wagtailadmin_account"))]
