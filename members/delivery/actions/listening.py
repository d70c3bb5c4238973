"""Amazon SNS tells what SES did with our mails; what is not signed by Amazon for our topic is not heard."""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from http.client import HTTPException
from urllib.request import urlopen

from django.utils.translation import gettext as _

from members.delivery.actions.relay_options import relay_options
from members.delivery.actions.reporting import take_report
from members.delivery.rules.sns import (
    CONFIRMATION,
    Posted,
    SnsRefused,
    must_be_amazon,
    must_be_amazons_certificate,
    must_be_signed,
    report_in,
)


class AmazonUnreachable(Exception):
    """The network did not answer: nothing is known of the report, and Amazon posts it again."""


Fetch = Callable[[str], bytes]
LARGEST_ANSWER = 100_000
PATIENCE_SECONDS = 10


@lru_cache(maxsize=8)
def fetched(address: str) -> bytes:
    """A failed look is not kept. Only addresses that passed `must_be_amazon` come here."""
    with urlopen(address, timeout=PATIENCE_SECONDS) as answer:
        return bytes(answer.read(LARGEST_ANSWER))


def _looked_up(address: str, *, fetch: Fetch) -> bytes:
    try:
        return fetch(address)
    except (OSError, HTTPException) as error:
        raise AmazonUnreachable(_("Amazon cannot be asked just now. Post this again later.")) from error


def hear(posted: Posted, *, now: datetime, fetch: Fetch = fetched) -> bool:
    """Whether it was news. SnsRefused for what is not from our topic, or not signed by Amazon.

    AmazonUnreachable when its certificate cannot be fetched, or its question not be answered.
    """
    topic = relay_options().topic
    if not topic or posted.get("TopicArn") != topic:
        raise SnsRefused("Not the topic that we listen to.")
    certificate = _looked_up(must_be_amazons_certificate(str(posted.get("SigningCertURL", ""))), fetch=fetch)
    must_be_signed(posted, certificate=certificate)
    if posted["Type"] == CONFIRMATION:
        _looked_up(must_be_amazon(str(posted.get("SubscribeURL", ""))), fetch=fetch)
        return True
    report = report_in(posted)
    return report is not None and take_report(report, source="ses", now=now)
