"""Which word of one language stands for which of another, learnt from texts that say the same in both.

IBM model 1 (Brown, Della Pietra, Della Pietra and Mercer 1993), trained by expectation and maximisation in both
directions; the two probabilities multiplied keep what each takes for the other's translation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ROUNDS = 12
MOST_EVENTS = 4_000_000  # pairs of words looked at: bounds memory (100 MB) and time (some seconds)
LONGEST = 60  # words of one side; a longer pair says too little about each

Numbers = NDArray[np.int64]
Figures = NDArray[np.float64]
Said = tuple[Sequence[str], Sequence[str]]


@dataclass(frozen=True)
class Events:
    """Every pair of a left and a right word that stand in the same two texts. `lefts`, `rights`: their numbers;
    `pairs`: the number of the pair; `left_seats` and `right_seats`: which occurrence of the word it is; `evidence`:
    what meeting there tells, 2 in a label and 1 in a sentence."""

    lefts: Numbers
    rights: Numbers
    pairs: Numbers
    left_seats: Numbers
    right_seats: Numbers
    evidence: Numbers


def aligned(said: Sequence[Said]) -> dict[tuple[str, str], float]:
    """Of each pair of words that may translate each other, how likely, from 0 to 1; unlikely ones are left out."""
    left_words: dict[str, int] = {}
    right_words: dict[str, int] = {}
    found = events(said, left_words, right_words)
    if not len(found.lefts):
        return {}
    unique, first = np.unique(found.pairs, return_index=True)
    lefts, rights = found.lefts[first], found.rights[first]
    places = np.searchsorted(unique, found.pairs)
    there = trained(places, found.right_seats, lefts, len(unique))
    back = trained(places, found.left_seats, rights, len(unique))
    likely = there * back
    met = np.bincount(places, weights=found.evidence)
    names, others = list(left_words), list(right_words)
    return {
        (names[lefts[place]], others[rights[place]]): float(likely[place])
        for place in np.flatnonzero((likely > LEAST) & (met >= ENOUGH)).tolist()
    }


LEAST = 1e-4
# Two words that met once, in one long sentence, are strangers: a small site would take any for any.
LABEL, ENOUGH = 2, 2


def events(said: Sequence[Said], left_words: dict[str, int], right_words: dict[str, int]) -> Events:
    """The first MOST_EVENTS of them; gives each word its number."""
    lefts: list[Numbers] = []
    rights: list[Numbers] = []
    seats, evidence = list[tuple[Numbers, Numbers]](), list[Numbers]()
    count = left_seat = right_seat = 0
    for left, right in said:
        size = len(left) * len(right)
        if not size or max(len(left), len(right)) > LONGEST or count + size > MOST_EVENTS:
            continue
        count += size
        lefts.append(np.repeat(numbers_of(left, left_words), len(right)))
        rights.append(np.tile(numbers_of(right, right_words), len(left)))
        here, there = np.arange(len(left)) + left_seat, np.arange(len(right)) + right_seat
        seats.append((np.repeat(here, len(right)), np.tile(there, len(left))))
        evidence.append(np.full(size, told_by(left, right), dtype=np.int64))
        left_seat, right_seat = left_seat + len(left), right_seat + len(right)
    flat_left, flat_right = joined(lefts), joined(rights)
    pairs = flat_left * max(len(right_words), 1) + flat_right
    left_seats, right_seats = (joined([both[side] for both in seats]) for side in (0, 1))
    return Events(flat_left, flat_right, pairs, left_seats, right_seats, joined(evidence))


def told_by(left: Sequence[str], right: Sequence[str]) -> int:
    """How much it tells that a word of one stands beside a word of the other."""
    return ENOUGH if max(len(left), len(right)) <= LABEL else 1


def numbers_of(words: Sequence[str], known: dict[str, int]) -> Numbers:
    return np.array([known.setdefault(word, len(known)) for word in words], dtype=np.int64)


def joined(parts: Sequence[Numbers]) -> Numbers:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)


def trained(places: Numbers, seats: Numbers, givers: Numbers, size: int) -> Figures:
    """How likely each pair is, given its giving word: each seat on the other side shares itself out among the givers
    that stand in the same text, in proportion to what is believed; what each pair gets is believed next."""
    believed = np.ones(size)
    for _round in range(ROUNDS):
        weights = believed[places]
        totals = np.bincount(seats, weights=weights)
        gained = np.bincount(places, weights=weights / np.maximum(totals[seats], 1e-300), minlength=size)
        sums = np.bincount(givers, weights=gained)
        believed = gained / np.maximum(sums[givers], 1e-300)
    return believed
