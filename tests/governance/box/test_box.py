import pytest
from django.db import DatabaseError, transaction

from governance.box import actions as box
from governance.box.models import BoardPaper, Credential, Paper, Slot
from governance.box.queries import Shown, board_of, contents_on
from governance.box.rules import Form, Question, SlotState, code_of

pytestmark = pytest.mark.django_db
KEY = "slot000001"
QUESTION = Question(form=Form.ONE, options=3, most=1)


def open_box(*, credentials: int, least_papers: int = 1) -> list[str]:
    box.prepare_slots([KEY])
    drawn = box.issue_credentials([KEY] * credentials)
    box.open_slot(KEY, question=QUESTION, least_papers=least_papers)
    return drawn


def test_a_paper_gets_a_receipt_with_its_tracking_code() -> None:
    (credential,) = open_box(credentials=1)

    receipt = box.cast(KEY, credential=credential, content=[[2]])

    assert receipt.code == code_of(bytes.fromhex(receipt.hash))
    assert Paper.objects.get().hash == receipt.hash


def test_the_same_paper_again_gets_the_same_receipt_even_after_the_close() -> None:
    (credential,) = open_box(credentials=1)
    first = box.cast(KEY, credential=credential, content=[[2]])

    again = box.cast(KEY, credential=credential.lower().replace("-", " "), content=[[2]])
    box.close_slot(KEY)
    late = box.cast(KEY, credential=credential, content=[[2]])

    assert first == again == late
    assert contents_on(KEY) == [([[2]], 1)]


def test_another_paper_with_the_same_credential_is_not_counted() -> None:
    (credential,) = open_box(credentials=1)
    box.cast(KEY, credential=credential, content=[[2]])

    with pytest.raises(box.AlreadyCast):
        box.cast(KEY, credential=credential, content=[[1]])

    box.close_slot(KEY)
    assert contents_on(KEY) == [([[2]], 1)]


def test_a_paper_that_answers_nothing_leaves_the_credential_unused() -> None:
    (credential,) = open_box(credentials=1)

    with pytest.raises(box.NotAnAnswer):
        box.cast(KEY, credential=credential, content=[[7]])

    assert not Credential.objects.get().is_used


def test_a_credential_opens_no_other_slot() -> None:
    open_box(credentials=1)
    box.prepare_slots(["slot000002"])
    (foreign,) = box.issue_credentials(["slot000002"])

    with pytest.raises(box.NoCredential):
        box.cast(KEY, credential=foreign, content=[[1]])


def test_the_close_empties_the_box_and_shows_the_papers_in_the_order_of_their_hashes() -> None:
    drawn = open_box(credentials=5)
    receipts = [box.cast(KEY, credential=credential, content=[[1]]) for credential in drawn]

    closing = box.close_slot(KEY)

    assert (closing.state, closing.papers) == (SlotState.CLOSED, 5)
    assert (Paper.objects.count(), Credential.objects.count()) == (0, 0)
    names = sorted((receipt.hash, receipt.code) for receipt in receipts)
    assert board_of(KEY) == [Shown(code=code, hash=name, content=[[1]]) for name, code in names]
    assert box.close_slot(KEY) == closing


def test_before_the_close_nothing_is_on_the_board() -> None:
    drawn = open_box(credentials=3)
    box.cast(KEY, credential=drawn[0], content=[[1]])

    assert Paper.objects.count() == 1
    assert (board_of(KEY), contents_on(KEY)) == ([], [])


def test_a_slot_says_whether_it_fell_short_or_was_withdrawn() -> None:
    drawn = open_box(credentials=3, least_papers=5)
    box.cast(KEY, credential=drawn[0], content=[[1]])
    box.prepare_slots(["slot000002"])

    fell_short = box.close_slot(KEY)
    withdrawn = box.withdraw_slot("slot000002")

    assert fell_short == box.Closing(state=SlotState.WITHDRAWN, papers=0, list_hash="", fell_short=True)
    assert withdrawn == box.Closing(state=SlotState.WITHDRAWN, papers=0, list_hash="", fell_short=False)
    assert box.withdraw_slot(KEY) == box.close_slot(KEY) == fell_short
    assert box.close_slot("slot000002") == withdrawn


def test_nothing_is_drawn_or_opened_after_the_close() -> None:
    (credential,) = open_box(credentials=1)
    box.cast(KEY, credential=credential, content=[[1]])
    box.close_slot(KEY)

    with pytest.raises(box.TooLate, match=r"^This ballot is over\.$"):
        box.issue_credentials([KEY])
    with pytest.raises(box.BoxRefused, match=r"^This slot was used already\.$"):
        box.open_slot(KEY, question=QUESTION, least_papers=1)
    with pytest.raises(box.BoxRefused, match="its papers are on the board"):
        box.withdraw_slot(KEY)
    with pytest.raises(box.BoxRefused, match=r"^There is no such ballot\.$"):
        box.close_slot("nowhere")


def test_sql_itself_refuses_papers_outside_an_open_slot_and_changes_to_the_board() -> None:
    (credential,) = open_box(credentials=1)
    box.cast(KEY, credential=credential, content=[[1]])
    box.close_slot(KEY)
    slot = Slot.objects.get()

    for change in (
        lambda: Paper.objects.create(hash="a" * 64, slot=slot, content="[[1]]"),
        lambda: Credential.objects.create(hash="b" * 64, slot=slot),
        lambda: BoardPaper.objects.update(content="[[3]]"),
        lambda: BoardPaper.objects.all().delete(),
        lambda: Slot.objects.update(state=SlotState.OPEN),
    ):
        with pytest.raises(DatabaseError), transaction.atomic(using="box"):
            change()
