"""What the guide can wear: each frame, and who reads in it."""

from dataclasses import dataclass
from types import SimpleNamespace

from cms.views.examples.thing import thing

STRANGER = thing(is_authenticated=False)
MEMBER = thing(is_authenticated=True, is_staff=False, get_short_name="Teodora")
STAFF = thing(is_authenticated=True, is_staff=True, get_short_name="Ilse")

LANGUAGES = [
    thing(code="en", name="English", url="/en/", current=True, translated=True),
    thing(code="fr", name="Français", url="/fr/", current=False, translated=True),
    thing(code="es", name="Español", url="/es/", current=False, translated=False),
]
MENU = [
    thing(label="Today", url="/en/today/", current=True),
    thing(label="Groups", url="/en/groups/", current=False),
    thing(label="Decisions", url="/en/decisions/", current=False),
]
PUBLIC_MENU = [
    thing(label="About us", url="/en/about/", current=False),
    thing(label="Case studies", url="/en/case-studies/", current=True),
]
LANTERN = thing(key="lantern-forum", name="Lantern Forum for Children")
COALITION = thing(
    key="coalition", name="Coalition malgache des organisations de défense des droits de l’enfant et de l’adolescent"
)


def door(*acting: SimpleNamespace) -> SimpleNamespace:
    """What a header is told: menus, languages, and the organisations that its reader acts for."""
    first = acting[0].organisation if acting else None
    return thing(languages=LANGUAGES, menu=PUBLIC_MENU, members_menu=MENU, acting=acting, acting_for=first)


@dataclass(frozen=True, kw_only=True)
class Frame:
    """`kind` is the header that it wears, `start` where its breadcrumbs begin."""

    code: str
    words: str
    kind: str
    reader: SimpleNamespace
    start: str = "home"
    door: SimpleNamespace | None = None


ONE, OTHER = thing(organisation=LANTERN, speaks=True), thing(organisation=COALITION, speaks=False)

FRAMES = (
    Frame(code="public", words="Public", kind="public", reader=STRANGER),
    Frame(code="known", words="Public, signed in", kind="public", reader=MEMBER, door=door()),
    Frame(code="members", words="Members", kind="members", reader=MEMBER, start="today", door=door(ONE)),
    Frame(
        code="several",
        words="Members, for two organisations",
        kind="members",
        reader=MEMBER,
        start="today",
        door=door(ONE, OTHER),
    ),
    Frame(code="staff", words="Secretariat", kind="members", reader=STAFF, start="today", door=door()),
    Frame(code="stranger", words="Members, signed out", kind="members", reader=STRANGER, start="today", door=door()),
    Frame(code="entrance", words="Entrance", kind="entrance", reader=STRANGER),
)
