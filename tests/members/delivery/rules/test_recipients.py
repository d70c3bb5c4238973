"""Who gets a mail, once, in which language."""

import pytest

from members.delivery.rules import HeaderRefused, Recipient, Rendered, distinct, language_for


def test_an_address_is_kept_once_whatever_its_case() -> None:
    people = [Recipient(address=address) for address in ("Noor@a.example", "wen@a.example", "noor@A.example")]

    assert [person.address for person in distinct(people)] == ["Noor@a.example", "wen@a.example"]


@pytest.mark.parametrize(
    ("wanted", "available", "chosen"),
    [("fr", ["en", "fr"], "fr"), ("es", ["en", "fr"], "en"), ("es", ["fr"], "fr"), ("ar", ["fr", "es"], "es")],
)
def test_the_language_of_a_mail(wanted: str, available: list[str], chosen: str) -> None:
    assert language_for(wanted, available) == chosen


@pytest.mark.parametrize("address", ["", "noor", "@a.example", "noor@", "no or@a.example", "a@b.example,c@d.example"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(HeaderRefused):
        Recipient(address=address)


def test_a_rendering_is_told_by_its_digest() -> None:
    one, other = Rendered(subject="a", text="b"), Rendered(subject="ab", text="")

    assert one.sha256 != other.sha256
