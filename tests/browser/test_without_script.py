"""Without JavaScript nothing on a page is dead: what needs it is not offered, and a sentence says so."""

from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from cms.demo import bulletin, decisions, second_factor
from cms.demo.network import Network
from tests.browser import places, walking
from tests.browser.kinds import of_strangers, send_empty
from tests.browser.walking import PHONE, press, sign_in, walk

# Everything that can be unfolded is; then: what looks as if it could be pressed and cannot, forms that nobody can
# send, and pages with a script of more than comfort that do not speak of it.
DEAD = """() => {
  for (const one of document.querySelectorAll('details')) { one.removeAttribute('name'); one.open = true }
  const seen = e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.vh');
  const idle = 'button[type=button]:not([aria-disabled=true]), input[type=button], [role=button], [onclick], '
    + 'a:not([href]), a[href=""], a[href="#"], a[href^="javascript:"]';
  const sends = 'button:not([type=button], [type=reset]), input[type=submit], input[type=image]';
  const comfort = /(menus|finding|printing)[^/]*\\.js/;
  const asks = form => [...form.elements].some(e => !e.matches('button, fieldset') && seen(e));
  const told = [...document.querySelectorAll(idle)].filter(seen).map(e => `idle: ${e.outerHTML.slice(0, 90)}`);
  for (const e of document.querySelectorAll(sends))
    if (seen(e) && !e.form) told.push(`sends nothing: ${e.outerHTML.slice(0, 90)}`);
  for (const form of document.forms)
    if (asks(form) && ![...form.elements].some(e => e.matches(sends) && seen(e)))
      told.push(`cannot be sent: ${form.outerHTML.slice(0, 90)}`);
  const scripts = [...document.scripts].filter(one => one.src && !comfort.test(one.src));
  if (scripts.length && !document.body.innerText.includes('JavaScript')) told.push('does not say what needs a script');
  return told }"""
SAYS_SO = "Passkeys need JavaScript. A code or a password works without."


def dead(page: Page, pages: dict[str, str]) -> dict[str, list[str]]:
    """By page; those of the style guide show a button of every kind and are left out."""
    found = {}
    for name, address in pages.items():
        walking.opened(page, address.format("en"))
        if told := page.evaluate(DEAD):
            found[name] = told
    return found


def says_so(page: Page) -> bool:
    """In words that are seen: innerText leaves out what is not shown."""
    return SAYS_SO in page.locator("main").inner_text()


def test_no_public_page_offers_what_only_a_script_can_do(
    live_server: LiveServer, browser: Browser, shown: Network
) -> None:
    pages = {**walking.PUBLIC, **places.PUBLIC, **of_strangers("en")}
    pages = {name: address for name, address in pages.items() if "styleguide" not in address}

    with walk(browser, base_url=live_server.url, viewport=PHONE, java_script_enabled=False) as page:
        assert dead(page, pages) == {}
        walking.opened(page, pages["kind form"])
        send_empty(page)
        assert page.get_by_role("alert").is_visible()
        assert page.evaluate(DEAD) == []


def test_no_page_of_members_offers_what_only_a_script_can_do(
    live_server: LiveServer, browser: Browser, kite: Network
) -> None:
    decisions.build(kite)
    bulletin.build(kite)
    further = [*places.of_the_assembly(), *places.of_the_groups(), *places.of_the_decisions()]

    with walk(browser, base_url=live_server.url, viewport=PHONE, java_script_enabled=False) as page:
        sign_in(page, email="teodora@kite.example", password=kite.password)
        page.goto("/en/accounts/2fa/webauthn/add/")
        page.locator("#id_password").fill(kite.password)
        press(page, "Continue")
        passkeys = (says_so(page), page.get_by_role("button", name="Add this passkey").count(), page.evaluate(DEAD))
        page.goto(dict(further)["assembly"].format("en"))
        press(page, "Register for Lantern Forum")

        assert passkeys == (True, 0, [])
        assert dead(page, {**walking.MEMBERS, **places.MEMBERS, **dict(further)}) == {}


def test_the_second_proof_says_that_passkeys_need_a_script_and_takes_a_code(
    live_server: LiveServer, browser: Browser, kite: Network
) -> None:
    second_factor.build(kite)

    with walk(browser, base_url=live_server.url, viewport=PHONE, java_script_enabled=False) as page:
        page.goto("/en/accounts/login/")
        assert says_so(page)
        page.get_by_label("Your e-mail address").fill("secretary@kite.example")
        page.get_by_text("Use a password instead").click()
        page.locator("#id_password").fill(kite.password)
        with page.expect_navigation():
            page.locator("button[name=by][value=password]").click()

        assert says_so(page)
        assert page.evaluate(DEAD) == []
        expect(page.get_by_role("button", name="Use a passkey")).to_be_hidden()
        expect(page.get_by_role("button", name="Continue")).to_be_visible()


def test_a_secret_paper_is_drawn_and_marked_without_a_script(
    live_server: LiveServer, browser: Browser, kite: Network
) -> None:
    """The one page that the issue would let off: ours needs no script either, and so has nothing to say of it."""
    address = dict(places.of_the_assembly())["election"].format("en")

    with walk(browser, base_url=live_server.url, viewport=PHONE, java_script_enabled=False) as page:
        sign_in(page, email="teodora@kite.example", password=kite.password)
        page.goto(address.rsplit("elections/")[0])
        press(page, "Register for Lantern Forum")
        states = {"not drawn": dead(page, {"election": address})}
        press(page, "Draw my ballot papers")
        states["drawn"] = page.evaluate(DEAD)
        press(page, "Mark the paper of Lantern Forum")
        states["paper"] = page.evaluate(DEAD)

        assert not any(states.values()), states
        assert "JavaScript" not in page.locator("body").inner_text()
