"""python -m tests.bench.importing [--only WORDS]"""

import argparse
import os

import django


def main() -> None:
    parser = argparse.ArgumentParser(description="How well papers of the series are read.")
    parser.add_argument("--only", default="", help="ways and languages that hold these words, such as “pdf two fr”")
    only = parser.parse_args().only
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")
    django.setup()

    from tests.bench.importing.measuring import run

    run(only)


if __name__ == "__main__":
    main()
