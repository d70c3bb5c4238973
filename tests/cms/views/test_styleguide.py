"""Every component in every state, outside production only."""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from django.template import Context, Engine, VariableDoesNotExist
from django.template.defaulttags import IfNode
from django.test import Client
from pytest_django import Settings

from tests.cms.views.guide_states import ELSEWHERE, IN_FRAMES, NOT_SEEN, STATES
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
COMPONENTS = Path(__file__).parents[3] / "templates" / "components"
FRAMES = sorted({frame for states in IN_FRAMES.values() for frame in states})


@pytest.mark.parametrize("component", STATES)
def test_a_component_stands_there_in_each_of_its_states(client: Client, site_root: SiteRoot, component: str) -> None:
    page = " ".join(client.get("/styleguide/").content.decode().split())

    assert [mark for mark in STATES[component] if mark not in page] == []


@pytest.mark.parametrize("frame", FRAMES)
def test_the_guide_wears_each_frame(client: Client, site_root: SiteRoot, frame: str) -> None:
    page = " ".join(client.get("/styleguide/", {"frame": frame}).content.decode().split())

    expected = [mark for states in IN_FRAMES.values() for mark in states.get(frame, [])]

    assert [mark for mark in expected if mark not in page] == []
    assert ('aria-label="Main"' in page) == (frame in {"public", "known"})


def test_every_branch_of_a_component_is_taken_in_the_guide(
    client: Client, site_root: SiteRoot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each way that an `if` can go, in one frame or another; also that none of its conditions holds."""
    taken: set[tuple[IfNode, int]] = set()
    render = IfNode.render

    def watched(node: IfNode, context: Context) -> str:
        taken.add((node, way_of(node, context)))
        return render(node, context)

    monkeypatch.setattr(IfNode, "render", watched)

    for frame in FRAMES:
        client.get("/styleguide/", {"frame": frame})

    asked = {file.stem for file in COMPONENTS.glob("*.html")} - ELSEWHERE
    missing = [way for name in asked for way, key in ways(name).items() if key not in taken]
    assert sorted(missing) == []


@pytest.mark.parametrize("frame", FRAMES)
def test_no_two_things_in_the_guide_have_one_id(client: Client, site_root: SiteRoot, frame: str) -> None:
    ids = re.findall(r' id="([^"]+)"', client.get("/styleguide/", {"frame": frame}).content.decode())

    assert {one for one in ids if ids.count(one) > 1} == set()


@pytest.mark.parametrize("address", ["/styleguide/", "/styleguide/dark.css"])
def test_production_has_no_style_guide(client: Client, settings: Settings, address: str) -> None:
    settings.STYLEGUIDE = False

    assert client.get(address).status_code == 404


def test_the_guide_shows_itself_dark_and_from_right_to_left(client: Client, site_root: SiteRoot) -> None:
    page = client.get("/styleguide/?scheme=dark&direction=rtl").content.decode()

    assert '<html lang="en" dir="rtl">' in page
    assert '<link rel="stylesheet" href="/styleguide/dark.css">' in page


def test_dark_colours_are_those_of_the_media_query(client: Client) -> None:
    css = client.get("/styleguide/dark.css").content.decode()

    assert css.startswith("@layer tokens{:root{color-scheme:dark;--paper:var(--d-paper);")


def test_a_component_that_the_guide_does_not_show_is_noticed(client: Client, site_root: SiteRoot) -> None:
    """Directly, or inside another component."""
    guide = "".join(file.read_text() for file in (COMPONENTS.parent / "styleguide").glob("*.html"))
    shown = set(re.findall(r"components/(\w+)\.html", guide)) | set(re.findall(r"{% (crumbs|tabs) ", guide))
    inside = {name for one in shown for name in re.findall(r"components/(\w+)\.html", component(one))}

    missing = {file.stem for file in COMPONENTS.glob("*.html")} - shown - inside - ELSEWHERE

    assert client.get("/styleguide/").status_code == 200
    assert missing == set()


def test_the_guide_is_sent_compressed_and_whole_whatever_language_the_browser_speaks(
    client: Client, site_root: SiteRoot
) -> None:
    answer = client.get("/styleguide/", headers={"accept-encoding": "gzip", "accept-language": "ar"})

    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.content) < 30_000
    assert gzip.decompress(answer.content).decode().rstrip().endswith("</html>")


def component(name: str) -> str:
    return (COMPONENTS / f"{name}.html").read_text()


def way_of(node: IfNode, context: Context) -> int:
    """Which of its branches an `if` takes; -1 where no condition holds."""
    conditions = [condition for condition, _nodes in node.conditions_nodelists]
    return next((at for at, one in enumerate(conditions) if one is None or holds(one, context)), -1)


def holds(condition: Any, context: Context) -> bool:
    try:
        return bool(condition.eval(context))
    except VariableDoesNotExist:
        return False


def ways(name: str) -> dict[str, tuple[IfNode, int]]:
    """Every way through the `if`s of a component but those that change nothing to be seen, by a name for people."""
    nodes = Engine.get_default().get_template(f"components/{name}.html").nodelist.get_nodes_by_type(IfNode)
    found: dict[str, tuple[IfNode, int]] = {}
    for number, node in enumerate(node for node in nodes if isinstance(node, IfNode)):
        conditions = [condition for condition, _ in node.conditions_nodelists]
        if str(getattr(conditions[0], "text", "")) in NOT_SEEN.get(name, {}):
            continue
        asked = node.token.contents if node.token else ""
        for at in (*range(len(conditions)), *([] if None in conditions else [-1])):
            found[f"{name} {number}: {asked} → {'none' if at < 0 else at + 1}"] = (node, at)
    return found
