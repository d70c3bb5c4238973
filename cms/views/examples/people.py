"""Answers, steps and needs of the style guide: what a person does here, and by when."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from cms.languages.text import Said, translated

HERE = "/styleguide/"
LONG_TITLE = (
    "Faire entendre les enfants déplacés devant le Comité des droits de l’enfant : ce que trois coalitions ont appris"
)

# Names of a network as its brand shows them.
NETWORKS = (
    SimpleNamespace(short_name="Kite", line="The Kite Network for Children’s Rights"),
    SimpleNamespace(short_name="Kite", line=""),
    SimpleNamespace(
        short_name=translated(fr="Réseau Cerf-volant", prevails="fr"),
        line=translated(fr="pour les droits de l’enfant", prevails="fr"),
    ),
)

NEEDS: list[dict[str, Any]] = [
    {
        "amount": 4,
        "unit": "hours",
        "title": "Vote on motion 4",
        "text": "Your own vote is not cast yet.",
        "until": "Until today, 16:00, your time",
        "words": "Vote",
    },
    {
        "amount": 2,
        "unit": "days",
        "lead": "Decision 2026/31:",
        "title": "A pause of six months for new working groups",
        "text": "It passes unless somebody objects.",
        "until": "Until Friday, 18:00, your time",
        "deadline_at": datetime(2026, 6, 12, 18, 0, tzinfo=UTC),
        "words": "Read",
    },
    {
        "amount": 12,
        "unit": "days",
        "title": Said(text=LONG_TITLE, language="fr"),
        "text": "Its title has not been translated.",
        "until": "Until 22 June",
        "words": "Read",
    },
]

ANSWERS = [("for", "For", "for"), ("against", "Against", "against"), ("abstain", "Abstain", "abstain")]
PLANS = [
    ("a", "Plan A: Asunción, October 2027", ""),
    ("b", "Proposition B : reporter l’assemblée générale à 2028 et tenir à sa place trois réunions régionales", ""),
]

STATEMENTS = {
    "quispe": translated(en="I have led two alternative reports and want small members heard first."),
    "obradovic": translated(fr="Je souhaite que chaque coalition nationale soit entendue, même la plus petite."),
}

STEPPER = (["Choose", "Check", "Recorded"], (1, 2, 3))
LONG_STEPS = ["Choisir une réponse", "Vérifier ce qui sera transmis", "Inscrit au registre"]

STEPS = [
    {"state": "done", "title": "Done", "text": "solid kite, solid line"},
    {"state": "now", "title": "Now", "text": "large kite"},
    {"state": "todo", "title": "To come", "text": "open kite, dotted line"},
    {"state": "todo", "title": "Nothing to add"},
]
FACET_STEPS = [
    {"number": 1, "title": "A phase", "text": "Facet colours tell phases apart."},
    {"number": 2, "title": "The next one", "text": "Its text."},
]

PHASES = [
    {
        "title": "Sit down with those who decide",
        "purpose": "Every recommendation gets an owner.",
        "steps": ["List the recommendations.", "Ask each ministry which are its own.", "Write the names down."],
        "tips": ["Bring the list in the ministry’s own words."],
    },
    {"title": "", "purpose": "Keep it alive.", "steps": ["Meet every half year."], "tips": []},
    {"title": "Only steps", "purpose": "", "steps": ["Publish the answers."], "tips": []},
    {"title": "Only a purpose", "purpose": "Nobody is surprised.", "steps": [], "tips": []},
]

TEN_KITES = 10


def kites(*, filled: int) -> list[dict[str, Any]]:
    return [{"filled": n < filled, "x": 25 * n} for n in range(TEN_KITES)]


DOTS = [(number, filled, kites(filled=filled)) for number, filled in ((1, 0), (2, 3), (3, 7), (4, 10))]
