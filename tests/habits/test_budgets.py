"""How long a file, a function, a list of exceptions may be, and how many tests stand behind it all.

The limits may only fall, the floors only rise: whoever makes room takes it away from everybody else.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.habits.house import (
    every_file,
    files_of_tests,
    functions,
    lines_of,
    parts_of,
    shown,
    source_files,
    unannotated,
)

LONGEST_FILE = 250
LONGEST_FUNCTION = 25
LONGEST_TEST = 40
MEDIAN_FUNCTION = 8
LINES_PER_SUPPRESSION = 1000
# Lines of tests per line of source. The aim is 1.3; raise the floor when it is left behind.
TESTS_PER_LINE = 0.8
SUPPRESSION = re.compile(r"#\s*(noqa|type:\s*ignore|pragma:\s*no cover|pyright:|nosec|fmt:\s*off)\b(.*)")
# A code in brackets or after a colon, then the reason in words.
WITH_REASON = re.compile(r"^(\[[a-z-, ]+\]\s*#|:\s*[A-Z]+[0-9]+(,\s*[A-Z]+[0-9]+)*\s+-)\s+\w.{8,}")


def test_no_file_is_longer_than_250_lines() -> None:
    too_long = {shown(path): lines_of(path) for path in every_file() if lines_of(path) > LONGEST_FILE}

    assert too_long == {}


def test_no_function_is_longer_than_25_lines() -> None:
    too_long = [each for path in source_files() for each in functions(path) if each.lines > LONGEST_FUNCTION]

    assert too_long == []


def test_no_test_is_longer_than_40_lines() -> None:
    too_long = [each for path in files_of_tests() for each in functions(path) if each.lines > LONGEST_TEST]

    assert too_long == []


def test_half_of_all_functions_have_at_most_8_lines() -> None:
    lengths = [each.lines for path in source_files() for each in functions(path)]

    assert median(lengths) <= MEDIAN_FUNCTION


def test_every_argument_and_every_answer_has_a_type() -> None:
    assert [name for path in every_file() for name in unannotated(path)] == []


def lines_of_tests_per_line() -> float:
    return sum(map(lines_of, files_of_tests())) / sum(map(lines_of, source_files()))


def test_there_are_as_many_lines_of_tests_as_there_ever_were() -> None:
    assert lines_of_tests_per_line() >= TESTS_PER_LINE


def suppressions() -> list[tuple[str, str]]:
    """Each place where a tool is told to be silent, with the reason: after the order, or in a comment just above."""
    return [place for path in every_file() if "habits" not in parts_of(path) for place in suppressions_in(path)]


def suppressions_in(path: Path) -> Iterator[tuple[str, str]]:
    lines = path.read_text().splitlines()
    for number, line in enumerate(lines, start=1):
        if found := SUPPRESSION.search(line):
            above = lines[number - 2].strip() if number > 1 else ""
            yield f"{shown(path)}:{number}", above if above.startswith("# ") else found.group(2).strip()


def test_tools_are_silenced_at_most_once_in_a_thousand_lines() -> None:
    lines = sum(lines_of(path) for path in every_file())

    assert len(suppressions()) <= lines / LINES_PER_SUPPRESSION, suppressions()


def test_whoever_silences_a_tool_says_why() -> None:
    unexplained = [where for where, said in suppressions() if not (said.startswith("# ") or WITH_REASON.match(said))]

    assert unexplained == []
