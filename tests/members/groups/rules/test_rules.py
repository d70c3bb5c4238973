from hypothesis import given
from hypothesis import strategies as st

from members.groups.rules import (
    Joining,
    Participation,
    Policies,
    Reader,
    Reason,
    Role,
    Standpoint,
    Visibility,
    may_ask_to_join,
    may_join,
    may_lead,
    may_read,
    may_reply,
    may_see,
    may_start_discussion,
    reason_to_see,
)

POLICIES = st.builds(
    Policies,
    visibility=st.sampled_from(Visibility),
    joining=st.sampled_from(Joining),
    participation=st.sampled_from(Participation),
)
READERS = st.builds(Reader, role=st.none() | st.sampled_from(Role), standpoint=st.sampled_from(Standpoint))
STRANGER = Reader(role=None, standpoint=Standpoint.OUTSIDE)
COLLEAGUE = Reader(role=None, standpoint=Standpoint.NETWORK)
SECRETARY = Reader(role=None, standpoint=Standpoint.SECRETARIAT)


def inside(role: Role) -> Reader:
    return Reader(role=role, standpoint=Standpoint.NETWORK)


def policies(
    visibility: Visibility = Visibility.LISTED,
    *,
    joining: Joining = Joining.OPEN,
    participation: Participation = Participation.EVERYBODY,
) -> Policies:
    return Policies(visibility=visibility, joining=joining, participation=participation)


def test_a_colleague_sees_a_listed_group_and_reads_nothing_in_it() -> None:
    listed = policies(Visibility.LISTED)

    seen, read = may_see(COLLEAGUE, listed), may_read(COLLEAGUE, listed)

    assert (seen, read) == (True, False)


def test_a_colleague_reads_an_open_group_and_knows_nothing_of_a_hidden_one() -> None:
    seen = {word: (may_see(COLLEAGUE, policies(word)), may_read(COLLEAGUE, policies(word))) for word in Visibility}

    assert seen == {
        Visibility.OPEN: (True, True),
        Visibility.LISTED: (True, False),
        Visibility.HIDDEN: (False, False),
    }


def test_the_secretariat_reads_every_group_and_writes_in_none() -> None:
    hidden = policies(Visibility.HIDDEN)

    assert reason_to_see(SECRETARY, hidden) is Reason.SECRETARIAT
    assert may_read(SECRETARY, hidden)
    assert not may_reply(SECRETARY, hidden)


def test_participation_says_which_roles_write() -> None:
    may = {
        (word, role): (
            may_start_discussion(inside(role), policies(participation=word)),
            may_reply(inside(role), policies(participation=word)),
        )
        for word in Participation
        for role in Role
    }

    assert may == {
        (Participation.EVERYBODY, Role.MEMBER): (True, True),
        (Participation.EVERYBODY, Role.CO_CHAIR): (True, True),
        (Participation.EVERYBODY, Role.OBSERVER): (False, False),
        (Participation.REPLIES, Role.MEMBER): (False, True),
        (Participation.REPLIES, Role.CO_CHAIR): (True, True),
        (Participation.REPLIES, Role.OBSERVER): (False, False),
        (Participation.CO_CHAIRS, Role.MEMBER): (False, False),
        (Participation.CO_CHAIRS, Role.CO_CHAIR): (True, True),
        (Participation.CO_CHAIRS, Role.OBSERVER): (False, False),
    }


def test_joining_says_how_a_colleague_comes_in() -> None:
    ways = {
        word: (may_join(COLLEAGUE, policies(joining=word)), may_ask_to_join(COLLEAGUE, policies(joining=word)))
        for word in Joining
    }

    assert ways == {
        Joining.OPEN: (True, False),
        Joining.REQUEST: (False, True),
        Joining.INVITATION: (False, False),
    }


@given(reader=READERS, rules=POLICIES)
def test_whoever_writes_reads_and_whoever_reads_sees(reader: Reader, rules: Policies) -> None:
    assert may_reply(reader, rules) or not may_start_discussion(reader, rules)
    assert may_read(reader, rules) or not may_reply(reader, rules)
    assert may_see(reader, rules) or not may_read(reader, rules)


@given(rules=POLICIES)
def test_a_stranger_never_sees_anything(rules: Policies) -> None:
    assert reason_to_see(STRANGER, rules) is None
    assert not (may_join(STRANGER, rules) or may_ask_to_join(STRANGER, rules) or may_lead(STRANGER))


@given(role=st.sampled_from(Role), standpoint=st.sampled_from(Standpoint), rules=POLICIES)
def test_nobody_in_a_group_joins_it_again(role: Role, standpoint: Standpoint, rules: Policies) -> None:
    reader = Reader(role=role, standpoint=standpoint)

    assert not may_join(reader, rules)
    assert not may_ask_to_join(reader, rules)
