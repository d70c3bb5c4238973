"""Amazon SNS tells what SES did with our mails; what is not signed by Amazon for our topic is not heard."""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from urllib.request import urlopen

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

Fetch = Callable[[str], bytes]
LARGEST_ANSWER = 100_000
PATIENCE_SECONDS = 10


@lru_cache(maxsize=8)
def fetched(address: str) -> bytes:
    """A failed look is not kept. Only addresses that passed `must_be_amazon` come here."""
    with urlopen(address, timeout=PATIENCE_SECONDS) as answer:
        return bytes(answer.read(LARGEST_ANSWER))


def hear(posted: Posted, *, now: datetime, fetch: Fetch = fetched) -> bool:
    """Whether it was news. SnsRefused for what is not from our topic, or not signed by Amazon."""
    topic = relay_options().topic
    if not topic or posted.get("TopicArn") != topic:
        raise SnsRefused("Not the topic that we listen to.")
    certificate = fetch(must_be_amazons_certificate(str(posted.get("SigningCertURL", ""))))
    must_be_signed(posted, certificate=certificate)
    if posted["Type"] == CONFIRMATION:
        fetch(must_be_amazon(str(posted.get("SubscribeURL", ""))))
        return True
    report = report_in(posted)
    return report is not None and take_report(report, source="ses", now=now)
