"""Whatever changes what can be found, or who finds it, is told to the index."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.languages import translated
from members.accounts.models import User
from members.groups.models import Group, Topic
from members.groups.permissions import close_document_to, open_document_to
from members.groups.rules import Visibility
from search.actions import rebuild, replay
from search.actions.numbering import number_entries, turn_days
from search.actions.rebuilding import enthrone
from search.actions.replaying import alone_with
from search.engines.configured import engines
from search.engines.embedded import EmbeddedEngine
from search.models import IndexVersion, JournalEntry, JournalHead
from search.queries.audiences import audience_of
from search.queries.studies import result_of
from search.rules.journal import What
from search.rules.kinds import Source, id_of
from search.rules.questions import Query
from search.tasks import replay_journal
from tests.factories.accounts import StaffFactory
from tests.factories.cms import standard_page
from tests.factories.groups import DocumentFactory, GroupFactory, VersionFactory, discussion, person_in
from tests.factories.organisations import ContactFactory, OrganisationFactory, TermFactory, delegate_of, member
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
Finds = Callable[..., set[str]]


@pytest.fixture
def finds(site_root: SiteRoot, site_engine: str, now: datetime) -> Finds:
    """What a person finds after the worker has been by."""
    rebuild(now=now)

    def found(person: User, text: str) -> set[str]:
        replay_journal(timezone.now())
        audience = audience_of(person, on=timezone.now().date())
        return {hit.id for hit in result_of(Query(text=text, audience=audience, size=50)).hits}

    return found


def test_a_group_that_closes_takes_its_content_away(finds: Finds) -> None:
    reader = delegate_of(member())
    group = GroupFactory(visibility=Visibility.OPEN.value)
    topic = discussion(group, author=person_in(group), title="Zanzibar")
    before = finds(reader, "zanzibar")

    group.visibility = Visibility.LISTED.value
    group.save(update_fields=["visibility"])

    assert before == {id_of(Source.DISCUSSION, topic.pk)}
    assert finds(reader, "zanzibar") == set()


def test_a_membership_opens_a_group_without_telling_the_index(finds: Finds) -> None:
    group = GroupFactory(visibility=Visibility.HIDDEN.value)
    topic = discussion(group, author=person_in(group), title="Zanzibar")
    replay()
    told = JournalHead.objects.get().last

    newcomer = person_in(group)

    assert finds(newcomer, "zanzibar") == {id_of(Source.DISCUSSION, topic.pk)}
    notes = JournalEntry.objects.filter(what=What.WORK, which__startswith="discussion", sequence__gt=told)
    assert not notes.exists()


def test_a_document_is_opened_to_one_person_and_closed_again(finds: Finds) -> None:
    group = GroupFactory(visibility=Visibility.HIDDEN.value)
    document = DocumentFactory(group=group, title="Zanzibar")
    VersionFactory(document=document, author=person_in(group))
    guest = delegate_of(member())
    before = finds(guest, "zanzibar")

    open_document_to(guest, document=document)
    opened = finds(guest, "zanzibar")
    close_document_to(guest, document=document)

    assert (before, opened) == (set(), {id_of(Source.DOCUMENT, document.pk)})
    assert finds(guest, "zanzibar") == set()


def test_an_organisation_at_risk_takes_its_people_with_it(finds: Finds) -> None:
    reader, organisation = delegate_of(member()), member(name="Zanzibar")
    person = delegate_of(organisation, name="Zanzibar Quispe")
    before = finds(reader, "zanzibar")

    organisation.hidden = True
    organisation.save()

    assert before == {id_of(Source.ORGANISATION, organisation.pk), id_of(Source.PERSON, person.pk)}
    assert finds(reader, "zanzibar") == set()
    assert finds(person, "zanzibar") == before


def test_a_restricted_page_changes_its_readers(finds: Finds, site_root: SiteRoot) -> None:
    page = standard_page(site_root, title="Zanzibar")
    reader = delegate_of(member())
    key = id_of(Source.PAGE, page.translation_key)
    before = finds(reader, "zanzibar")

    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    closed = finds(reader, "zanzibar")
    restriction.delete()

    assert (before, closed) == ({key}, {f"{key}~en"})
    assert finds(reader, "zanzibar") == {key}


def test_an_organisation_comes_and_goes_with_the_days(finds: Finds) -> None:
    """Nothing is saved on the day itself: the calendar is told once a day."""
    today = timezone.now().date()
    TermFactory(organisation=OrganisationFactory(name="Zanzibar"), from_on=today - 9 * DAY, until_on=today)
    secretary = StaffFactory()
    finds(secretary, "zanzibar")
    JournalEntry.objects.all().delete()
    JournalHead.objects.update(day=today - DAY)

    noted = turn_days(on=today)

    assert (noted, turn_days(on=today), turn_days(on=today - DAY)) == (1, 0, 0)
    assert JournalEntry.objects.get().what == What.ORGANISATION


def test_a_sign_in_is_none_of_the_searchs_business() -> None:
    person = ContactFactory(organisation=member()).user
    JournalEntry.objects.all().delete()

    person.last_login = timezone.now()
    person.save(update_fields=["last_login"])

    assert not JournalEntry.objects.exists()


def test_entries_that_say_the_same_are_kept_once(site_root: SiteRoot) -> None:
    topic = discussion(GroupFactory(), author=person_in(GroupFactory()))
    number_entries()
    first = JournalEntry.objects.get(which=id_of(Source.DISCUSSION, topic.pk)).sequence
    for number in range(5):
        topic.title = f"Title {number}"
        topic.save()

    number_entries()

    (entry,) = JournalEntry.objects.filter(which=id_of(Source.DISCUSSION, topic.pk))
    assert (entry.sequence or 0) > (first or 0)
    assert entry.sequence == JournalHead.objects.get().last


def test_what_every_index_was_told_is_forgotten(finds: Finds) -> None:
    discussion(GroupFactory(), author=person_in(GroupFactory()))

    finds(StaffFactory(), "anything")
    finds(StaffFactory(), "anything")

    assert JournalEntry.objects.exclude(sequence=None).count() == 0


def test_what_an_index_being_built_still_needs_is_kept(finds: Finds, now: datetime) -> None:
    for engine in engines():
        last = JournalHead.objects.get().last
        IndexVersion.objects.create(engine=engine.name, sequence=last, begun_at=now)
    topic = discussion(GroupFactory(), author=person_in(GroupFactory()))

    finds(StaffFactory(), "anything")

    assert JournalEntry.objects.filter(which=id_of(Source.DISCUSSION, topic.pk)).exists()


def test_one_worker_tells_at_a_time(finds: Finds) -> None:
    group = GroupFactory(visibility=Visibility.OPEN.value)
    discussion(group, author=person_in(group), title="Zanzibar")

    told = []
    with_each = [alone_with(engine, patient=False) for engine in engines()]
    for door in with_each:
        assert door.__enter__()
    told.append(replay())
    for door in with_each:
        door.__exit__(None, None, None)

    assert told == [0]
    assert finds(StaffFactory(), "zanzibar") != set()


class Killed(BaseException):
    """What no code catches: as if the process ended here."""


@pytest.mark.parametrize("step", ["prepare", "index", "activate"])
def test_a_rebuild_that_is_killed_loses_nothing(
    finds: Finds, now: datetime, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    group = GroupFactory(visibility=Visibility.OPEN.value)
    author = person_in(group)

    def killed(*_given: object, **_more: object) -> None:
        discussion(group, author=author, title="Zanzibar")
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(EmbeddedEngine, step, killed)
        with pytest.raises(Killed):
            rebuild(now=now, choices=[engines()[-1]])

    assert len(finds(StaffFactory(), "zanzibar")) == 1
    rebuild(now=now)
    assert len(finds(StaffFactory(), "zanzibar")) == 1
    assert IndexVersion.objects.live().count() == len(engines())


def test_the_live_version_is_one_whatever_happens(finds: Finds, now: datetime, tmp_path: Path) -> None:
    name = engines()[-1].name
    version = IndexVersion.objects.create(engine=name, begun_at=now)

    enthrone(version, 7)

    assert list(IndexVersion.objects.live().filter(engine=name)) == [version]


def test_every_change_of_a_group_names_the_group(site_root: SiteRoot) -> None:
    group: Group = GroupFactory(name=translated(en="Wells"))
    topic: Topic = discussion(group, author=person_in(group))
    JournalEntry.objects.all().delete()

    group.save()
    topic.save()

    assert set(JournalEntry.objects.values_list("what", "which")) == {
        (What.GROUP, str(group.pk)),
        (What.WORK, f"discussion-{topic.pk}"),
    }
