"""What is remembered is what would be answered now."""

import pytest
from django.db import connection, transaction
from django.http import HttpRequest
from django.test.utils import CaptureQueriesContext
from taggit.models import Tag

from cms.front.generation import watch
from cms.front.hearing import hearing
from cms.front.memos import Memo, NotPlain, memo
from tests.cms.front.conftest import tag


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def codes(asked: list[str]) -> Memo[[str], tuple[str, ...]]:
    @memo
    def beginning(letter: str) -> tuple[str, ...]:
        asked.append(letter)
        return tuple(Tag.objects.filter(slug__startswith=letter).order_by("slug").values_list("slug", flat=True))

    return beginning


@pytest.mark.usefixtures("committed")
def test_nothing_is_asked_twice(codes: Memo[[str], tuple[str, ...]], asked: list[str]) -> None:
    tag("water")

    answers = [codes("w") for _ in range(3)]

    assert answers == [("water",)] * 3
    assert asked == ["w"]


@pytest.mark.usefixtures("committed")
def test_after_a_change_elsewhere_it_proves_itself(codes: Memo[[str], tuple[str, ...]], asked: list[str]) -> None:
    tag("water")
    codes("w")

    tag("air")

    assert codes("w") == ("water",)
    assert asked == ["w"]


@pytest.mark.usefixtures("committed")
def test_what_changed_is_asked_again(codes: Memo[[str], tuple[str, ...]], asked: list[str]) -> None:
    tag("water")
    codes("w")

    tag("work")

    assert codes("w") == ("water", "work")
    assert asked == ["w", "w"]


@pytest.mark.usefixtures("committed")
def test_a_transaction_sees_its_own_writes_and_leaves_nothing_behind(codes: Memo[[str], tuple[str, ...]]) -> None:
    with transaction.atomic():
        tag("water")
        inside = codes("w")
        transaction.set_rollback(True)

    assert (inside, codes("w")) == (("water",), ())


@pytest.mark.usefixtures("committed")
def test_what_nobody_can_prove_is_not_remembered() -> None:
    @memo
    def signed_in() -> int:
        with connection.cursor() as cursor:
            cursor.execute('SELECT COUNT(*) FROM "django_session"')
            return int(cursor.fetchone()[0])

    signed_in()

    assert signed_in.kept == {}
    assert signed_in.latest() is None


@pytest.mark.usefixtures("committed")
def test_a_page_that_uses_a_memo_is_as_fresh_as_the_memo(codes: Memo[[str], tuple[str, ...]]) -> None:
    tag("water")
    with hearing() as page:
        codes("w")
    ((witness, said),) = page.witnesses.items()

    still = witness() == said
    tag("work")

    assert page.questions == {}
    assert still
    assert witness() != said


@pytest.mark.usefixtures("committed")
def test_when_the_database_does_not_say_nothing_is_remembered(
    codes: Memo[[str], tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    tag("water")
    monkeypatch.setattr("cms.front.generation.look", lambda: None)
    watch.expire()

    assert codes("w") == ("water",)
    assert codes.kept == {}


@pytest.mark.parametrize("given", [HttpRequest(), object(), ["a list"]])
def test_a_memo_takes_no_request(codes: Memo[[str], tuple[str, ...]], given: object) -> None:
    with pytest.raises(NotPlain):
        codes(given)  # type: ignore[arg-type]  # that is the point


@pytest.mark.usefixtures("committed")
def test_a_memo_does_not_grow_for_ever(codes: Memo[[str], tuple[str, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cms.front.memos.MOST", 3)

    for letter in "abcdefgh":
        codes(letter)

    assert len(codes.kept) <= 3


@pytest.mark.usefixtures("committed")
def test_a_memo_costs_no_query_while_nothing_is_written(codes: Memo[[str], tuple[str, ...]]) -> None:
    codes("w")
    watch.now()

    with CaptureQueriesContext(connection) as queries:
        codes("w")

    assert [query["sql"] for query in queries if "cms_generation" not in query["sql"]] == []
