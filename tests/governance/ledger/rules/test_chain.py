import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.ledger.rules import (
    NOTHING_BEFORE,
    Broken,
    Line,
    NotCanonical,
    b64,
    canonical,
    code_of,
    fingerprint,
    first_broken,
    hash_of,
)

NOON = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
VECTORS = Path(__file__).resolve().parents[4].parent / "shared" / "vectors" / "ballot-protocol.json"
JSON = st.recursive(
    st.integers(-(2**53) + 1, 2**53 - 1) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="ascii")), inner),
)


def chain(*bodies: dict[str, object]) -> list[Line]:
    lines: list[Line] = []
    previous = NOTHING_BEFORE
    for n, body in enumerate(bodies):
        bare = Line(n=n, at=NOON, kind="noted", body=body, previous=previous)
        previous = hash_of(bare)
        lines.append(Line(n=n, at=NOON, kind="noted", body=body, previous=bare.previous, hash=previous))
    return lines


def test_keys_are_sorted_and_nothing_is_spaced_or_escaped() -> None:
    assert canonical({"b": [1, "é\n"], "a": {"z": -1, "A": ""}}) == '{"a":{"A":"","z":-1},"b":[1,"é\\n"]}'.encode()


@pytest.mark.parametrize("value", [1.0, {"a": 0.5}, [True], None, {"é": 1}, {1: 2}, 2**53, "\ud800"])
def test_what_has_no_single_form_is_refused(value: object) -> None:
    with pytest.raises(NotCanonical):
        canonical(value)


@given(JSON)
def test_canonical_text_reads_back_and_is_written_again_the_same(value: object) -> None:
    written = canonical(value)

    assert canonical(json.loads(written)) == written


def test_a_code_is_sixty_bits_in_crockfords_letters() -> None:
    assert code_of(bytes(32)) == "0000-0000-0000"
    assert code_of(b"\xff" * 32) == "ZZZZ-ZZZZ-ZZZZ"
    assert fingerprint(b64(b"\xff" * 32)) == "ZZZZ-ZZZZ-ZZZZ"


def test_an_unbroken_chain_has_no_first_broken_line() -> None:
    assert first_broken(chain({"a": 1}, {"a": 2}, {"a": 3})) is None
    assert first_broken([]) is None


def test_a_changed_body_is_named() -> None:
    lines = chain({"a": 1}, {"a": 2}, {"a": 3})
    lines[1] = Line(n=1, at=NOON, kind="noted", body={"a": 9}, previous=lines[1].previous, hash=lines[1].hash)

    assert first_broken(lines) == Broken(n=1, reason="was changed: its content and its fingerprint differ")


def test_a_body_that_cannot_even_be_written_is_named() -> None:
    lines = chain({"a": 1})
    lines[0] = Line(n=0, at=NOON, kind="noted", body={"a": 1.5}, previous=NOTHING_BEFORE, hash=lines[0].hash)

    assert first_broken(lines) == Broken(n=0, reason="was changed: its content and its fingerprint differ")


def test_a_missing_line_is_named() -> None:
    lines = chain({"a": 1}, {"a": 2}, {"a": 3})

    assert first_broken([lines[0], lines[2]]) == Broken(n=1, reason="is missing")


def test_a_line_written_anew_breaks_the_one_after_it() -> None:
    lines, other = chain({"a": 1}, {"a": 2}), chain({"a": 7})

    assert first_broken([other[0], lines[1]]) == Broken(n=1, reason="does not name the entry before it")


def test_the_chain_of_the_protocols_vectors_holds_by_these_rules() -> None:
    if not VECTORS.exists():
        pytest.skip("../shared/vectors is not beside this checkout")
    written = json.loads(VECTORS.read_text())["bundle"]["files"]["ledger.jsonl"].splitlines()
    previous = NOTHING_BEFORE

    for text in written:
        entry = json.loads(text)
        assert entry["prev"] == previous
        at = datetime.fromisoformat(entry["time"])
        previous = hash_of(Line(n=entry["n"], at=at, kind=entry["kind"], body=entry["body"], previous=previous))
        assert canonical(entry).decode() == text

    assert len(written) > 5
