"""Filters, pages and tables of the style guide."""

from types import SimpleNamespace
from typing import Any

from django.core.paginator import Page, Paginator

from cms.views.examples.people import LONG_TITLE


def facet_choice(value: str, label: str, count: int, **more: Any) -> SimpleNamespace:
    return SimpleNamespace(value=value, label=label, count=count, is_chosen=False, children=[], **more)


CHOSEN = SimpleNamespace(value="follow-up", label="Follow-up", count=16, is_chosen=True, children=[])
AFRICA = facet_choice("africa", "Africa", 9)
AFRICA.children = [facet_choice("ke", "Kenya", 3), facet_choice("tg", "Togo", 4)]

COUNTRIES = [facet_choice(f"c{n}", name, n) for n, name in enumerate(("Nepal", "Peru", "Finland", "Lebanon"), 1)]

FACETS = [
    SimpleNamespace(
        name="Stage of the reporting cycle",
        code="stage",
        is_open=True,
        choices=[CHOSEN, facet_choice("dissemination", "Dissemination", 8)],
    ),
    SimpleNamespace(name="Region and country", code="place", is_open=True, choices=[AFRICA]),
    SimpleNamespace(name="Many choices, closed", code="country", is_open=False, choices=COUNTRIES),
    SimpleNamespace(
        name="Observations finales et suite qui leur est donnée par les institutions nationales",
        code="long",
        is_open=True,
        choices=[facet_choice("none", "Mécanisme national d’élaboration des rapports et de suivi, sans étude", 0)],
    ),
]


def page_of(number: int, *, all_pages: int) -> Page[int]:
    return Paginator(range(all_pages), per_page=1).page(number)


PAGES = [
    ("First page", page_of(1, all_pages=3)),
    ("Between", page_of(2, all_pages=3)),
    ("Last page", page_of(3, all_pages=3)),
    ("Many pages", page_of(12, all_pages=24)),
    ("One page only: nothing is shown", page_of(1, all_pages=1)),
]

FACTS = ["Lantern Forum for Children", "Kenya", "2022–2024"]
ITEMS = [
    {"title": "A title that says what happened", "text": "One sentence.", "facts": FACTS},
    {"title": "Una frase que dice qué pasó", "text": "Una sola frase.", "facts": ["Perú"], "language": "es"},
    {"title": LONG_TITLE, "text": "Un rapport, trois coalitions, et une salle pleine.", "facts": [], "language": "fr"},
]


def cell(words: str, heading: str = "", *, tag: str = "", right: str = "") -> dict[str, str]:
    return {"words": words, "heading": heading, "tag": tag, "right": right}


FEES = {
    "caption": "Fees received",
    "head": [cell("Organisation"), cell("Year"), cell("Francs", right="yes"), cell("State")],
    "rows": [
        [
            cell("Paper Boat Collective"),
            cell("2026", "Year"),
            cell("120.00", "Francs", right="yes"),
            cell("Paid", "State", tag="ok"),
        ],
        [
            cell("Cedar Steps"),
            cell("2026", "Year"),
            cell("350.00", "Francs", right="yes"),
            cell("Late", "State", tag="bad"),
        ],
    ],
}

NO_FEES = {**FEES, "caption": "Fees not yet received: none", "rows": []}
WORDY = {
    "caption": "Décisions adoptées selon la procédure du silence",
    "head": [cell("Décision"), cell("Suite donnée")],
    "rows": [
        [
            cell("2026/31 : suspendre pour six mois la création de groupes de travail thématiques"),
            cell("Le secrétariat informe chaque organisation membre par écrit.", "Suite donnée"),
        ]
    ],
}
TABLES = [("", FEES), ("", NO_FEES), ("fr", WORDY)]
