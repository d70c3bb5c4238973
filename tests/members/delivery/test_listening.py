"""Amazon SNS: heard when Amazon signed it for our topic, and for nobody else."""

import json
from base64 import b64encode
from datetime import UTC, datetime, timedelta
from http.client import IncompleteRead
from typing import Any
from urllib.error import URLError

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import NameOID
from django.test import Client
from pytest_django import Settings

from members.delivery.actions import hear, listening
from members.delivery.models import Delivery, Feedback
from members.delivery.rules.sns import SnsRefused, must_be_amazon, must_be_signed, report_in, signed_text
from tests.factories.delivery import dispatch_to
from tests.site import SiteRoot

pytestmark = pytest.mark.django_db
TOPIC = "arn:aws:sns:eu-west-1:123456789012:mail"
CERTIFICATE = "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
NOW = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)


def certificate_of(key: Any) -> bytes:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "sns.amazonaws.com")])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    dated = builder.serial_number(1).not_valid_before(NOW).not_valid_after(NOW + timedelta(days=365))
    return dated.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


PEM = certificate_of(KEY)


def signed(posted: dict[str, Any], *, version: str = "2") -> dict[str, Any]:
    algorithm = hashes.SHA1() if version == "1" else hashes.SHA256()
    signature = KEY.sign(signed_text(posted).encode(), padding.PKCS1v15(), algorithm)
    return {**posted, "Signature": b64encode(signature).decode(), "SignatureVersion": version}


def notification(message: Any, *, version: str = "2", **fields: Any) -> dict[str, Any]:
    plain = {
        "Type": "Notification",
        "MessageId": "22b80b92",
        "TopicArn": TOPIC,
        "Message": json.dumps(message),
        "Timestamp": "2026-06-10T12:00:00.000Z",
        "SigningCertURL": CERTIFICATE,
    }
    return signed({**plain, **fields}, version=version)


def bounce(mail: Delivery, **fields: Any) -> dict[str, Any]:
    recipients = [{"status": "5.1.1", "diagnosticCode": "smtp; 550 5.1.1 unknown"}]
    told = {"bounceType": "Permanent", "bouncedRecipients": recipients, **fields}
    return {"eventType": "Bounce", "mail": {"tags": {"delivery": [mail.uid.hex]}}, "bounce": told}


@pytest.fixture
def mail(settings: Settings) -> Delivery:
    settings.SMTP_URL = f"smtp://127.0.0.1:1?topic={TOPIC}"
    found: Delivery = dispatch_to("noor@a.example", now=NOW).deliveries.get()
    Delivery.objects.update(state="accepted")
    return found


@pytest.mark.parametrize("version", ["1", "2"])
def test_a_bounce_that_amazon_signed_is_counted_once(mail: Delivery, version: str) -> None:
    posted = notification(bounce(mail), version=version)

    heard = [hear(posted, now=NOW, fetch=lambda _address: PEM) for _time in range(2)]

    assert heard == [True, False]
    assert (Delivery.objects.get().state, Feedback.objects.get().source) == ("bounced", "ses")


@pytest.mark.parametrize(
    ("change", "fetched"),
    [
        ({"Message": "{}"}, PEM),
        ({"MessageId": "other"}, PEM),
        ({"Signature": "AAAA"}, PEM),
        ({"Signature": "not base 64!"}, PEM),
        ({"SignatureVersion": "3"}, PEM),
        ({"Type": "UnsubscribeConfirmation"}, PEM),
        ({"TopicArn": "arn:aws:sns:eu-west-1:666:mail"}, PEM),
        ({"SigningCertURL": "https://sns.eu-west-1.amazonaws.com.evil.example/a.pem"}, PEM),
        ({"SigningCertURL": "https://sns.eu-west-1.amazonaws.com/?Action=GetEndpointAttributes&a.pem"}, PEM),
        ({"SigningCertURL": f"{CERTIFICATE}?Action=GetEndpointAttributes"}, PEM),
        ({}, b"no certificate"),
        ({}, certificate_of(rsa.generate_private_key(public_exponent=65537, key_size=2048))),
        ({}, certificate_of(ec.generate_private_key(ec.SECP256R1()))),
    ],
)
def test_what_was_changed_or_signed_by_another_is_refused(
    mail: Delivery, change: dict[str, str], fetched: bytes
) -> None:
    posted = {**notification(bounce(mail)), **change}

    with pytest.raises(SnsRefused):
        hear(posted, now=NOW, fetch=lambda _address: fetched)

    assert Delivery.objects.get().state == "accepted"


def test_without_a_topic_nothing_is_heard(mail: Delivery, settings: Settings) -> None:
    settings.SMTP_URL = "smtp://127.0.0.1:1"

    with pytest.raises(SnsRefused):
        hear({**notification(bounce(mail)), "TopicArn": ""}, now=NOW, fetch=lambda _address: PEM)


@pytest.mark.parametrize(
    "address",
    [
        "http://sns.eu-west-1.amazonaws.com/a.pem",
        "https://sns.eu-west-1.amazonaws.com:8443/a.pem",
        "https://evil@sns.eu-west-1.amazonaws.com/a.pem",
        "https://s3.eu-west-1.amazonaws.com/bucket/a.pem",
        "https://sns.eu-west-1.amazonaws.com@evil.example/a.pem",
        "https://evil.example/sns.eu-west-1.amazonaws.com/a.pem",
        "https://sns..amazonaws.com/a.pem",
        "",
    ],
)
def test_no_certificate_comes_from_another_house(address: str) -> None:
    with pytest.raises(SnsRefused):
        must_be_amazon(address)


@pytest.mark.parametrize("host", ["sns.eu-west-1.amazonaws.com", "sns.cn-north-1.amazonaws.com.cn"])
def test_amazons_own_hosts_are_asked(host: str) -> None:
    assert must_be_amazon(f"https://{host}/a.pem") == f"https://{host}/a.pem"


def test_a_subscription_is_confirmed_at_amazon_only(mail: Delivery) -> None:
    asked: list[str] = []

    def fetch(address: str) -> bytes:
        asked.append(address)
        return PEM

    confirm = f"https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn={TOPIC}"
    fields = {"Type": "SubscriptionConfirmation", "Token": "2336"}

    hear(notification("Confirm", SubscribeURL=confirm, **fields), now=NOW, fetch=fetch)
    with pytest.raises(SnsRefused):
        hear(notification("Confirm", SubscribeURL="https://evil.example/", **fields), now=NOW, fetch=fetch)

    assert asked == [CERTIFICATE, confirm, CERTIFICATE]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({"eventType": "Delivery"}, "delivered"),
        ({"notificationType": "Complaint"}, "complained"),
        ({"eventType": "DeliveryDelay"}, "delayed"),
        ({"eventType": "Bounce", "bounce": {"bounceType": "Transient"}}, "delayed"),
        ({"eventType": "Bounce", "bounce": {"bounceType": "Permanent"}}, "bounced"),
    ],
)
def test_each_event_of_ses_has_its_kind(mail: Delivery, told: dict[str, Any], kind: str) -> None:
    source = {"mail": {"source": f"b+{mail.uid.hex}@bounces.kite.example"}}

    report = report_in({"MessageId": "1", "Message": json.dumps({**told, **source})})

    assert report is not None
    assert (report.uid, report.kind) == (mail.uid, kind)


@pytest.mark.parametrize(
    "message",
    ["no json", "[1]", "{}", '{"eventType": "Open"}', '{"eventType": "Bounce", "mail": {"source": "x@y.example"}}'],
)
def test_everything_else_is_no_report(message: str) -> None:
    assert report_in({"MessageId": "1", "Message": message}) is None


def test_a_signature_needs_its_message() -> None:
    with pytest.raises(SnsRefused):
        must_be_signed({}, certificate=PEM)


def test_amazon_posts_without_a_cookie(site_root: SiteRoot, mail: Delivery, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening.hear, "__kwdefaults__", {"fetch": lambda _address: PEM})
    amazon = Client(enforce_csrf_checks=True)
    address = "/en/bulletin/mails/reports/"

    answer = amazon.post(address, json.dumps(notification(bounce(mail))), content_type="text/plain; charset=UTF-8")

    assert answer.status_code == 204
    assert Delivery.objects.get().state == "bounced"


@pytest.mark.parametrize("body", ["", "[]", "{}", "no json", "x" * 300_000])
def test_a_stranger_finds_nothing_there(site_root: SiteRoot, client: Client, mail: Delivery, body: str) -> None:
    answer = client.post("/en/bulletin/mails/reports/", body, content_type="text/plain")

    assert answer.status_code == 404
    assert client.get("/en/bulletin/mails/reports/").status_code == 405


@pytest.mark.parametrize("error", [URLError("no route"), TimeoutError(), IncompleteRead(b"")])
def test_a_network_that_is_away_asks_amazon_to_come_again(
    site_root: SiteRoot, client: Client, mail: Delivery, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fetch(_address: str) -> bytes:
        raise error

    monkeypatch.setattr(listening.hear, "__kwdefaults__", {"fetch": fetch})
    answer = client.post(
        "/en/bulletin/mails/reports/", json.dumps(notification(bounce(mail))), content_type="text/plain"
    )

    assert (answer.status_code, answer.content) == (503, b"Amazon cannot be asked just now. Post this again later.")
    assert Delivery.objects.get().state == "accepted"
