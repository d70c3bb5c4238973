"""What the list of brought files asks of the database does not grow with it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cms.case_studies.texts import ENGLISH
from tests.cms.imports.asking import INDEX, brought, save

pytestmark = pytest.mark.django_db


def queries(desk: Client) -> int:
    desk.get(INDEX)
    with CaptureQueriesContext(connection) as asked:
        response = desk.get(INDEX)
    assert response.status_code == 200
    return len(asked)


def bell(name: str) -> str:
    return ENGLISH.replace("The village bell", f"The bell of {name}")


def test_three_files_that_wait_cost_as_much_as_one(desk: Client) -> None:
    brought(desk, bell("Ada"), name="Ada.txt")
    with_one = queries(desk)

    for name in ("Bex", "Cor"):
        brought(desk, bell(name), name=f"{name}.txt")

    assert queries(desk) == with_one
    assert all(f"{name}.txt" in desk.get(INDEX).content.decode() for name in ("Ada", "Bex", "Cor"))


def test_three_files_that_became_drafts_cost_as_much_as_one(desk: Client) -> None:
    save(desk, brought(desk, bell("Ada"), name="Ada.txt"))
    with_one = queries(desk)

    for name in ("Bex", "Cor"):
        save(desk, brought(desk, bell(name), name=f"{name}.txt"))

    assert queries(desk) == with_one
