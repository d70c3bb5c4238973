"""Who may pass the door of the secretariat's screens; what a browser is called. Plain values in and out."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

INVITATION_LASTS = timedelta(days=14)


class Device(StrEnum):
    """What a person can prove their identity with, besides the password. Recovery codes come with either."""

    AUTHENTICATOR = "totp"
    PASSKEY = "webauthn"


class Visitor(StrEnum):
    """Who stands at the door."""

    ANONYMOUS = "anonymous"
    STRANGER = "stranger"
    SECRETARIAT = "secretariat"


class Answer(StrEnum):
    ENTER = "enter"
    SIGN_IN = "sign_in"
    PROVE_BY_CODE = "prove_by_code"
    PROVE_BY_PASSKEY = "prove_by_passkey"
    SET_UP = "set_up"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, kw_only=True)
class Proof:
    """How this session was opened: `methods` as allauth records them, oldest first; `devices` the person owns."""

    methods: tuple[str, ...] = ()
    devices: frozenset[Device] = frozenset()

    @property
    def has_second_factor(self) -> bool:
        """Owning a device proves nothing, and neither does setting one up: it must have been used in this session."""
        return "mfa" in self.methods


def answer_at_the_door(visitor: Visitor, *, proof: Proof) -> Answer:
    """Strangers learn nothing about what is behind; the secretariat is asked for what is still missing."""
    if visitor is Visitor.ANONYMOUS:
        return Answer.SIGN_IN
    if visitor is Visitor.STRANGER:
        return Answer.NOT_FOUND
    if proof.has_second_factor:
        return Answer.ENTER
    return _missing_proof(proof) or Answer.SET_UP


def answer_at_the_devices(proof: Proof) -> Answer:
    """Who owns a device uses it before anything about devices is shown or changed: a password is not enough."""
    if proof.has_second_factor:
        return Answer.ENTER
    return _missing_proof(proof) or Answer.ENTER


def _missing_proof(proof: Proof) -> Answer | None:
    if Device.AUTHENTICATOR in proof.devices:
        return Answer.PROVE_BY_CODE
    return Answer.PROVE_BY_PASSKEY if Device.PASSKEY in proof.devices else None


# What browsers say of themselves, the more exact before the more general: Edge also says Chrome, Chrome also Safari.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Safari/", "Safari"),
)
# An iPhone says “like Mac OS X” too, and Android says Linux.
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Macintosh", "macOS"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, kw_only=True)
class Browser:
    """By the names that its makers give them; empty where it says nothing that we know."""

    name: str
    system: str


def browser_of(user_agent: str) -> Browser:
    """What a browser's own line (`User-Agent`) amounts to for the person who used it."""
    return Browser(name=_first(BROWSERS, within=user_agent), system=_first(SYSTEMS, within=user_agent))


def _first(marks: tuple[tuple[str, str], ...], *, within: str) -> str:
    return next((name for mark, name in marks if mark in within), "")
