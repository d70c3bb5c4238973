"""What looks like personal data is pointed out; bodies and ordinary words are not."""

import pytest

from cms.case_studies.personal import personal_data


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Write to ada.bell@bells.example.", ("ada.bell@bells.example",)),
        ("Tél : 22 21 45 67", ("22 21 45 67",)),
        ("Phone: (020) 555 01-77", ("(020) 555 01-77",)),
        ("+855 23 882 412", ("+855 23 882 412",)),
        ("Dra. Inés Campana habló.", ("Dra. Inés Campana",)),
        ("Aline Carillon, directrice de projet", ("Aline Carillon",)),
        ("Coordinadora: Rosa Campanilla", ("Rosa Campanilla",)),
        ("12 rue des Cloches, Lomé", ("12 rue des Cloches, Lomé",)),
        ("P.O. Box 1234", ("P.O. Box 1234",)),
        ("Calle Campana 12, Asunción", ("Calle Campana 12, Asunción",)),
        ("Save the Children, coordinator of the coalition", ()),
        ("The Committee on the Rights of the Child met in 2011.", ()),
    ],
)
def test_each_kind_is_found(text: str, found: tuple[str, ...]) -> None:
    assert personal_data(text) == found


def test_a_bare_name_counts_in_the_contact_only() -> None:
    assert personal_data("Odile Thornquist", contacts=["Odile Thornquist", "Bell Association"]) == ("Odile Thornquist",)
    assert personal_data("Odile Thornquist") == ()


def test_many_addresses_are_looked_through_quickly() -> None:
    assert len(personal_data(" ".join(f"a{n}@bells.example" for n in range(5000)))) == 300
