"""A stop token is made by us or it is nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.delivery.rules import TokenRefused, read_token, signed_token

OLD, NEW = b"the key of last year", b"the key of this year"
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
numbers = st.integers(0, 2**56 - 1)


@given(numbers)
def test_a_token_names_its_number_in_28_characters(number: int) -> None:
    token = signed_token(number, keys=[NEW])

    assert (len(token), read_token(token, keys=[NEW])) == (28, number)


@given(numbers, st.integers(0, 27), st.sampled_from(ALPHABET))
def test_a_token_with_any_other_character_is_refused(number: int, place: int, letter: str) -> None:
    token = signed_token(number, keys=[NEW])
    tampered = token[:place] + letter + token[place + 1 :]

    if tampered != token:
        with pytest.raises(TokenRefused):
            read_token(tampered, keys=[NEW])


def test_an_older_key_of_the_ring_still_verifies() -> None:
    token = signed_token(118, keys=[OLD])

    assert read_token(token, keys=[NEW, OLD]) == 118


def test_a_key_that_left_the_ring_verifies_nothing() -> None:
    token = signed_token(118, keys=[OLD])

    with pytest.raises(TokenRefused):
        read_token(token, keys=[NEW])


@pytest.mark.parametrize("token", ["", "short", "é" * 28, "A" * 28, "A" * 29])
def test_what_is_no_token_is_refused(token: str) -> None:
    with pytest.raises(TokenRefused):
        read_token(token, keys=[NEW])
