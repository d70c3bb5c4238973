"""What the style guide's components show: made up, in English, for those who build pages."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.forms.utils import flatatt
from django.templatetags.static import static
from django.utils.html import format_html

HERE = "/styleguide/"


def thing(**parts: Any) -> SimpleNamespace:
    return SimpleNamespace(**parts)


class Meeting(forms.Form):
    """A form that was refused."""

    start = forms.CharField(
        label="Start",
        help_text="Day and hour, in your time zone.",
        error_messages={"required": "Say when the meeting starts, for example 18 June 2026, 15:00."},
        widget=forms.TextInput(attrs={"class": "in"}),
    )


class Fields(forms.Form):
    """Each kind of field that a page of ours has, filled in."""

    title = forms.CharField(label="Title", help_text="As members will read it in the agenda.", initial="Budget 2027")
    focus = forms.CharField(label="Focus", initial="Typing here", widget=forms.TextInput({"class": "is-focus"}))
    number = forms.CharField(label="Cannot be changed", initial="2026/31", disabled=True)
    choice = forms.ChoiceField(label="Choose", choices=[("one", "One of three")], required=False)
    text = forms.CharField(label="Long text", widget=forms.Textarea, required=False)
    digits = forms.CharField(label="Code", initial="481 205", widget=forms.TextInput({"class": "digits"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = f"in {field.widget.attrs.get('class', '')}".strip()


class Entrance(forms.Form):
    """What lets somebody in, refused."""

    email = forms.EmailField(label="Your e-mail address", error_messages={"required": "Write your e-mail address."})
    code = forms.CharField(label="Code from the mail", help_text="Six letters.", required=False)
    stay = forms.BooleanField(label="Stay signed in", required=False)


class Ranking(forms.Form):
    """A paper with one number that cannot stand, one that can, and an empty box."""

    quispe = forms.IntegerField(label="Pavel Quispe", help_text="Red Tejedora de Derechos, Peru")
    halvorsen = forms.IntegerField(label="Noor Halvorsen", help_text="Snowbell Children’s Forum, Finland")
    obradovic = forms.IntegerField(
        label="Hana Obradović", help_text="Windmill Child Law Desk, Netherlands", required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget = forms.TextInput(attrs={"class": "in rank", "inputmode": "numeric"})


def facet_choice(value: str, label: str, count: int, **more: Any) -> SimpleNamespace:
    return thing(value=value, label=label, count=count, is_chosen=False, children=[], **more)


CHOSEN = thing(value="follow-up", label="Follow-up", count=16, is_chosen=True, children=[])
AFRICA = facet_choice("africa", "Africa", 9)
AFRICA.children = [facet_choice("ke", "Kenya", 3), facet_choice("tg", "Togo", 4)]

PAGES = thing(
    number=2,
    paginator=thing(num_pages=3, page_range=[1, 2, 3]),
    has_previous=True,
    previous_page_number=1,
    has_next=True,
    next_page_number=3,
)


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

COLOURS = [
    {"css": "c-paper", "name": "paper", "use": "the page"},
    {"css": "c-sunk", "name": "sunk", "use": "set back"},
    {"css": "c-ink", "name": "ink", "use": "text, actions"},
    {"css": "p1", "name": "facet 1", "use": "white on it"},
    {"css": "p2", "name": "facet 2", "use": "ink on it"},
    {"css": "p3", "name": "facet 3", "use": "white on it"},
    {"css": "p4", "name": "facet 4", "use": "white on it"},
]

STEPS = [
    {"state": "done", "title": "Done", "text": "solid kite, solid line"},
    {"state": "now", "title": "Now", "text": "large kite"},
    {"state": "todo", "title": "To come", "text": "open kite, dotted line"},
]

PHASES = [
    {
        "title": "Sit down with those who decide",
        "purpose": "Every recommendation gets an owner.",
        "steps": ["List the recommendations.", "Ask each ministry which are its own.", "Write the names down."],
        "tips": ["Bring the list in the ministry’s own words."],
    },
    {"title": "", "purpose": "Keep it alive.", "steps": ["Meet every half year."], "tips": []},
]

HEADS = ["1. First choices", "2. Quispe excluded"]


def lane(name: str, word: str, kept: str, added: str, passed: str, cells: tuple[str, str]) -> SimpleNamespace:
    counted = [{"head": head, "votes": votes} for head, votes in zip(HEADS, cells, strict=True)]
    elected = word.startswith("Elected")
    parts = {"kept": kept, "added": added, "passed": passed}
    return thing(name=name, word=word, label=f"{name}: {cells[1]}", is_elected=elected, cells=counted, **parts)


RACE = thing(
    quota=24,
    width=40,
    lanes=[
        lane("Hana Obradović", "Elected, stage 1", "24", "0", "7", ("31", "24")),
        lane("Noor Halvorsen", "Elected, stage 2", "20", "5", "0", ("20", "25")),
        lane("Pavel Quispe", "Excluded, stage 2", "9", "0", "0", ("9", "–")),
    ],
    heads=HEADS,
    lost=[{"head": HEADS[0], "votes": "0"}, {"head": HEADS[1], "votes": "4"}],
)


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """One size of a picture that no library holds: the house's mark."""

    alt: str
    width: int = 480
    height: int = 480

    @property
    def url(self) -> str:
        return static("img/mark.svg")

    def img_tag(self, attrs: dict[str, Any]) -> str:
        said = {"src": self.url, "width": self.width, "height": self.height, "alt": self.alt, **attrs}
        return format_html("<img{}>", flatatt(said))


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What components/picture.html asks of a picture."""

    name: str
    default_alt_text: str = ""
    is_kept_off_paper: bool = False
    first: bool = False

    def get_rendition(self, _spec: object) -> Drawn:
        return Drawn(alt=self.default_alt_text)

    def get_renditions(self, *specs: object) -> dict[str, Drawn]:
        return {str(getattr(spec, "spec", spec)): self.get_rendition(spec) for spec in specs}


PICTURES = (
    Shown(name="Top of the page, fetched at once", default_alt_text="The kite of the network.", first=True),
    Shown(name="Fetched when it is scrolled to", default_alt_text="The kite, further down."),
    Shown(name="Decoration"),
    Shown(name="Withheld", default_alt_text="This picture was withdrawn."),
    Shown(name="Not for print", default_alt_text="The kite, on the screen only.", is_kept_off_paper=True),
)

FRAMES = (("public", "Public"), ("members", "Members"), ("entrance", "Entrance"))

EXAMPLES: dict[str, Any] = {
    "here": HERE,
    "guide_form": Meeting({}),
    "guide_fields": Fields(auto_id="field_%s"),
    "entrance": Entrance({}, auto_id="entrance_%s"),
    "frames": FRAMES,
    "reader": thing(is_authenticated=True, is_staff=True, get_short_name="Teodora"),
    "said": [
        Message(constants.SUCCESS, "Your profile is saved."),
        Message(constants.WARNING, "Your session ends in five minutes."),
        Message(constants.ERROR, "The file could not be read."),
    ],
    "ranking": Ranking({"quispe": "first", "halvorsen": "2"}),
    "colours": COLOURS,
    "priorities": [1, 2, 3, 4],
    "steps": STEPS,
    "facet_steps": [
        {"number": 1, "title": "A phase", "text": "Facet colours tell phases apart."},
        {"number": 2, "title": "The next one", "text": "Its text."},
    ],
    "phases": PHASES,
    "answers": [("for", "For", "for"), ("against", "Against", "against"), ("abstain", "Abstain", "abstain")],
    "ballot_steps": ["Choose", "Check", "Recorded"],
    "facets": [
        thing(
            name="Stage of the reporting cycle",
            code="stage",
            is_open=True,
            choices=[CHOSEN, facet_choice("dissemination", "Dissemination", 8)],
        ),
        thing(name="Region and country", code="place", is_open=False, choices=[AFRICA]),
    ],
    "fees": FEES,
    "race": RACE,
    "curve": {"goal": "M0 2.0H100", "path": "M0.0 28.0 L33.3 22.6 L66.7 18.2 L100.0 9.6"},
    "big_facets": [
        {"number": 1, "points": "19.25,5 19.25,17.25 6,17.25"},
        {"number": 2, "points": "20.75,4 34,17.25 20.75,17.25"},
        {"number": 3, "points": "20.75,18.75 32,18.75 20.75,40"},
        {"number": 4, "points": "19.25,18.75 19.25,48 4,18.75"},
    ],
    "dots": [{"filled": n < 3, "x": 26 * n} for n in range(5)],
    "pages": PAGES,
    "pictures": PICTURES,
    "facts": ["Organisation", "Country", "2022–2024"],
}
