"""States that need hands: a recorded ballot and an election, from the first page to the last."""

from tests.bench.audit.walker import Walker

BUTTON = "main form[method=post] button:not([type=button]):not(.vh)"


def vote(walker: Walker) -> None:
    """The open motion: registering, an empty paper, a full one, checked, changed, sent."""
    page, here = walker.window.page, open_assembly(walker.language)
    if not walker.wants(f"{here}ballots/", "vote"):
        return
    walker.window.go(here)
    press(walker, "form[action$='/register/'] button")
    walker.look("registered")
    walker.window.go(open_motion(here))
    walker.look("vote: paper")
    press(walker, BUTTON)
    walker.look("vote: nothing marked")
    for group in page.locator("main fieldset").all():
        if group.locator("input:enabled").count():
            group.locator("input").first.check(force=True)
    press(walker, BUTTON)
    walker.look("vote: check")
    press(walker, "form.send a")
    walker.look("vote: change")
    press(walker, BUTTON)
    press(walker, "form.send button")
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
        press(walker, "form[action$='/register/'] button")
    walker.window.go(open_election(here))
    walker.look("elect: not drawn")
    press(walker, "form[action$='/draw/'] button")
    walker.look("elect: drawn")
    press(walker, "form:has(input[name=credential]) button >> nth=0")
    walker.look("elect: paper")
    boxes = page.locator("input.rank, main select")
    boxes.nth(0).fill("1")
    boxes.nth(1).fill("1")
    press(walker, BUTTON)
    walker.look("elect: marked twice")
    for number, box in enumerate(boxes.all(), start=1):
        box.fill(str(number))
    press(walker, BUTTON)
    walker.look("elect: check")
    press(walker, "button[name=seal]")
    walker.look("elect: handed in")


def press(walker: Walker, selector: str) -> None:
    with walker.window.page.expect_navigation():
        walker.window.page.locator(selector).first.click()


def open_assembly(language: str) -> str:
    from governance.assembly.models import Assembly

    return f"/{language}/assembly/{Assembly.objects.get(state='open').slug}/"


def open_motion(here: str) -> str:
    from governance.voting.models import Ballot

    return f"{here}ballots/{Ballot.objects.get(state='open', secrecy='recorded').key}/"


def open_election(here: str) -> str:
    from governance.assembly.models import Election

    return f"{here}elections/{Election.objects.get(ballot__state='open').key}/"
