"""Who may see which pages: Wagtail's restrictions, for many pages at once.

A page is as private as every restriction above it together, and an alias as its source. The lowest restriction names
them all, because those above it are above it wherever it is met: a page carries that one's token, and a reader the
token of each restriction whose whole chain lets him in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.models import Page, PageViewRestriction

from members.accounts.models import User
from search.rules import audiences

LOGIN, GROUPS = PageViewRestriction.LOGIN, PageViewRestriction.GROUPS


@dataclass(frozen=True, kw_only=True)
class Restriction:
    """`path` is its page's place in the tree; `groups` are Wagtail's, for one that names groups."""

    pk: int
    path: str
    kind: str
    groups: frozenset[int]

    def lets_in(self, user: User, groups: frozenset[int]) -> bool:
        """As Wagtail's `accept_request`; a password is typed on the page itself, and the search has none to show."""
        if self.kind == LOGIN:
            return True
        return self.kind == GROUPS and (user.is_superuser or bool(self.groups & groups))


@dataclass(frozen=True, kw_only=True)
class Privacy:
    """All restrictions of the tree; `aliases` are the places of aliases of restricted pages, whose sources tell."""

    restrictions: tuple[Restriction, ...]
    aliases: tuple[str, ...]

    def above(self, path: str) -> list[Restriction]:
        """Those that cover a place, the highest first."""
        found = [one for one in self.restrictions if path.startswith(one.path)]
        return sorted(found, key=lambda one: (len(one.path), -one.pk))

    def audience(self, path: str, *, openly: str) -> tuple[str, ...]:
        """The token of a page at this place: `openly` when nothing covers it; none when nobody can find it."""
        if self.aliases and path.startswith(self.aliases):
            return ()
        above = self.above(path)
        if not above:
            return (openly,)
        return (audiences.restriction(above[-1].pk),)

    def let_in(self, user: User, groups: frozenset[int]) -> list[int]:
        """The restrictions that let this reader in, with all that is above them."""
        return [one.pk for one in self.restrictions if all(up.lets_in(user, groups) for up in self.above(one.path))]


def privacy() -> Privacy:
    """One query; two more where anything is restricted."""
    groups: defaultdict[tuple[int, str, str], set[int]] = defaultdict(set)
    pages: set[int] = set()
    rows = PageViewRestriction.objects.values_list("pk", "page", "page__path", "restriction_type", "groups")
    for pk, page, path, kind, group in rows:
        pages.add(page)
        groups[pk, path, kind].update({group} - {None})
    return Privacy(
        restrictions=tuple(
            Restriction(pk=pk, path=path, kind=kind, groups=frozenset(found))
            for (pk, path, kind), found in sorted(groups.items())
        ),
        aliases=places_of_aliases(pages),
    )


def places_of_aliases(pages: Iterable[int]) -> tuple[str, ...]:
    """Of these pages; an alias of an alias is one of the first source (Wagtail makes none deeper)."""
    wanted = list(pages)
    if not wanted:
        return ()
    return tuple(Page.objects.filter(alias_of__in=wanted).order_by("path").values_list("path", flat=True))


def groups_of(user: User) -> frozenset[int]:
    return frozenset(user.groups.values_list("pk", flat=True))


def tokens_of(user: User, *, here: Privacy) -> list[str]:
    """What the restrictions of the day make of this reader. One query, where anything is restricted."""
    if not here.restrictions:
        return []
    return [audiences.restriction(pk) for pk in here.let_in(user, groups_of(user))]
