import argparse
import json
import re
import sys
from typing import Any

from playwright.sync_api import sync_playwright

from tests.bench.audit.network import Kite, network
from tests.bench.audit.people import PEOPLE
from tests.browser.chromium import CHROMIUM


def main() -> None:
    chosen = arguments()
    with network() as kite:
        import django

        django.setup()
        from tests.bench.audit.seeding import prepare

        prepare()
        figures = audit(kite, chosen)
    print(json.dumps(figures))
    sys.exit("\n".join(verdict(figures, chosen)) or None)


def verdict(figures: dict[str, Any], chosen: argparse.Namespace) -> list[str]:
    """What is wrong, in words; of a part of the walk nobody expects that it meets every view."""
    from tests.bench.audit.report import shortfalls

    is_a_part = chosen.quick or chosen.only or chosen.who or chosen.language
    return shortfalls(figures) + ([] if is_a_part else [f"{view} was not met" for view in figures["missed"]])


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.audit")
    parser.add_argument("--quick", action="store_true", help="in one language")
    parser.add_argument("--only", default="", metavar="PATTERN", help="pages whose “address [state]” it is found in")
    names = ", ".join(person.who for person in PEOPLE)
    parser.add_argument("--who", default="", metavar="PATTERN", help=f"of {names}")
    parser.add_argument("--language", default="", metavar="PATTERN", help="of the codes of the content's languages")
    return parser.parse_args()


def audit(kite: Kite, chosen: argparse.Namespace) -> dict[str, Any]:
    """The figures; what is wrong is printed on the way."""
    from tests.bench.audit.asking import asked_again
    from tests.bench.audit.report import readable, summary
    from tests.bench.audit.rounds import languages_of_content, round_of

    languages = [code for code in languages_of_content() if re.search(chosen.language, code)]
    languages = languages[:1] if chosen.quick else languages
    with sync_playwright() as playwright:
        switches = ["--no-sandbox", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=switches)
        people = [person for person in PEOPLE if re.search(chosen.who, person.who)]
        walks = [round_of(browser, kite, person, only=chosen.only, languages=languages) for person in people]
        browser.close()
    host = kite.url.removeprefix("http://")
    seen = [asked_again(one, host=host) for walk in walks for one in walk.seen]
    print(readable(seen))
    return summary(seen, broken_off=[told for walk in walks for told in walk.broken_off])


if __name__ == "__main__":
    main()
