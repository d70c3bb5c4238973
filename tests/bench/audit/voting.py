"""States that need hands: a recorded ballot and an election, from the first page to the last."""

from tests.bench.audit.walker import Walker

BUTTON = "main form[method=post] button:not([type=button]):not(.vh)"


def vote(walker: Walker) -> None:
    """The open motion: registering, an empty paper, a full one, checked, changed, sent."""
    page, here = walker.window.page, open_assembly(walker.language)
    if not walker.wants(f"{here}ballots/", "vote"):
        return
    walker.window.go(here)
    walker.window.press("form[action$='/register/'] button")
    walker.look("registered")
    walker.window.go(open_motion(here))
    walker.look("vote: paper")
    walker.window.press(BUTTON)
    walker.look("vote: nothing marked")
    for group in page.locator("main fieldset").all():
        if group.locator("input:enabled").count():
            group.locator("input").first.check(force=True)
    walker.window.press(BUTTON)
    walker.look("vote: check")
    walker.window.press("form.send a")
    walker.look("vote: change")
    walker.window.press(BUTTON)
    walker.window.press("form.send button")
    walker.look("vote: recorded")
    walker.visit(f"{here}results/", "results of an open meeting")


def elect(walker: Walker) -> None:
    """The secret paper: drawing, marking with a slip, marking well, checking, handing in."""
    here = open_assembly(walker.language)
    if not walker.wants(f"{here}elections/", "elect"):
        return
    page = walker.window.page
    walker.window.go(here)
    if page.locator("form[action$='/register/'] button").count():
        walker.window.press("form[action$='/register/'] button")
    walker.window.go(open_election(here))
    walker.look("elect: not drawn")
    walker.window.press("form[action$='/draw/'] button")
    walker.look("elect: drawn")
    walker.window.press("form:has(input[name=credential]) button >> nth=0")
    walker.look("elect: paper")
    boxes = page.locator("input.rank, main select")
    boxes.nth(0).fill("1")
    boxes.nth(1).fill("1")
    walker.window.press(BUTTON)
    walker.look("elect: marked twice")
    for number, box in enumerate(boxes.all(), start=1):
        box.fill(str(number))
    walker.window.press(BUTTON)
    walker.look("elect: check")
    walker.window.press("button[name=seal]")
    walker.look("elect: handed in")


def open_assembly(language: str) -> str:
    from governance.assembly.models import Assembly

    return f"/{language}/assembly/{Assembly.objects.get(state='open').slug}/"


def open_motion(here: str) -> str:
    from governance.voting.models import Ballot

    return f"{here}ballots/{Ballot.objects.get(state='open', secrecy='recorded').key}/"


def open_election(here: str) -> str:
    from governance.assembly.models import Election

    return f"{here}elections/{Election.objects.get(ballot__state='open').key}/"
