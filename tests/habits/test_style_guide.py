"""A component that can look in more than one way shows them in the style guide."""

from pathlib import Path

from tests.cms.views.guide_states import ELSEWHERE, IN_FRAMES, NOT_SEEN, STATES
from tests.habits.house import ROOT, shown

COMPONENTS = ROOT / "templates" / "components"


def test_a_component_with_an_if_has_two_states_in_the_guide() -> None:
    """Or a reason in NOT_SEEN. What counts as a state stands at the top of /styleguide/, rows in guide_states.py."""
    bare = {file.stem for file in COMPONENTS.glob("*.html") if is_bare(file)}

    assert bare - ELSEWHERE - set(NOT_SEEN) == set()


def test_a_new_component_without_states_is_noticed(tmp_path: Path) -> None:
    new, plain = tmp_path / "ribbon.html", tmp_path / "plain.html"
    new.write_text("{% if colour %}<b>{{ colour }}</b>{% endif %}")
    plain.write_text("<b>{{ colour }}</b>")

    assert is_bare(new)
    assert not is_bare(plain)


def test_every_row_is_of_a_component() -> None:
    named = {*STATES, *IN_FRAMES, *ELSEWHERE}

    assert {name for name in named if not (COMPONENTS / f"{name}.html").exists()} == set()
    assert shown(COMPONENTS) == "templates/components"


def is_bare(file: Path) -> bool:
    marks = {*STATES.get(file.stem, [])}.union(*IN_FRAMES.get(file.stem, {}).values())
    return "{% if " in file.read_text() and len(marks) < 2
