"""What the guide can wear: each frame, and who reads in it."""

from dataclasses import dataclass
from types import SimpleNamespace

STRANGER = SimpleNamespace(is_authenticated=False)
MEMBER = SimpleNamespace(is_authenticated=True, is_staff=False, get_short_name="Teodora")
STAFF = SimpleNamespace(is_authenticated=True, is_staff=True, get_short_name="Ilse")

LANGUAGES = [
    SimpleNamespace(code="en", name="English", url="/en/", current=True, translated=True),
    SimpleNamespace(code="fr", name="Français", url="/fr/", current=False, translated=True),
    SimpleNamespace(code="es", name="Español", url="/es/", current=False, translated=False),
]
MENU = [
    SimpleNamespace(label="Today", url="/en/today/", current=True),
    SimpleNamespace(label="Groups", url="/en/groups/", current=False),
    SimpleNamespace(label="Decisions", url="/en/decisions/", current=False),
]
PUBLIC_MENU = [
    SimpleNamespace(label="About us", url="/en/about/", current=False),
    SimpleNamespace(label="Case studies", url="/en/case-studies/", current=True),
]
LANTERN = SimpleNamespace(key="lantern-forum", name="Lantern Forum for Children")
COALITION = SimpleNamespace(
    key="coalition", name="Coalition malgache des organisations de défense des droits de l’enfant et de l’adolescent"
)


def door(*acting: SimpleNamespace) -> SimpleNamespace:
    """What a header is told: menus, languages, and the organisations that its reader acts for."""
    first = acting[0].organisation if acting else None
    return SimpleNamespace(languages=LANGUAGES, menu=PUBLIC_MENU, members_menu=MENU, acting=acting, acting_for=first)


@dataclass(frozen=True, kw_only=True)
class Frame:
    """`kind` is the header that it wears, `start` where its breadcrumbs begin."""

    code: str
    words: str
    kind: str
    reader: SimpleNamespace
    start: str = "home"
    door: SimpleNamespace | None = None


ONE, OTHER = SimpleNamespace(organisation=LANTERN, speaks=True), SimpleNamespace(organisation=COALITION, speaks=False)

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
