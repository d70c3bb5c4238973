"""What was found: the list that a person reads, and the figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.bench.audit.views import looked_at, view_of

# Issue 2: of a first load without content images, and of an uncached public page.
BUDGETS = {"kb": 100, "requests": 15, "queries": 12, "cpu_ms": 20}
NONE_OF = ("axe_violations", "unseen", "elsewhere", "console", "broken", "sideways", "broken_off")
# Every component in every state on one page: it is loaded like any other, and no reader of a network ever asks for it.
NOT_IN_PRODUCTION = "/styleguide/"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """One page, as one person, in one language."""

    address: str
    status: int
    state: str
    who: str
    language: str
    axe: Sequence[str]
    # What axe cannot see: targets, spaced text, focus.
    unseen: Sequence[str]
    kb: float
    requests: int
    elsewhere: Sequence[str]
    console: Sequence[str]
    sideways: int
    queries: int
    cpu_ms: float
    method: str = "GET"

    @property
    def is_admin(self) -> bool:
        return self.address.startswith("/admin/")

    @property
    def is_public(self) -> bool:
        return is_public(self.who, self.address)

    @property
    def is_slow(self) -> bool:
        return self.is_public and self._is_over("cpu_ms")

    @property
    def is_broken(self) -> bool:
        return self.status >= 500 and not self.state.startswith("error")

    def findings(self) -> list[str]:
        told = [f"answered {self.status}"] if self.is_broken else []
        told += [f"axe {line}" for line in self.axe]
        told += self.unseen
        told += [f"asked elsewhere: {url}" for url in self.elsewhere]
        told += [f"console {line[:200]}" for line in self.console]
        told += [f"{self.sideways} px too wide at 320 px"] * (self.sideways > 0)
        return told + self._over_budget()

    def _over_budget(self) -> list[str]:
        names = [] if self.is_admin else ["kb", "requests", *(["queries", "cpu_ms"] if self.is_public else [])]
        return [f"{getattr(self, name)} {name}, {BUDGETS[name]} at most" for name in names if self._is_over(name)]

    def _is_over(self, name: str) -> bool:
        return bool(getattr(self, name) > BUDGETS[name])

    def figures(self) -> dict[str, Any]:
        counted = {name: len(getattr(self, name)) for name in ("elsewhere", "console", "unseen")}
        told = ("address", "status", "state", "who", "language", "kb", "requests", "sideways", "queries", "cpu_ms")
        return {name: getattr(self, name) for name in told} | counted | {"axe_violations": len(self.axe)}


def is_public(who: str, address: str) -> bool:
    """Whether a page has the budget of what the public is shown."""
    return who == "anonymous" and not address.startswith(NOT_IN_PRODUCTION)


def readable(seen: Iterable[Seen]) -> str:
    """One paragraph for each page of which something is to be said."""
    pages = [(one, one.findings()) for one in seen]
    told = [
        "\n  ".join([f"{one.address} [{one.state}] as {one.who}", *findings]) for one, findings in pages if findings
    ]
    return "\n".join(told) or "Nothing found."


def summary(seen: Sequence[Seen], *, broken_off: Sequence[str]) -> dict[str, Any]:
    """What is printed; `broken_off` says where a walk by hand met another page than it thought."""
    public = [one for one in seen if one.is_public]
    members = [one for one in seen if one.who != "anonymous" and not one.is_admin]
    loaded = [one for one in seen if not one.is_admin]
    return {
        "pages": len(seen),
        "axe_violations": sum(len(one.axe) for one in seen),
        "unseen": sum(len(one.unseen) for one in seen),
        "max_kb": _most(loaded, "kb"),
        "max_requests": _most(loaded, "requests"),
        "max_queries": _most(public, "queries"),
        "max_cpu_ms": _most(public, "cpu_ms"),
        "elsewhere": sum(len(one.elsewhere) for one in seen),
        "console": sum(len(one.console) for one in seen),
        "broken": sum(one.is_broken for one in seen),
        "sideways": sum(one.sideways > 0 for one in seen),
        "broken_off": len(broken_off),
        "missed": missed(seen),
        "members": {f"max_{name}": _most(members, name) for name in BUDGETS},
        "admin": {f"max_{name}": _most([one for one in seen if one.is_admin], name) for name in BUDGETS},
        "per_page": [one.figures() for one in seen],
    }


def shortfalls(figures: Mapping[str, Any]) -> list[str]:
    """What a summary must not say, in words. Views that were missed are told apart: a part of a run misses many."""
    found = [f"{figures[name]} {name}, none wanted" for name in NONE_OF if figures[name]]
    most = {f"max_{name}": budget for name, budget in BUDGETS.items()}
    over = [f"{name} is {figures[name]}, {budget} at most" for name, budget in most.items() if figures[name] > budget]
    return found + over


def missed(seen: Iterable[Seen]) -> list[str]:
    """Views that are declared as looked at, and were not: none after a whole run."""
    met = {view_of(one.address) for one in seen}
    return sorted(set(looked_at()) - met)


def _most(seen: Iterable[Seen], name: str) -> Any:
    return max((getattr(one, name) for one in seen), default=0)
