import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.accounts.rules import BROWSERS, SYSTEMS, Browser, browser_of

WEBKIT = "AppleWebKit/605.1.15 (KHTML, like Gecko)"
BLINK = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0"
SEEN = {
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {BLINK} Safari/537.36 Edg/140.0.0.0": ("Edge", "Windows"),
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {BLINK} Safari/537.36 OPR/124.0": ("Opera", "Windows"),
    f"Mozilla/5.0 (Linux; Android 16; K) {BLINK} Mobile Safari/537.36": ("Chrome", "Android"),
    f"Mozilla/5.0 (Linux; Android 16; K) SamsungBrowser/29.0 {BLINK}": ("Samsung Internet", "Android"),
    f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {BLINK} Safari/537.36": ("Chrome", "ChromeOS"),
    "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0": ("Firefox", "Linux"),
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) {WEBKIT} Version/26.1 Safari/604.1": ("Safari", "iPhone"),
    f"Mozilla/5.0 (iPad; CPU OS 18_7 like Mac OS X) {WEBKIT} CriOS/140.0 Safari/604.1": ("Chrome", "iPad"),
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) {WEBKIT} FxiOS/145.0": ("Firefox", "iPhone"),
    f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {WEBKIT} Version/26.1 Safari/605.1.15": ("Safari", "macOS"),
    "curl/8.15.0": ("", ""),
}


@pytest.mark.parametrize(("user_agent", "named"), SEEN.items(), ids=[" ".join(named) for named in SEEN.values()])
def test_a_browser_goes_by_its_own_name_and_not_by_those_that_it_also_claims(
    user_agent: str, named: tuple[str, str]
) -> None:
    name, system = named

    assert browser_of(user_agent) == Browser(name=name, system=system)


@given(st.text())
def test_whatever_a_stranger_sends_nothing_of_it_is_shown(user_agent: str) -> None:
    browser = browser_of(user_agent)

    assert browser.name in {"", *(name for _mark, name in BROWSERS)}
    assert browser.system in {"", *(name for _mark, name in SYSTEMS)}
