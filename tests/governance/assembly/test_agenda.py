"""What a meeting will speak about is written while it is a draft, and stays as members were told."""

from collections.abc import Callable

import pytest
from django.core.files.base import ContentFile

from cms.languages import translated
from governance.assembly import actions
from governance.assembly.actions import AssemblyRefused
from governance.assembly.models import AgendaItem, Assembly, Candidacy, Election, Motion, Paper, Seat
from governance.ledger.models import Entry
from tests.factories.assembly import NOON, Meeting, add_item, closed, convened, draft

pytestmark = pytest.mark.django_db
TOLD = "Members were told of this assembly. What they were told cannot be changed any more."


def titles(meeting: Meeting) -> list[str]:
    items = meeting.assembly.agenda.order_by("number")
    assert [item.number for item in items] == list(range(1, len(items) + 1))
    return [str(item.title) for item in items]


def written(meeting: Meeting, title: str) -> AgendaItem:
    return actions.write_item(AgendaItem(assembly=meeting.assembly, title=translated(en=title)), now=NOON)


def test_items_stand_in_the_order_in_which_they_were_written() -> None:
    meeting = draft(motions=0, elections=0, organisations=1)

    first = written(meeting, "Opening")
    written(meeting, "Closing")
    first.title = translated(en="Welcome")
    actions.write_item(first, now=NOON)

    assert titles(meeting) == ["Welcome", "Closing"]
    assert Entry.objects.filter(kind="agenda item").count() == 3


@pytest.mark.parametrize(
    ("place", "expected"), [(1, "CABD"), (3, "ABCD"), (2, "ACBD"), (4, "ABDC"), (0, "CABD"), (99, "ABDC")]
)
def test_an_item_moves_to_a_place_and_no_further_than_an_end(place: int, expected: str) -> None:
    meeting = draft(motions=0, elections=0, organisations=1)
    _a, _b, third, _d = [written(meeting, title) for title in "ABCD"]

    actions.move_item(third, to=place, now=NOON)

    assert "".join(titles(meeting)) == expected


def test_an_item_is_removed_with_its_papers_and_the_others_close_up() -> None:
    meeting = draft(motions=0, elections=0, organisations=1)
    first, _second = written(meeting, "A"), written(meeting, "B")
    actions.add_paper(Paper(item=first, title=translated(en="Accounts")), now=NOON)

    actions.remove_item(first, now=NOON)

    assert (titles(meeting), Paper.objects.count()) == (["B"], 0)


@pytest.mark.parametrize(("motions", "elections"), [(1, 0), (0, 1)])
def test_an_item_under_which_something_is_decided_stays(motions: int, elections: int) -> None:
    meeting = draft(organisations=3, motions=motions, elections=elections)

    with pytest.raises(AssemblyRefused, match=r"^A motion or an election stands under this item\. Remove it first\.$"):
        actions.remove_item(meeting.assembly.agenda.get(), now=NOON)

    assert titles(meeting) == ["Item 1"]


def test_papers_are_numbered_and_may_come_until_the_close() -> None:
    meeting, over = convened(organisations=1, slug="told"), closed(organisations=5, slug="over")
    item = meeting.assembly.agenda.order_by("number")[0]
    late = over.assembly.agenda.order_by("number")[0]

    for title in ("Accounts", "Budget"):
        actions.add_paper(Paper(item=item, title=translated(en=title)), now=NOON)
    with pytest.raises(AssemblyRefused, match=r"^This assembly is over\. No paper can be added to it\.$"):
        actions.add_paper(Paper(item=late, title=translated(en="Late")), now=NOON)

    assert [str(paper) for paper in Paper.objects.order_by("number")] == ["1.1 Accounts", "1.2 Budget"]


def test_a_removed_paper_takes_its_file_with_it(django_capture_on_commit_callbacks: Callable[..., object]) -> None:
    meeting = draft(organisations=1, elections=0)
    paper = Paper(item=meeting.assembly.agenda.get(), title=translated(en="Accounts"))
    paper.file = ContentFile(b"figures", name="a.txt")
    actions.add_paper(paper, now=NOON)
    kept, name = paper.file.storage, str(paper.file.name)

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined] # a context manager
        actions.remove_paper(paper, now=NOON)

    assert not Paper.objects.exists()
    assert not kept.exists(name)


def test_what_members_were_told_does_not_change() -> None:
    meeting = convened(organisations=3)
    item = meeting.assembly.agenda.order_by("number")[0]
    paper = actions.add_paper(Paper(item=item, title=translated(en="Accounts")), now=NOON)
    acts: list[Callable[[], object]] = [
        lambda: written(meeting, "New"),
        lambda: actions.move_item(item, to=2, now=NOON),
        lambda: actions.remove_item(item, now=NOON),
        lambda: actions.remove_paper(paper, now=NOON),
        lambda: actions.delete_draft(meeting.assembly, now=NOON),
        lambda: actions.write_election(meeting.election, open_seats=2, now=NOON),
        lambda: actions.remove_election(meeting.election, now=NOON),
        lambda: actions.write_motion(meeting.motions[0], now=NOON),
        lambda: actions.remove_motion(meeting.motions[0], now=NOON),
    ]

    for act in acts:
        with pytest.raises(AssemblyRefused) as refused:
            act()
        assert str(refused.value) == TOLD
    assert (titles(meeting), Paper.objects.count()) == (["Item 1", "Item 2"], 1)


def test_a_draft_is_deleted_with_everything_that_was_written_for_it() -> None:
    meeting, other = draft(organisations=3, slug="gone"), draft(organisations=3, slug="stays")
    actions.add_paper(Paper(item=add_item(meeting.assembly), title=translated(en="Accounts")), now=NOON)

    actions.delete_draft(meeting.assembly, now=NOON)

    assert list(Assembly.objects.all()) == [other.assembly]
    assert [model.objects.count() for model in (AgendaItem, Motion, Election, Seat, Candidacy, Paper)] == [
        *(2, 1, 1, 1, 3, 0)
    ]
