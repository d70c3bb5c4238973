"""One person after the other, each in every language."""

import sys
from collections.abc import Callable, Sequence

from django.conf import settings
from playwright.sync_api import Browser, Error

from cms.languages import LANGUAGES
from tests.bench.audit import doors, states, voting
from tests.bench.audit.asking import client_with
from tests.bench.audit.network import Kite
from tests.bench.audit.people import Person
from tests.bench.audit.places import Crawl, pages_of_the_tree, plain_addresses
from tests.bench.audit.urls import STATUSES
from tests.bench.audit.walker import Walker

FIRST = "en"
SEARCHES = ("", "?q=plan", "?q=zzqqxx", "?q=plan&page=2", "?sort=newest")


def languages_of_content() -> list[str]:
    """The first one first; all that the site or its content is told to speak."""
    codes = {code for code, _name in [*settings.LANGUAGES, *settings.WAGTAIL_CONTENT_LANGUAGES]}
    return sorted(codes, key=lambda code: (code != FIRST, code))


def round_of(browser: Browser, kite: Kite, person: Person, *, only: str, languages: Sequence[str]) -> Walker:
    """Everything that one person is shown, most thoroughly in the first of these languages. The databases are
    afterwards as they were before."""
    context = browser.new_context(base_url=kite.url, locale="en-GB", reduced_motion="reduce")
    walker = Walker(context, who=person.who, only=only)
    if person.email:
        doors.sign_in(walker, email=person.email, kite=kite)
    if person.email == doors.SECRETARY:
        doors.add_a_passkey(walker, kite=kite)
    kite.keep()
    found = found_by(walker, kite, person)
    for language in languages:
        speak(person, language)
        walker.language, walker.is_thorough = language, language == languages[0]
        in_one_language(walker, kite, person, found)
        kite.restore()
    context.close()
    return walker


def found_by(walker: Walker, kite: Kite, person: Person) -> Crawl:
    found = Crawl(client_with(walker.cookies, host=kite.url.removeprefix("http://")))
    tree = [address for _kind, address in pages_of_the_tree(FIRST)]
    seeds = [*tree, *plain_addresses(FIRST), *(f"/{FIRST}/search/{asked}" for asked in SEARCHES)]
    seeds += states.seeds(person.who)
    found.follow(seed for seed in seeds if person.email or not seed.startswith("/admin/"))
    pages = sum(map(len, found.kept.values()))
    sys.stderr.write(f"{person.who}: {len(found.kept)} views, {pages} pages, {len(found.refused)} forms refused\n")
    return found


def in_one_language(walker: Walker, kite: Kite, person: Person, found: Crawl) -> None:
    language = walker.language
    if not person.email:
        for kind, address in pages_of_the_tree(language):
            walker.visit(address, kind)
        trying(walker, lambda: doors.at_the_door(walker, kite=kite))
        trying(walker, lambda: doors.by_mail(walker))
        trying(walker, lambda: doors.without_a_password(walker))
    if person.who in ("anonymous", "member"):
        errors(walker)
    by_links(walker, person, found)
    if person.who == "secretariat" and language in LANGUAGES:
        for state, address in states.editors():
            walker.visit(address, state)
    if person.who == "member":
        trying(walker, lambda: voting.vote(walker))
        trying(walker, lambda: voting.elect(walker))


def by_links(walker: Walker, person: Person, found: Crawl) -> None:
    for view, addresses in found.kept.items():
        for address in addresses:
            if person.looks_at(view) and is_asked_in(walker.language, address):
                walker.visit(in_language(address, walker.language), view)
    for view, (address, number) in found.refused.items():
        if person.looks_at(view) and is_asked_in(walker.language, address):
            walker.visit_refused(in_language(address, walker.language), number, f"{view}, sent empty")


def errors(walker: Walker) -> None:
    for status in STATUSES:
        walker.visit(f"/{walker.language}/~error/{status}/", f"error {status}", statuses=(status,))
    walker.visit(f"/{walker.language}/~error/forged/", "error 403, forged form", statuses=(403,))
    walker.visit(f"/{walker.language}/no-such-page/", "error 404", statuses=(404,))


def speak(person: Person, language: str) -> None:
    """The admin's addresses have no language: it speaks that of the account."""
    from members.accounts.models import User

    if language in LANGUAGES:
        User.objects.filter(email=person.email).update(language=language)


def is_asked_in(language: str, address: str) -> bool:
    """The style guide is in English alone; what is no content is in the languages of the interface."""
    if address.startswith("/admin/"):
        return language in LANGUAGES
    return language == FIRST or address.startswith(f"/{FIRST}/")


def in_language(address: str, language: str) -> str:
    return address.replace(f"/{FIRST}/", f"/{language}/", 1) if address.startswith(f"/{FIRST}/") else address


def trying(walker: Walker, states: Callable[[], None]) -> None:
    """A walk by hand that meets another page than it thought is told, and does not end the audit."""
    try:
        states()
    except Error as error:
        told = error.message.splitlines()[0]
        broken_off = f"walk broken off in “{walker.language}” at {walker.window.page.url}: {told}"
        walker.broken_off.append(broken_off)
        sys.stderr.write(f"  {broken_off}\n")
