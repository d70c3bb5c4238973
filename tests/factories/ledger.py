"""Ledger entries, appended as the house appends them."""

from datetime import UTC, datetime

from governance.ledger.actions import append
from governance.ledger.models import Entry

NOON = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)


def entries(number: int) -> list[Entry]:
    return [append("noted", body={"what": f"thing {place}"}, now=NOON) for place in range(number)]
