"""The box's own arithmetic. It imports nothing of the house: what both need is written twice, and a test compares."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CREDENTIAL_LETTERS = 26


class SlotState(StrEnum):
    SPARE = "spare"
    DRAWABLE = "drawable"
    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Form(StrEnum):
    """What a paper may say: one option, several without order, or a ranking."""

    ONE = "one"
    APPROVAL = "approval"
    RANKING = "ranking"


@dataclass(frozen=True, kw_only=True)
class Question:
    """All that the box knows of a ballot: `options` of them, at most `most` chosen."""

    form: Form
    options: int
    most: int


def code_of(digest: bytes) -> str:
    """The first 60 bits in Crockford's base32, as three dashed groups of four."""
    bits = int.from_bytes(digest[:8], "big") >> 4
    letters = "".join(CROCKFORD[bits >> shift & 31] for shift in range(55, -1, -5))
    return "-".join((letters[:4], letters[4:8], letters[8:]))


def written(content: Sequence[Sequence[int]]) -> str:
    """The one written form of a content: groups by preference, ascending within a group."""
    return json.dumps([sorted(group) for group in content], separators=(",", ":"))


def credential_hash(credential: str) -> str:
    """What the box keeps of a credential; 64 hexadecimal digits."""
    return hashlib.sha256(b"plenary/credential/v0\x00" + plain(credential).encode()).hexdigest()


def paper_hash(slot: str, *, credential: str, content: Sequence[Sequence[int]]) -> str:
    """The paper's name on the board. It holds the credential, so trying contents tells nobody whose it is."""
    said = "\x00".join((slot, plain(credential), written(content)))
    return hashlib.sha256(b"plenary/paper/v0\x00" + said.encode()).hexdigest()


def list_hash(papers: Sequence[str]) -> str:
    """Over the sorted names of all papers: what the ledger holds at the close."""
    return hashlib.sha256(b"plenary/list/v0\x00" + "\n".join(sorted(papers)).encode()).hexdigest()


def plain(credential: str) -> str:
    """As it was made, however it was typed: capitals and digits alone, and Crockford's look-alikes read kindly.

    What is copied from a letter or a sheet has dashes and spaces of every kind, and marks that nobody sees.
    """
    bare = "".join(letter for letter in credential.upper() if letter.isalnum())
    return bare.replace("O", "0").replace("I", "1").replace("L", "1")


def is_spelled(credential: str) -> bool:
    """Whether it has the form of one, however it was typed: a letter too few is seen before anything is sealed."""
    letters = plain(credential)
    return len(letters) == CREDENTIAL_LETTERS and set(letters) <= set(CROCKFORD)


def spelled(number: int) -> str:
    """130 bits as 26 Crockford letters in dashed groups, to be saved, read out and typed."""
    letters = "".join(CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))
    return "-".join(letters[start : start + 4] for start in range(0, CREDENTIAL_LETTERS, 4))


def is_answer(content: Sequence[Sequence[int]], *, question: Question) -> bool:
    """Whether a paper of this content answers the question; an empty one is a blank and does."""
    numbers = [number for group in content for number in group]
    if len(set(numbers)) != len(numbers) or len(numbers) > question.most:
        return False
    if not all(1 <= number <= question.options for number in numbers):
        return False
    if question.form == Form.RANKING:
        return all(len(group) == 1 for group in content)
    return len(content) <= 1 and all(group for group in content)
