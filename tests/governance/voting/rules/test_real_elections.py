"""Real elections with published results (Scottish council wards). Their ballots lie beside the checkout."""

from pathlib import Path

import pytest

from governance.voting.rules.stages import StvResult, decimals
from governance.voting.rules.stv import elect_by_stv

ELECTIONS = Path(__file__).resolve().parents[4].parent / "shared" / "elections"


def counted(name: str) -> tuple[StvResult, dict[int, str]]:
    """From a BLT file: candidates and seats; units and ranking, ended by 0, a line each; 0; the names."""
    path = ELECTIONS / name
    if not path.exists():
        pytest.skip("../shared/elections is not beside this checkout")
    first, *lines = path.read_text().splitlines()
    candidates, seats = (int(word) for word in first.split())
    end = next(place for place, line in enumerate(lines) if line.strip() == "0")
    numbers = [[int(word) for word in line.split()] for line in lines[:end]]
    votes = [([[number] for number in ranking[:-1]], units) for units, *ranking in numbers]
    names = dict(enumerate(lines[end + 1 : end + 1 + candidates], start=1))
    return elect_by_stv(votes, candidates=names, seats=seats, seed="never needed"), names


def test_lerwick_south_2017() -> None:
    result, names = counted("lerwick_south_2017.blt")

    assert (result.papers, result.quota) == (1492, 299)
    assert [names[number] for number in result.elected] == [
        "Cecil Laing SMITH (Ind)",
        "Beatrice WISHART(Ind)",
        "Peter CAMPBELL (Ind)",
        "Amanda WESTLAKE (Ind)",
    ]
    assert not any(stage.tie for stage in result.stages)


def test_falkirk_north_2022() -> None:
    result, names = counted("falkirk_north_2022.blt")

    assert (result.papers, result.quota) == (6456, 1292)
    assert [names[number].split('"')[1].split()[-1] for number in result.elected] == [
        "MEIKLEJOHN",
        "BISSETT",
        "SINCLAIR",
        "BUNDY",
    ]
    assert {number: decimals(votes) for number, votes in result.stages[1].votes.items()} == {
        1: "307.27761",
        2: "1464.00000",
        3: "863.85296",
        4: "423.41367",
        5: "424.25931",
        6: "1292.00000",
        7: "1625.49675",
    }
