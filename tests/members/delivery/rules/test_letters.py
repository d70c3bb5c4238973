"""A letter as bytes: what a mail program reads is what was frozen, and no header slips in."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.delivery.rules import HeaderRefused, Letter, Recipient, Rendered, composed
from tests.factories.delivery import body_of

UID = UUID("0b9a1c5e-8f64-4d2e-9d6c-0a1b2c3d4e5f")
printable = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=90)
bodies = st.text(st.characters(exclude_categories=["C"], include_characters="\n."), max_size=400)


def letter(**fields: Any) -> Letter:
    plain = {
        "uid": UID,
        "from_address": "Kite <no-reply@kite.example>",
        "to_address": "noor@snowbell.example",
        "to_name": "Noor",
        "subject": "The assembly opens",
        "text": "Dear [[name]]\n",
        "html": "<p>Dear [[name]]</p>",
        "language": "en",
        "dated_at": datetime(2026, 6, 8, 9, tzinfo=UTC),
    }
    return Letter(**{**plain, **fields})


def read(content: bytes) -> EmailMessage:
    return message_from_bytes(content, policy=SMTP)


@given(bodies, bodies)
def test_both_bodies_come_back_as_they_were(text: str, html: str) -> None:
    message = read(composed(letter(text=text, html=f"<p>{html}</p>")))

    assert body_of(message, "plain") == text.rstrip("\n")
    assert body_of(message, "html") == f"<p>{html}</p>"


@given(printable)
def test_a_subject_of_any_script_comes_back_in_headers_of_seven_bits(subject: str) -> None:
    content = composed(letter(subject=subject))

    assert content.isascii()
    assert read(content)["Subject"] == subject


@given(bodies)
def test_every_line_ends_as_smtp_wants_and_is_short(text: str) -> None:
    content = composed(letter(text=text))

    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"") and b"\r" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in content.split(b"\r\n")) <= 998


def test_the_reader_is_named_and_markup_in_a_name_is_only_text() -> None:
    message = read(composed(letter(to_name="<b>Noor</b>")))

    assert body_of(message, "plain") == "Dear <b>Noor</b>"
    assert body_of(message, "html") == "<p>Dear &lt;b&gt;Noor&lt;/b&gt;</p>"


def test_the_stop_header_is_one_line() -> None:
    address = "https://kite.example/fr/bulletin/mails/stop/" + "A" * 28 + "/"

    content = composed(letter(stop_address=address, text="[[stop]]"))

    assert f"\r\nList-Unsubscribe: <{address}>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" in (
        content.decode()
    )
    assert body_of(read(content), "plain") == address


def test_a_letter_without_html_is_plain() -> None:
    message = read(composed(letter(html="")))

    assert message.get_content_type() == "text/plain"
    assert str(message.get_content()).strip() == "Dear Noor"


def test_a_domain_of_another_script_goes_in_its_ascii_form() -> None:
    assert letter(to_address="noor@cométe.example").wire_address == "noor@xn--comte-dsa.example"


@pytest.mark.parametrize("character", ["\r", "\n", "\0", "\x7f"])
def test_no_header_slips_in(character: str) -> None:
    smuggled = f"Noor{character}Bcc: everybody@kite.example"

    with pytest.raises(HeaderRefused):
        Rendered(subject=smuggled, text="")
    with pytest.raises(HeaderRefused):
        Recipient(address="noor@snowbell.example", name=smuggled)
    with pytest.raises(HeaderRefused):
        Recipient(address=f"noor@snowbell.example{character}RCPT TO:<x@y.example>")
    with pytest.raises(HeaderRefused):
        composed(letter(reply_to=smuggled))
