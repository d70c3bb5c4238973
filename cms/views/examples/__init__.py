"""What the style guide's components show: made up, in English, for those who build pages."""

from types import SimpleNamespace
from typing import Any

from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message

from cms.views.examples.count import RACE
from cms.views.examples.forms import Entrance, Fields, Meeting, Ranking
from cms.views.examples.frames import FRAMES
from cms.views.examples.lists import FACETS, ITEMS, PAGES, TABLES
from cms.views.examples.people import (
    ANSWERS,
    DOTS,
    FACET_STEPS,
    HERE,
    LONG_STEPS,
    LONG_TITLE,
    NEEDS,
    NETWORKS,
    PHASES,
    PLANS,
    STATEMENTS,
    STEPPER,
    STEPS,
)
from cms.views.examples.pictures import PICTURES

COLOURS = [
    {"css": "c-paper", "name": "paper", "use": "the page"},
    {"css": "c-sunk", "name": "sunk", "use": "set back"},
    {"css": "c-ink", "name": "ink", "use": "text, actions"},
    {"css": "p1", "name": "facet 1", "use": "white on it"},
    {"css": "p2", "name": "facet 2", "use": "ink on it"},
    {"css": "p3", "name": "facet 3", "use": "white on it"},
    {"css": "p4", "name": "facet 4", "use": "white on it"},
]

RANKING = Ranking({"quispe": "first", "halvorsen": "2"})

EXAMPLES: dict[str, Any] = {
    "here": HERE,
    "long_title": LONG_TITLE,
    "guide_form": Meeting({}),
    "clashing_form": Meeting({"start": "18 June 2026, 15:00", "end": "18 June 2026, 14:00"}, auto_id="clash_%s"),
    "accepted_form": Meeting({"start": "18 June 2026, 15:00"}, auto_id="accepted_%s"),
    "guide_fields": Fields(auto_id="field_%s"),
    "entrance": Entrance({"name": "Teodora Wanjiku-Lindqvist"}, auto_id="entrance_%s"),
    "frames": FRAMES,
    "said": [
        Message(constants.SUCCESS, "Your profile is saved."),
        Message(constants.WARNING, "Your session ends in five minutes."),
        Message(constants.ERROR, "The file could not be read."),
    ],
    "ranking": [(field, STATEMENTS.get(field.name, "")) for field in RANKING],
    "colours": COLOURS,
    "priorities": [1, 2, 3, 4],
    "own_mark": SimpleNamespace(mark="mark.svg"),
    "networks": NETWORKS,
    "steps": STEPS,
    "facet_steps": FACET_STEPS,
    "phases": PHASES,
    "answers": ANSWERS,
    "plans": PLANS,
    "stepper": STEPPER,
    "long_steps": LONG_STEPS,
    "needs": NEEDS,
    "facets": FACETS,
    "tables": TABLES,
    "race": RACE,
    "curve": {"goal": "M0 2.0H100", "path": "M0.0 28.0 L33.3 22.6 L66.7 18.2 L100.0 9.6"},
    "big_facets": [
        {"number": 1, "points": "19.25,5 19.25,17.25 6,17.25"},
        {"number": 2, "points": "20.75,4 34,17.25 20.75,17.25"},
        {"number": 3, "points": "20.75,18.75 32,18.75 20.75,40"},
        {"number": 4, "points": "19.25,18.75 19.25,48 4,18.75"},
    ],
    "kites": DOTS,
    "pages": PAGES,
    "pictures": PICTURES,
    "items": ITEMS,
}
