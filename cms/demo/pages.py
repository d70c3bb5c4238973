"""What every public site has: who we are, privacy, accessibility, contact; news and events around the demo's today."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from wagtail.rich_text import RichText

from cms.actions.moderation import name_the_workflow
from cms.demo.network import Network
from cms.demo.planting import content, homes, plant
from cms.models import EventIndexPage, EventPage, NewsIndexPage, NewsPage, StandardPage

Said = dict[str, Any]


def build(network: Network) -> None:
    name_the_workflow("en")
    said = content("pages.json")
    fronts = dict(homes())
    for page in said["standard"]:
        plant(fronts, page, standard, at=network.now)
    news = plant(fronts, said["news_index"], lambda words: NewsIndexPage(title=words[0]), at=network.now)
    for item in said["news"]:
        day = network.today - timedelta(days=item["days_ago"])
        plant(news, item, partial(news_item, on=day), at=network.now)
    events = plant(fronts, said["event_index"], lambda words: EventIndexPage(title=words[0]), at=network.now)
    for item in said["events"]:
        plant(events, item, partial(event, item=item, now=network.now), at=network.now)


def standard(said: Said) -> StandardPage:
    title, plain = said.get("children", ("", []))
    page = StandardPage(title=said["title"], lede=said["lede"], body=body(said))
    page.children_title, page.children_body = title, [(kind, value) for kind, value in plain]
    return page


def news_item(said: Said, *, on: date) -> NewsPage:
    return NewsPage(title=said["title"], lede=said["lede"], dated_on=on, body=body(said))


def event(said: Said, *, item: dict[str, Any], now: datetime) -> EventPage:
    starts_at = (now + timedelta(days=item["in_days"])).replace(hour=item["hour"], minute=0, second=0, microsecond=0)
    return EventPage(
        title=said["title"],
        lede=said["lede"],
        place=said["place"],
        audience=item["audience"],
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=item["hours"]),
    )


def body(said: Said) -> list[tuple[str, Any]]:
    return [(kind, RichText(value) if kind == "text" else value) for kind, value in said.get("body", ())]
