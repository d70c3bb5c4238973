"""What the address of the relay says beside where it is."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from django.conf import settings


@dataclass(frozen=True, kw_only=True)
class RelayOptions:
    """`rate`: mails a second, all senders together, 0 is no limit. `bounces`: the domain of return paths, or none.

    `topic`: the one SNS topic (ARN) that is believed when it tells what SES did, or none.
    """

    rate: float
    bounces: str
    topic: str


def relay_options() -> RelayOptions:
    """Of SMTP_URL: `smtp://relay.example?rate=14&bounces=bounces.kite.example`."""
    options = parse_qs(urlsplit(settings.SMTP_URL).query)
    first = {name: values[0] for name, values in options.items()}
    rate = float(first.get("rate", "0"))
    return RelayOptions(rate=rate, bounces=first.get("bounces", ""), topic=first.get("topic", ""))
