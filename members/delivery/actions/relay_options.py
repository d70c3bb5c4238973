"""What the address of the relay says beside where it is."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from django.conf import settings


@dataclass(frozen=True, kw_only=True)
class RelayOptions:
    """`rate`: mails a second, all senders together, 0 is no limit. `bounces`: the domain of return paths, or none."""

    rate: float
    bounces: str


def relay_options() -> RelayOptions:
    """Of SMTP_URL: `smtp://relay.example?rate=14&bounces=bounces.kite.example`."""
    options = parse_qs(urlsplit(settings.SMTP_URL).query)
    return RelayOptions(rate=float(options.get("rate", ["0"])[0]), bounces=options.get("bounces", [""])[0])
