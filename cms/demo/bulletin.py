"""Four issues of the bulletin: two sent, one approved and waiting for its day, one being written.

What was sent is left to the worker, which writes it to files as soon as it starts.
"""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cms.demo.network import Network
from cms.languages import translated
from members.bulletin.actions import approve_issue, send_issue
from members.bulletin.models import Issue, Section, Segment

DATA = Path(__file__).parent / "data" / "bulletin.json"
Row = dict[str, Any]


def build(network: Network) -> None:
    segment_for_observers(network)
    for row in json.loads(DATA.read_text(encoding="utf-8")):
        moment = network.now + timedelta(days=row["days"])
        issue = written(row, network=network, moment=moment)
        if row["until"] in ("approved", "sent"):
            approve_issue(issue, by=network.people["editor"], now=min(moment, network.now))
        if row["until"] == "sent":
            send_issue(issue, now=moment)


def written(row: Row, *, network: Network, moment: datetime) -> Issue:
    issue = Issue.objects.create(
        number=row["number"],
        title=translated(**row["title"]),
        lead=translated(**row["lead"]),
        dated_on=moment.date(),
        is_public=row["is_public"],
        author=network.people["secretary"],
    )
    for position, section in enumerate(row["sections"]):
        Section.objects.create(
            issue=issue,
            sort_order=position,
            title=translated(**section["title"]),
            text=translated(**section["text"]),
            link=section["link"],
            link_label=translated(**section["link_label"]),
        )
    return issue


def segment_for_observers(network: Network) -> None:
    label = translated(en="Observers only", fr="Observateurs seulement", es="Solo observadores")
    segment, _is_new = Segment.objects.get_or_create(code="observers", defaults={"label": label})
    terms = network.organisations["east-shore"].membership_terms.all()
    segment.categories.set([term.category for term in terms])
