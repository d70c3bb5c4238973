"""Rules are decided without a database: their tests run where none can be reached."""

import re
import subprocess
import sys
from pathlib import Path

from tests.habits.house import ROOT, files_of_tests, parts_of, shown

FEWEST_TESTS = 300
TRESPASSER = "tests/habits/trespasser.py"


def files_of_rules() -> list[Path]:
    files = [path for path in files_of_tests() if path.name.startswith("test_") and "habits" not in parts_of(path)]
    return [path for path in files if "rules" in parts_of(path) or path.stem == "test_rules"]


def run_without_database(*files: str) -> str:
    """A few examples of each law are enough here: the laws themselves are run with all of theirs elsewhere."""
    options = ["-q", "-rfE", "-p", "no:cacheprovider", "-p", "no:randomly", "--hypothesis-profile=few"]
    command = [sys.executable, "-m", "pytest", "--ds=tests.habits.no_database", *options, *files]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout


def test_rules_are_tested_where_no_database_can_be_reached() -> None:
    """One test among them does ask a database, and is the only one that cannot pass: the proof that none is there."""
    said = run_without_database(*(shown(path) for path in files_of_rules()), TRESPASSER)

    failing = {line.split()[1] for line in said.splitlines() if line.startswith(("FAILED ", "ERROR "))}
    passed = re.search(r"(\d+) passed", said.splitlines()[-1])
    assert failing == {f"{TRESPASSER}::test_a_question_to_the_database"}, said[-10_000:]
    assert "settings.DATABASES is improperly configured" in said
    assert int(passed[1] if passed else 0) >= FEWEST_TESTS
