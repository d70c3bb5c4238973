"""A random world with something to hide in every corner: a word of its own in each thing that can be found.

Built straight into the tables, in states that the actions of the site can bring about, because there are many.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from django.contrib.auth.models import Group as WagtailGroup
from wagtail.models import Page, PageViewRestriction

from cms.languages import TranslatedText, translated
from cms.models import StandardPage
from governance.assembly.models import AgendaItem, Assembly, Minutes, Motion, Paper
from governance.assembly.rules.words import State as MeetingState
from governance.decisions.models import Decision
from governance.decisions.rules import Procedure
from governance.decisions.rules import State as DecisionState
from members.accounts.models import User
from members.bulletin.actions import approve_issue, send_issue
from members.bulletin.models import Issue
from members.groups.models import Group
from members.groups.permissions import open_document_to
from members.groups.rules import Role, Visibility
from members.organisations.models import Organisation
from tests.factories.accounts import StaffFactory, UserFactory
from tests.factories.bulletin import IssueFactory, SectionFactory
from tests.factories.cms import case_study, standard_page
from tests.factories.decisions import BodyFactory, DecisionFactory, OfficeFactory
from tests.factories.groups import (
    DocumentFactory,
    GroupFactory,
    MeetingFactory,
    MembershipFactory,
    PostFactory,
    TopicFactory,
    VersionFactory,
)
from tests.factories.organisations import ContactFactory, OrganisationFactory, TermFactory
from tests.site import SiteRoot

NOON = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprtvz" for vowel in "aiou"]
SHARED = ("water", "school", "report", "budget")  # words that open and closed things have in common


@dataclass(kw_only=True)
class World:
    """`chance` decides everything; `words` are those that were given away, each to one thing."""

    chance: Random
    on: date
    site: SiteRoot
    people: list[User] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    author: User = field(default_factory=UserFactory)  # whoever reads a discussion reads who wrote in it

    def word(self) -> str:
        """Never given before, and no word of any language: five syllables."""
        made = "".join(self.chance.choices(SYLLABLES, k=5))
        self.words.append(made)
        return made if self.words.count(made) == 1 else self.word()

    def title(self) -> str:
        return f"{self.word()} {self.chance.choice(SHARED)}"

    def text(self) -> TranslatedText:
        return translated(en=self.title(), fr=self.title())

    def term(self) -> dict[str, date | None]:
        """Holding, over, to come; over today, and over from tomorrow."""
        begun, to_come = self.on - 900 * DAY, self.on + DAY
        until = self.chance.choice([None, None, None, None, self.on - DAY, self.on, to_come])
        return self.chance.choice(
            [
                {"from_on": begun, "until_on": until},
                {"from_on": begun, "until_on": until},
                {"from_on": begun, "until_on": until},
                {"from_on": to_come, "until_on": None},
            ]
        )

    def some(self, most: int) -> list[User]:
        return self.chance.sample(self.people, self.chance.randint(0, most))


def random_world(site: SiteRoot, *, seed: int, on: date, size: int = 4) -> World:
    world = World(chance=Random(seed), on=on, site=site)
    add_people(world, size)
    for _number in range(size):
        add_group(world)
        add_assembly(world)
        add_body(world)
        add_issue(world)
    add_pages(world, size)
    return world


def add_people(world: World, size: int) -> None:
    world.people = [UserFactory(name=world.title()) for _number in range(size * 3)]
    world.people += [StaffFactory(name=world.title(), is_superuser=flag) for flag in (True, False)]
    for _number in range(size):
        hidden = world.chance.random() < 0.4
        organisation = OrganisationFactory(name=world.title(), hidden=hidden, expertise=world.text())
        world.organisations.append(organisation)
        if world.chance.random() < 0.8:
            TermFactory(organisation=organisation, **world.term())
        for person in world.some(size):
            ContactFactory(user=person, organisation=organisation, **world.term())


def add_group(world: World) -> None:
    visibility = world.chance.choice([word.value for word in Visibility])
    group = GroupFactory(name=world.text(), purpose=world.text(), visibility=visibility)
    world.groups.append(group)
    for person in world.some(5):
        role = world.chance.choice([word.value for word in Role])
        MembershipFactory(group=group, person=person, role=role, **world.term())
    topic = TopicFactory(group=group, title=world.title())
    for language in ("en", "fr"):
        PostFactory(topic=topic, author=world.author, body=world.title(), language=language)
    document = DocumentFactory(group=group, title=world.title())
    VersionFactory(document=document, author=world.author, text=world.title())
    for person in world.some(2):
        open_document_to(person, document=document)
    MeetingFactory(group=group, title=world.text(), agenda=world.text())


def add_assembly(world: World) -> None:
    state = world.chance.choice([MeetingState.DRAFT, MeetingState.CONVENED])
    number = Assembly.objects.count() + 1
    assembly = Assembly.objects.create(
        slug=f"assembly-{number}",
        title=world.text(),
        place=world.text(),
        opens_at=NOON,
        closes_at=NOON + DAY,
        record_on=NOON.date(),
        state=state.value,
        convened_at=NOON - 60 * DAY if state is MeetingState.CONVENED else None,
    )
    item = AgendaItem.objects.create(assembly=assembly, number=1, title=world.text())
    Paper.objects.create(item=item, number=1, title=world.text())
    Motion.objects.create(assembly=assembly, item=item, number=1, title=world.text(), text=world.text())
    Minutes.objects.create(assembly=assembly, text=world.text(), drafted_at=NOON)


def add_body(world: World) -> None:
    body = BodyFactory()
    for person in world.some(3):
        OfficeFactory(body=body, user=person, **world.term())
    for state in DecisionState:
        for procedure in Procedure:
            if world.chance.random() < 0.5:
                add_decision(world, body, state, procedure)


def add_decision(world: World, body: Any, state: DecisionState, procedure: Procedure) -> None:
    opened = state is not DecisionState.DRAFT and (state is not DecisionState.WITHDRAWN or world.chance.random() < 0.5)
    numbered = {"year": 2026, "number": Decision.objects.count() + 1, "opened_at": NOON, "deadline_at": NOON + DAY}
    settled = state not in (DecisionState.DRAFT, DecisionState.OPEN)
    DecisionFactory(
        body=body,
        title=world.text(),
        text=world.text(),
        state=state.value,
        procedure=procedure.value,
        proposed_by=world.author,
        settled_at=NOON if settled else None,
        ratified_on=NOON.date() if state is DecisionState.RATIFIED else None,
        **(numbered if opened else {}),
    )


def add_issue(world: World) -> None:
    number = Issue.objects.count() + 1
    is_public = world.chance.random() < 0.5
    issue = IssueFactory(
        number=number, title=three(world), lead=three(world), is_public=is_public, author=world.people[-1]
    )
    SectionFactory(issue=issue, title=three(world), text=three(world))
    if world.chance.random() < 0.7:
        approve_issue(issue, by=world.people[-2], now=NOON)
        send_issue(issue, now=NOON)


def three(world: World) -> TranslatedText:
    return translated(en=world.title(), fr=world.title(), es=world.title())


def add_pages(world: World, size: int) -> None:
    """Pages and studies in two languages; some restricted, some below restricted ones, some drafts."""
    insiders = WagtailGroup.objects.create(name=world.word())
    for person in world.some(size):
        person.groups.add(insiders)
    for number in range(size * 2):
        for page in page_in_two_languages(world, number):
            for place in (page, *children_of(world, page)):
                maybe_close(world, place, insiders)


def page_in_two_languages(world: World, number: int) -> Iterator[Page]:
    first = standard_page(world.site, title=world.title(), slug=f"page-{number}", lede=world.title())
    yield first
    key = {"translation_key": first.translation_key}
    yield standard_page(world.site, language="fr", title=world.title(), slug=f"page-{number}", **key)
    study = case_study(world.site, title=world.title(), summary=world.title())
    yield study
    yield case_study(world.site, language="fr", title=world.title(), translation_key=study.translation_key)


def children_of(world: World, page: Page) -> list[Page]:
    if not isinstance(page, StandardPage) or world.chance.random() < 0.6:
        return []
    return [page.add_child(instance=StandardPage(title=world.title(), locale=page.locale))]


def maybe_close(world: World, page: Page, insiders: WagtailGroup) -> None:
    kind = world.chance.choice(["", "", "login", "groups", "password", "draft"])
    if kind == "draft":
        page.unpublish()
    elif kind:
        restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, password="kite")
        restriction.groups.set([insiders] if kind == "groups" else [])
