"""The neutral query: a tree of weighted terms that each engine translates into its own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """One token in one field; scored by BM25 times `weight`."""

    field: str
    token: str
    weight: float = 1.0


@dataclass(frozen=True)
class Phrase:
    """Folded words side by side, stop words included, in the field `words`."""

    words: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True)
class Prefix:
    """Every word that begins so, in the field `words`; scores `weight`, however many there are."""

    start: str
    weight: float = 1.0


@dataclass(frozen=True)
class Best:
    """The best of several ways to say one thing."""

    options: tuple[Node, ...]


Node = Term | Phrase | Prefix | Best


@dataclass(frozen=True, kw_only=True)
class Tree:
    """`scored`: any may match, scores add up. `required`: all must match. `refused`: none may. `rescored`: the
    4-grams, asked of the best hits only. `least`: how many of `scored` must match. `everything`: nothing was asked,
    so all documents match."""

    scored: tuple[Node, ...] = ()
    required: tuple[Node, ...] = ()
    refused: tuple[Node, ...] = ()
    rescored: tuple[Term, ...] = ()
    least: int = 1

    @property
    def everything(self) -> bool:
        return not self.scored and not self.required
